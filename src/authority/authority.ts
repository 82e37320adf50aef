/** How well a fact is established; `authorities/README.md` says what each degree asks for. */
export type Confidence = 'high' | 'medium' | 'low'

export type Kind =
  | '宪法'
  | '法律'
  | '行政法规'
  | '地方性法规'
  | '部门规章'
  | '地方政府规章'
  | '党内法规'
  | '规范性文件'
  | '部门规范性文件'
  | '地方规范性文件'
  | '国家标准'
  | '地方标准'

/** What an event did: 修订 replaces the whole text, 修正 changes places in it. */
export type Action = '公布' | '修订' | '修正' | '批准' | '通过' | '其他'

/** State on `statusAsOf`. An authority without one was not looked up: it is not "in force". */
export type Status =
  | '现行有效'
  | '已废止'
  | '已公布尚未施行'
  | '未列入现行名录'
  | '期限届满'
  | '年度已过'
  | '被替代'
  | '试点结束'

/** One step in the life of an authority. Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export interface Event {
  readonly date?: string
  readonly action: Action
  /** The order as printed, such as 国务院令第713号. */
  readonly number?: string
  /** Congress (届) whose term the numbering of 主席令 belongs to. */
  readonly term?: string
  readonly body?: string
  /** The amending decision. */
  readonly by?: string
  /** Which amendment it is, as the head of the text counts them. */
  readonly nth?: number
  /** The date is that of adoption; since 1983 a 主席令 is of the same day. */
  readonly adopted?: true
  /** Degree of the number; absent when it is printed in the source. */
  readonly confidence?: Confidence
  readonly sources?: readonly string[]
}

/** Points (项) that each article enumerates: 20 → 15 is Article 20 with （一） to （十五）; 120之2 is an article too. */
export type Items = Readonly<Record<string, number>>

/** An earlier or coming version of the text, with its counts. */
export interface Version {
  readonly date: string
  readonly effective?: string
  readonly articles?: number
  readonly items?: Items
}

/** An authority as its file holds it: whatever is unknown or empty is absent. */
export interface AuthorityRecord {
  readonly id: string
  readonly title: string
  readonly kind: Kind
  /** Branch of law (部门法). */
  readonly category?: string
  readonly issuer?: string
  /** Document number (发文字号) or number of a standard. Orders (令) stand with their events. */
  readonly number?: string
  /** Day the document is signed with. */
  readonly date?: string
  /** Day it was put on the issuer's site. */
  readonly published?: string
  readonly aliases?: readonly string[]
  readonly events?: readonly Event[]
  /** Commencement of the version in force. */
  readonly effective?: string
  readonly firstEffective?: string
  readonly articles?: number
  readonly articlesConfidence?: Confidence
  readonly items?: Items
  /** Every list of an article that has several. */
  readonly itemLists?: Readonly<Record<string, readonly number[]>>
  /** Paragraphs (款) of an article, where somebody counted them. */
  readonly paragraphs?: Readonly<Record<string, number>>
  /** Date of the version whose articles and items are counted. */
  readonly version?: string
  readonly versions?: readonly Version[]
  /** A revision that is published and not yet in force. */
  readonly pending?: Version
  readonly status?: Status
  readonly statusAsOf?: string
  readonly statusConfidence?: Confidence
  readonly repealed?: {
    readonly date: string
    readonly by?: string
    readonly confidence: Confidence
  }
  /** Number of the document that took its place. */
  readonly supersededBy?: string
  readonly supersededOn?: string
  /** Years that the title names. */
  readonly period?: { readonly from: number; readonly to: number }
  readonly series?: string
  readonly fields?: readonly string[]
  readonly commonMisquotes?: readonly { readonly wrong: string; readonly note?: string }[]
  readonly notes?: readonly string[]
  /** Month of the copy that was counted, where the status was not looked up. */
  readonly snapshot?: string
  readonly sourceNote?: string
  readonly sources?: readonly string[]
  readonly confidence: Confidence
}

/** An authority (法律、法规、规章、规范性文件、标准). Its lists are there even when empty. */
export interface Authority extends AuthorityRecord {
  readonly aliases: readonly string[]
  readonly events: readonly Event[]
  readonly sources: readonly string[]
}

/** A State Council document of which only number, title and date are known, not the status. */
export interface IndexEntry {
  readonly number: string
  readonly title: string
  readonly date: string
  /** Day it was put on gov.cn, where the address of the page does not tell. */
  readonly published?: string
  /** Address of the page, from `http://www.gov.cn/zhengce/zhengceku/` on, without `.htm`. */
  readonly page: string
}
