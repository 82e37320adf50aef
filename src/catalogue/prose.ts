import type { Paragraph, Passage } from '../table/model.ts'
import type { Span } from '../text/span.ts'
import { Catalogue, Layout } from './catalogue.ts'
import type { Role } from './role.ts'

/** Who does a task, or by when, as prose tells it at the end of the task. */
export interface Duty {
  readonly role: Extract<Role, 'leadOffice' | 'supportOffice' | 'deadline'>
  readonly passage: Paragraph
  /** Without the label before it. */
  readonly span: Span
}

/** A numbered task of a ledger in prose: its own paragraph and those up to the next number. */
export interface ProseTask {
  readonly paragraph: Paragraph
  readonly duties: readonly Duty[]
  /** Whether what stands above it names somebody for all tasks below. */
  readonly isCovered: boolean
}

/** A ledger without a table: numbered tasks that end with 责任单位：…. */
export interface Prose {
  readonly tasks: readonly ProseTask[]
  readonly duties: readonly Duty[]
}

/** Fewer could stand in any notice. */
const LEAST_DUTIES = 3
/** More in one paragraph stand only in a text made to be slow. */
const MOST_DUTIES = 20

/** The tasks of a ledger in prose; undefined where hardly any paragraph says who is responsible. */
export function proseTasks(paragraphs: readonly Paragraph[]): Prose | undefined {
  const duties = paragraphs.flatMap(dutiesOf)
  if (duties.filter(({ role }) => role === 'leadOffice').length < LEAST_DUTIES) return undefined
  return { tasks: tasksOf(paragraphs, duties), duties }
}

/** A ledger in prose as a catalogue without entries. */
export function proseLedger(
  named: { readonly title: Passage | undefined; readonly agency: string | undefined },
  paragraphs: readonly Paragraph[],
): Catalogue {
  return new Catalogue({
    kind: 'ledger',
    ...(named.title && { title: named.title }),
    ...(named.agency !== undefined && { agency: named.agency }),
    header: [],
    layout: new Layout([]),
    sheets: [],
    entries: [],
    paragraphs,
  })
}

/** The tasks of a catalogue that is a ledger in prose; undefined for one with tables. */
export function proseOf(catalogue: Catalogue): Prose | undefined {
  if (catalogue.kind !== 'ledger' || catalogue.sheets.length > 0) return undefined
  return proseTasks(catalogue.paragraphs)
}

// （  责任单位  ：  县财政局、县审计局  ）
//     label        value
const LABELLED =
  /(?<label>(?:牵头|责任|主办|承办|负责)(?:责任)?(?:单位|部门|处室|科室|股室)|(?:配合|协办|参与)(?:单位|部门|处室|科室|股室)|(?:完成)?时限(?:要求)?|完成(?:时间|期限)|时间节点)[：:]\s{0,4}(?<value>[^；;。）)】\]\n：:]{2,160})/gu
// （  县财政局  牵头  ，  各镇  配合  ）
//     lead           support
const BRACKETED =
  /[（(【[](?<lead>[^（）()【】[\]，,；;。：:]{2,60}?)(?:牵头|负责)(?:落实|办理|组织实施)?(?:[，,；;](?<support>[^（）()【】[\]；;。：:]{2,100}?)(?:配合|协助|按职责分工负责))?[）)】\]]/gu

function dutiesOf(passage: Paragraph): readonly Duty[] {
  const found: Duty[] = []
  const add = (role: Duty['role'], value: string | undefined, from: number) => {
    if (value === undefined) return
    const start = passage.text.indexOf(value, from)
    const words = value.trimEnd()
    found.push({ role, passage, span: { start, end: start + words.length } })
  }
  for (const { groups = {}, index } of passage.text.matchAll(LABELLED)) {
    const { label = '', value } = groups
    add(roleOf(label), value, index + label.length)
  }
  for (const { groups = {}, index } of passage.text.matchAll(BRACKETED)) {
    add('leadOffice', groups.lead, index)
    add('supportOffice', groups.support, index + (groups.lead?.length ?? 0))
  }
  return found.slice(0, MOST_DUTIES)
}

function roleOf(label: string): Duty['role'] {
  if (/^(?:配合|协办|参与)/u.test(label)) return 'supportOffice'
  return /时/u.test(label) || label.startsWith('完成') ? 'deadline' : 'leadOffice'
}

/** What numbers a paragraph, highest first: 一、 （一） 1. （1） */
const NUMBERS: readonly RegExp[] = [
  /^\s*(?:第[一二三四五六七八九十]{1,3}[章部]|[一二三四五六七八九十]{1,3}、)/u,
  /^\s*[（(][一二三四五六七八九十]{1,3}[）)]/u,
  /^\s*\d{1,3}[.．、](?!\d)/u,
  /^\s*[（(]\d{1,3}[）)]/u,
]

function depthOf({ text }: Paragraph): number {
  return NUMBERS.findIndex((pattern) => pattern.test(text))
}

/** The paragraphs of the depth that most duties belong to, each with what is said below it. */
function tasksOf(paragraphs: readonly Paragraph[], duties: readonly Duty[]): readonly ProseTask[] {
  const leads = duties.filter(({ role }) => role === 'leadOffice')
  const leading = new Set(leads.map(({ passage }) => passage))
  const saidIn = new Map<Paragraph, Duty[]>()
  for (const duty of duties) saidIn.set(duty.passage, [...(saidIn.get(duty.passage) ?? []), duty])
  const counts = NUMBERS.map(() => 0)
  let owner = -1
  for (const paragraph of paragraphs) {
    const depth = depthOf(paragraph)
    if (depth >= 0) owner = depth
    if (leading.has(paragraph) && owner >= 0) counts[owner] = (counts[owner] ?? 0) + 1
  }
  const chosen = counts.indexOf(Math.max(...counts))
  if ((counts[chosen] ?? 0) < LEAST_DUTIES) return []
  const tasks: { paragraph: Paragraph; duties: Duty[]; isCovered: boolean }[] = []
  let current: (typeof tasks)[number] | undefined
  let isCovered = false
  for (const paragraph of paragraphs) {
    const depth = depthOf(paragraph)
    if (depth >= 0 && depth < chosen) {
      current = undefined
      isCovered = false
    } else if (depth === chosen) {
      current = { paragraph, duties: [], isCovered }
      tasks.push(current)
    }
    const said = saidIn.get(paragraph) ?? []
    if (current === undefined) isCovered ||= said.some(({ role }) => role === 'leadOffice')
    else current.duties.push(...said)
  }
  return tasks
}
