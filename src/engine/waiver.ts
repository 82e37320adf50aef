import { ROLE_NAMES, type Role } from '../catalogue/role.ts'
import { nearest } from '../text/distance.ts'
import { excerpt, printable } from '../text/printable.ts'

/** A finding that is put up with for a stated reason. */
export interface Waiver {
  /** Id or family of rules. */
  readonly rule: string
  readonly scope: WaiverScope
  readonly reason: string
  /** Instrument and article that allow it. */
  readonly basis?: string
  readonly approver?: string
  /** The last day on which it holds, YYYY-MM-DD. */
  readonly expires?: string
  readonly source: WaiverSource
}

/** Which findings of its rule a waiver is about. */
export type WaiverScope =
  | { readonly kind: 'file' }
  /** Those in one block of the document, by its index. */
  | { readonly kind: 'block'; readonly block: number }
  | RowScope

/** Those that agree with all that is given: an entry is known by its 序号 or its items, not by its line. */
export interface RowScope {
  readonly kind: 'row'
  readonly entry?: string
  /** Names of its item from the first level down, with / between. */
  readonly item?: string
  readonly role?: Role
  readonly fingerprint?: string
}

/** Where a waiver is written: in a comment of the document itself, or in a file of waivers. */
export type WaiverSource =
  | { readonly kind: 'comment'; readonly start: number; readonly end: number }
  | WaiverFilePlace

export interface WaiverFilePlace {
  readonly kind: 'file'
  /** As seen from where the run began, `/` separated. */
  readonly path: string
  readonly line: number
  /** It came with the run and not with the document, so that it may speak of other files as well. */
  readonly isGiven?: true
}

/** What is wrong with a waiver, told like a finding of the document that it is about. */
export interface WaiverFault {
  readonly finding: WaiverFinding
  /** One Chinese sentence. */
  readonly message: string
  readonly source: WaiverSource
}

/** The findings about waivers; like those about files they belong to no rule. */
export const WAIVER_FINDINGS = {
  'waiver-expired': {
    title: '豁免已到期',
    why: '豁免有期限，到期以后原来的问题照常报出；过期的豁免留着，会被当成仍然有效。',
    how: '整改后删去这条豁免；确需延长的，经批准后改写期限（mulint waive 同样的参数加新的 --expires）。',
  },
  'waiver-misplaced': {
    title: '豁免注释的位置不对',
    why: '写在表格里面的注释会打断 Markdown 表格，也说不清管到哪一格。',
    how: '移到表格前面，单独一行；只豁免一行、一格的，写进豁免文件（mulint waive）。',
  },
  'waiver-no-reason': {
    title: '豁免没有理由',
    why: '没有理由的豁免无法复核，不起作用。',
    how: '在规则后面写冒号和理由；豁免文件里写 reason。',
  },
  'waiver-unknown': {
    title: '豁免里有不认得的内容',
    why: '写错了规则或者名称的豁免不起作用，不说出来会被当成已经豁免。',
    how: '按提示改正；规则编号用 mulint rules 查看。',
  },
  'waiver-unreadable': {
    title: '豁免文件无法读取',
    why: '读不了的豁免文件等于没有豁免。',
    how: '按提示改正豁免文件，或者删去后用 mulint waive 重新写。',
  },
  'waiver-unused': {
    title: '豁免没有对应的问题',
    why: '问题已经整改、豁免却留着，以后再出现同样的问题就看不见了。',
    how: '删去这条豁免；位置写错的，改正位置。',
  },
} as const
export type WaiverFinding = keyof typeof WAIVER_FINDINGS

/** The rules that waivers may name. */
export type RuleNames = ReadonlySet<string>

/** What a comment says. */
export type ParsedComment =
  | {
      readonly reach: 'next' | 'next-table' | 'file'
      readonly rules: readonly string[]
      readonly reason: string
    }
  | { readonly fault: string }

const REACHES = {
  'mulint-ignore': 'next',
  'mulint-ignore-next-table': 'next-table',
  'mulint-ignore-file': 'file',
} as const

// mulint-ignore-file  cite-outdated, deadline :  理由
// name                rules                      reason
const COMMENT = /^(?<name>mulint-[\w-]*)(?<rules>[^:：]*)(?:[:：](?<reason>.*))?$/su

/** Reads the inside of a comment that begins with `mulint-`. */
export function parseComment(text: string): ParsedComment {
  const { name = '', rules = '', reason = '' } = COMMENT.exec(text)?.groups ?? {}
  if (!Object.hasOwn(REACHES, name)) {
    const names = Object.keys(REACHES)
    const near = nearest(name, names)
    const hint = near === undefined ? `，可以是 ${names.join('、')}` : `，是否指 ${near}？`
    return { fault: ended(`“${name}”不是豁免注释的写法${hint}`) }
  }
  const listed = rules.split(/[,，、\s]+/u).filter((rule) => rule !== '')
  if (listed.length === 0) {
    return { fault: '豁免注释应当写明规则，如 <!-- mulint-ignore cite-outdated: 理由 -->。' }
  }
  return {
    reach: REACHES[name as keyof typeof REACHES],
    rules: [...new Set(listed)],
    reason: reason.replace(/\s+/gu, ' ').trim(),
  }
}

/** Why a name cannot be waived, or undefined when it is that of a rule or a family. */
export function unknownRule(rule: string, names: RuleNames): string | undefined {
  if (names.has(rule)) return undefined
  const near = nearest(rule, names)
  const hint = near === undefined ? '，用 mulint rules 查看全部规则' : `，是否指 ${near}？`
  return ended(printable(`豁免的“${excerpt(rule, 40)}”不是规则${hint}`))
}

/** The sentence that a waiver without a reason gets. */
export function noReason(rule: string): string {
  return printable(`豁免 ${rule} 没有写理由，不起作用；应当写明理由。`)
}

function ended(sentence: string): string {
  return sentence.endsWith('？') ? sentence : `${sentence}。`
}

/** The role that an id or a Chinese name stands for. */
export function roleNamed(name: string): Role | undefined {
  const found = Object.entries(ROLE_NAMES).find(([id, title]) => id === name || title === name)
  return found?.[0] as Role | undefined
}

/** A sentence without 。 about a name that no column has. */
export function unknownRole(name: string): string {
  const near = nearest(name, Object.entries(ROLE_NAMES).flat())
  const ids = Object.keys(ROLE_NAMES).join('、')
  return `没有“${excerpt(name, 40)}”这样的栏${near === undefined ? `，可以是 ${ids}` : `，是否指 ${near}`}`
}
