import type { DeadlineClause, Form, Note } from './deadline/form.ts'
import { type Reading, readings } from './deadline/reading.ts'
import { type Phrase, type Squeezed, type Stretch, squeeze } from './deadline/squeezed.ts'
import { findTails, without } from './deadline/tail.ts'
import { isWeak, weakForm, weakNotes } from './deadline/weak.ts'

export {
  type Duration,
  surelyLonger,
  surelyWithin,
  type Unit,
  usuallyLonger,
} from './deadline/duration.ts'
export type * from './deadline/form.ts'

/** A clause in the making: its place in the squeezed text, and what is added to it later. */
interface Draft extends Stretch {
  readonly words: Phrase
  readonly form: Form
  readonly label?: Phrase
  /** Whether a label, a list marker or 其他 makes it a clause in its own right. */
  readonly ownRight: boolean
  readonly notes: Note[]
}

const NOTHING = /^[/\\|_—–\-无空]*$/u

const DITTO =
  /^(?:同上|同前|参照上[行项]|同上一?[行项]|同第?\d{1,4}[行项]|[〃″"]|[同参][“"《].{1,20}[”"》])[。;]?$/u

/** The clauses of a deadline cell, in their order. An empty cell has one, of kind `empty`. */
export function findDeadlines(text: string): readonly DeadlineClause[] {
  const whole = squeeze(text)
  const plain = { ...whole.phrase(0, whole.text.length), unlessOtherwise: false, notes: [] }
  if (NOTHING.test(whole.text)) return [{ kind: 'empty', ...plain }]
  if (DITTO.test(whole.text)) return [{ kind: 'ditto', ...plain }]

  const tails = findTails(whole.text)
  const cell = { ...whole, text: withoutPeriodColons(without(whole.text, tails)) }
  const drafts = [...sentences(cell.text)].flatMap((sentence) => read(cell, sentence))
  const kept = gather(drafts)
  if (kept.length === 0) {
    return [{ kind: tails.length > 0 ? 'by-rule' : 'unknown', ...plain }]
  }
  const yielding = draftsWithTail(kept, tails)
  return kept.map((draft) => {
    const { form, words, label, notes } = draft
    const unlessOtherwise = yielding.has(draft)
    return { ...form, ...words, unlessOtherwise, notes, ...(label && { label }) }
  })
}

/** 公示期限：5个工作日 is 公示期限为5个工作日, and no label of a part of the content. */
function withoutPeriodColons(text: string): string {
  return text.replace(
    /(?<=(?:公示|公告|公布|(?:征求|征集|听取)(?:公众)?意见)的?(?:期限?|时间|时长|周期)):(?=\d)/gu,
    '为',
  )
}

/** The clauses that a tail follows; a tail in front belongs to the first clause. */
function draftsWithTail(drafts: readonly Draft[], tails: readonly Stretch[]): ReadonlySet<Draft> {
  const found = new Set<Draft>()
  let at = 0
  for (const tail of tails) {
    while ((drafts[at + 1]?.start ?? Infinity) < tail.start) at++
    const draft = drafts[at]
    if (draft) found.add(draft)
  }
  return found
}

interface Sentence extends Stretch {
  readonly listed: boolean
}

// ；  ①    1.    （1）   （一）   一、
const BREAK =
  /[;。]|(?<marker>[①-⑳❶-❿]|(?<![\d.年])\d{1,2}[.、](?=\d{1,3}(?:个|工作|日|天)|\D)|(?<![第条款])\((?:\d{1,2}|[一二三四五六七八九十]{1,2})\)|(?<=^|[;。,:])[一二三四五六七八九十]{1,2}、)/gu

/** The text cut at its stops and list markers. */
function* sentences(text: string): Generator<Sentence> {
  let start = 0
  let listed = false
  for (const { 0: mark, index, groups } of text.matchAll(BREAK)) {
    if (index > start) yield { start, end: index, listed }
    start = index + mark.length
    listed = groups?.marker !== undefined
  }
  if (start < text.length) yield { start, end: text.length, listed }
}

/** The clauses of one sentence: one for each number or date, or one without any. */
function read(cell: Squeezed, sentence: Sentence): Draft[] {
  const drafts: Draft[] = []
  let from = sentence.start
  let before: Reading | undefined
  for (const reading of readings(cell, sentence)) {
    if (before) {
      const start = clauseStart(cell.text, from, reading)
      drafts.push(draftOf(cell, { ...sentence, start: from, end: start }, before))
      from = start
    }
    before = reading
  }
  drafts.push(draftOf(cell, { ...sentence, start: from }, before))
  return drafts
}

/** Where a clause begins that follows another: with its label, if it has one. */
function clauseStart(text: string, from: number, { start }: Reading): number {
  if (text[start - 1] !== ':') return start
  return Math.max(from, text.lastIndexOf(',', start) + 1)
}

/** Names of the column itself before a colon narrow nothing. */
const COLUMN = /^(?:公开|完成|办理)?(?:时限|时间|期限)$/u

// 处罚决定 ：  20个工作日内
// label
const LABEL = /^(?<label>[^,:]{1,40}):/u

/** The clause of a stretch, with the number or date that speaks in it if there is one. */
function draftOf(
  cell: Squeezed,
  { start, end, listed }: Sentence,
  reading: Reading | undefined,
): Draft {
  const { text } = cell
  const outer = trimmed(text, start, end)
  const { label } = LABEL.exec(text.slice(outer.start, outer.end))?.groups ?? {}
  const from = label === undefined ? outer.start : outer.start + label.length + 1
  const inner = trimmed(text, from, outer.end)
  const named = label === undefined || COLUMN.test(label) ? undefined : label
  const narrowed =
    named === undefined ? reading?.subject : cell.phrase(outer.start, outer.start + named.length)
  const base = {
    ...inner,
    words: cell.phrase(inner.start, inner.end),
    ...(narrowed && { label: narrowed }),
    ownRight: listed || narrowed !== undefined || isRemainder(text, inner),
  }
  if (reading) {
    const { form, said } = reading
    const notes = [
      ...weakNotes(cell, { start: inner.start, end: Math.max(inner.start, said.start) }),
      ...weakNotes(cell, { start: said.end, end: Math.max(said.end, inner.end) }),
    ]
    // 批复后 before 20日内公开 is no event by itself.
    return { ...base, form, notes: notes.filter(({ kind }) => kind !== 'event') }
  }
  const [first, ...notes] = weakNotes(cell, inner)
  return { ...base, form: weakForm(cell, inner, first?.kind), notes }
}

/** 其他信息及时公开 stands for itself beside a clause with a number. */
function isRemainder(text: string, { start }: Stretch): boolean {
  return /^其[中他它余]/u.test(text.slice(start, start + 2))
}

/** A stretch without the marks at both of its ends. */
function trimmed(text: string, start: number, end: number): Stretch {
  let first = start
  let last = end
  while (first < last && /[,、:).]/u.test(text[first] ?? '')) first++
  while (first < last && /[,、(:并且]/u.test(text[last - 1] ?? '')) last--
  return { start: first, end: last }
}

/** A clause with a number or a date; without one, it only says how. */
function isStrong({ form }: Draft): boolean {
  switch (form.kind) {
    case 'relative':
    case 'fixed-date':
    case 'periodic':
    case 'min-notice':
    case 'min-lead':
      return true
    case 'longterm':
      return form.duration !== undefined
    default:
      return false
  }
}

/**
 * Leaves out the sentences that only accompany another: a weak form becomes a note of the clause
 * with a number next to it (20个工作日内公开。及时更新。), and a remark that is not understood goes.
 */
function gather(drafts: readonly Draft[]): readonly Draft[] {
  const kept: Draft[] = []
  let speaker = drafts.find(isStrong)
  const alone = speaker === undefined
  for (const draft of drafts) {
    const { start, end, form, ownRight } = draft
    if (start === end) continue
    if (isStrong(draft)) speaker = draft
    if (isStrong(draft) || ownRight || (alone && form.kind !== 'unknown')) {
      kept.push(draft)
    } else if (isWeak(form.kind)) {
      speaker?.notes.push({ kind: form.kind, ...draft.words })
    }
  }
  return kept
}
