import type { Document, Paragraph, Passage, Table } from '../table/model.ts'
import { isBlank, withoutSpace } from '../text/normalise.ts'
import type { Kind } from './role.ts'

/** The passage that names the document: the first that announces a kind, else the first heading. */
export function findTitle({ blocks }: Document): Passage | undefined {
  const candidates: Passage[] = []
  for (const block of blocks) {
    if (block.kind === 'paragraph') candidates.push(block)
    else candidates.push(...titleRows(block))
    if (candidates.length > 20) break
  }
  const short = candidates.filter(({ text }) => !isBlank(text) && withoutSpace(text).length <= 80)
  const announcing = preferred(
    short.filter(
      ({ text }) =>
        kindOfTitle(text) !== undefined && !/[。；]$/u.test(text.trim()) && !WAY.test(text),
    ),
  )
  // 云岭市民政局2025年政府信息公开工作 over 年度报告
  const wrapped = short.find(
    ({ text }, index) => OPEN.test(withoutSpace(text)) && announcesWith(text, short[index + 1]),
  )
  const heading = short.find((passage) => (passage as Paragraph).heading !== undefined)
  const hasTables = blocks.some(({ kind }) => kind === 'table')
  return announcing ?? wrapped ?? heading ?? (hasTables ? short[0] : undefined)
}

const OPEN = /信息公开(?:工作)?(?:年度?)?$/u

/** What a title announces that goes on in the next line. */
function announcesWith(text: string, next: Passage | undefined): boolean {
  const rest = withoutSpace(next?.text ?? '')
  return /^(?:工作)?(?:年度)?(?:报告|年报)$/u.test(rest) && kindOfTitle(text + rest) !== undefined
}

/** What the title of a document announces, its next line read along where it breaks off. */
export function kindOfDocument(title: Passage, { blocks }: Document): Kind | undefined {
  const own = kindOfTitle(title.text)
  if (own !== undefined || !OPEN.test(withoutSpace(title.text))) return own
  const next = blocks[(blocks as readonly Passage[]).indexOf(title) + 1]
  if (next?.kind !== 'paragraph') return undefined
  return announcesWith(title.text, next) ? 'annual-report' : undefined
}

// 首页 > 政府信息公开 > 年报
const WAY = /[>＞»›]|^\s{0,8}(?:首页|(?:您的|您现在的|你的|当前)位置)/u

/** The first title; of reports, the first that says whose or of which year it is, and is no name of a column. */
function preferred(announcing: readonly Passage[]): Passage | undefined {
  const [first] = announcing
  if (first === undefined || kindOfTitle(first.text) !== 'annual-report') return first
  return announcing.find(({ text }) => /\d{4}\s{0,4}年/u.test(text) || agencyOfTitle(text)) ?? first
}

/** Rows at the top of a table in which a single cell is filled, as a title above the header. */
function titleRows(table: Table): readonly Passage[] {
  const titles: Passage[] = []
  for (const row of table.rows.slice(0, 3)) {
    const filled = row.filter((cell) => !isBlank(cell.text))
    const [only] = filled
    if (only === undefined || filled.length > 1) break
    titles.push(only)
  }
  return titles
}

const KIND_OF_TITLE: readonly (readonly [RegExp, Kind])[] = [
  [/领域.*政务公开.*目录|政务公开标准目录/u, 'domain-catalogue'],
  [/信息公开.*(?:年度报告|年报)/u, 'annual-report'],
  [
    /台账|(?:任务|责任|要点|指标)分解|(?:责任|任务|工作|要点)分工|任务(?:清单|表)|分工(?:方案|表)|分解表/u,
    'ledger',
  ],
  [/公开.*(?:目录|清单|事项)|基本目录/u, 'catalogue'],
]

/** What a title announces, if it announces one of our kinds. */
export function kindOfTitle(title: string): Kind | undefined {
  const text = withoutSpace(title)
  return KIND_OF_TITLE.find(([pattern]) => pattern.test(text))?.[1]
}

// 云岭市教育局  主动公开事项目录 · 青溪县人民政府 2025年 政府信息公开工作年度报告
// agency        what it publishes
const AGENCY =
  /^(?<agency>[㐀-䶿一-鿿〇（）()、]{2,40}?)(?:关于)?(?:(?:19|20)\d{2}年(?:度)?)?(?:主动公开|政府信息|政务公开|政务信息|信息公开|基层政务|法定主动)/u
const BODY =
  /(?:局|委|委员会|办|办公室|办公厅|厅|部|政府|院|署|中心|会|所|站|队|街道|社|馆|学校|公司|集团|大学|学院|医院|办事处)(?:[（(][^（()）]+[）)])?$/u
const REGION = /^[㐀-䶿一-鿿〇]{2,20}[省市县区旗州盟镇乡]$/u

/** The body that a title names before it says what is published; undefined when it names none. */
export function agencyOfTitle(title: string): string | undefined {
  const agency = AGENCY.exec(withoutSpace(title))?.groups?.agency
  // 政府信息公开年报 names no government.
  if (agency === undefined || agency === '政府') return undefined
  return BODY.test(agency) || REGION.test(agency) ? agency : undefined
}

/** The body in the line above a title that names none: 云岭市水利局 over 2025年政府信息公开工作年度报告. */
export function agencyAbove(title: Passage, { blocks }: Document): string | undefined {
  const at = (blocks as readonly Passage[]).indexOf(title)
  const above = blocks[at - 1]
  if (above?.kind !== 'paragraph') return undefined
  const name = withoutSpace(above.text)
  return name.length <= 40 && /^[㐀-䶿一-鿿〇（）()、]+$/u.test(name) && BODY.test(name)
    ? name
    : undefined
}

// 2026年1月20日
const DATE = /^(?<year>(?:19|20)\d{2})年(?<month>\d{1,2})月(?<day>\d{1,2})日$/u
// 更新日期：2026-01-20
const LABELLED =
  /^[（(]?(?:发布|公布|更新|修订|编制|成文|印发|制定)(?:日期|时间)[：:](?<year>(?:19|20)\d{2})[年./-](?<month>\d{1,2})[月./-](?<day>\d{1,2})日?[）)]?$/u

/** The date in a paragraph that holds nothing but a date and what it is the date of, as YYYY-MM-DD. */
export function dateLine(text: string): string | undefined {
  const words = withoutSpace(text)
  const groups = (DATE.exec(words) ?? LABELLED.exec(words))?.groups
  if (groups === undefined) return undefined
  const [year, month, day] = [Number(groups.year), Number(groups.month), Number(groups.day)]
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  return date.toISOString().slice(0, 10)
}
