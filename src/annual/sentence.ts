import type { Span } from '../text/span.ts'

/** A text as it is searched: no white space, half-width digits and brackets; and where each unit stood. */
export interface Plain {
  readonly text: string
  /** Offset in the original of each unit of the text, and of its end. */
  readonly offsets: Uint32Array
}

/** Half-width forms of what may be written full-width; commas stay, for ，is no thousands separator. */
const NARROW = new Map(
  [...'０１２３４５６７８９（）：；．％'].map((wide, index) => [
    wide,
    '0123456789():;.%'[index] ?? '',
  ]),
)
NARROW.set('﹙', '(').set('﹚', ')')

export function plainOf(text: string): Plain {
  const units: string[] = []
  const offsets = new Uint32Array(text.length + 1)
  for (let index = 0; index < text.length; index++) {
    const unit = text[index] ?? ''
    if (/\s/u.test(unit)) continue
    offsets[units.length] = index
    units.push(unitOf(text, index))
  }
  offsets[units.length] = text.length
  return { text: units.join(''), offsets }
}

/** A half-width comma parts clauses unless it groups the digits of a number. */
function unitOf(text: string, index: number): string {
  const unit = text[index] ?? ''
  if (unit !== ',') return NARROW.get(unit) ?? unit
  const groups =
    /\d/u.test(text[index - 1] ?? '') && /^\d{3}(?!\d)/u.test(text.slice(index + 1, index + 5))
  return groups ? ',' : '，'
}

/** Where a stretch of the plain text stands in the original. */
export function originalSpan({ offsets }: Plain, { start, end }: Span): Span {
  return { start: offsets[start] ?? 0, end: (offsets[end - 1] ?? 0) + 1 }
}

/** Whether no blank stands within a number of a stretch: digits that one parts may be two numbers. */
export function isUnbroken({ text, offsets }: Plain, { start, end }: Span): boolean {
  for (const { index, 0: digits } of text.slice(start, end).matchAll(/[\d,.]{2,16}/gu)) {
    const from = offsets[start + index] ?? 0
    const to = offsets[start + index + digits.length - 1] ?? 0
    if (to - from !== digits.length - 1) return false
  }
  return true
}

/** A part of a sentence that says one thing. */
export interface Clause {
  readonly text: string
  /** Offset in the plain text. */
  readonly start: number
  /** What stands in the brackets that follow the clause, or one of its figures. */
  readonly asides: string
}

export interface Sentence {
  readonly clauses: readonly Clause[]
}

/** Stands where brackets were. */
export const ASIDE = '※'

const SENTENCE_END = /[。;！？!?\n]/u
const CLAUSE_END = /[，]/u
// 新收15件、上年结转2件 · 行政复议1件和行政诉讼2件
const FIGURE_BEFORE = /[0-9零一二两三四五六七八九十][件起宗份条例]※?$/u

/**
 * The sentences of a plain text, without what stands in brackets: that explains figures and is not
 * the figure itself. A bracket that is never closed ends with its sentence.
 */
export function sentencesOf({ text }: Plain): readonly Sentence[] {
  const sentences: Sentence[] = []
  let clauses: Clause[] = []
  let units: string[] = []
  let asides: string[] = []
  let start = 0
  let depth = 0
  const endClause = (next: number) => {
    if (units.length > 0) clauses.push({ text: units.join(''), start, asides: asides.join('') })
    units = []
    asides = []
    start = next
  }
  for (let index = 0; index < text.length; index++) {
    const unit = text[index] ?? ''
    if (SENTENCE_END.test(unit) && (depth === 0 || unit === '。')) {
      depth = 0
      endClause(index + 1)
      if (clauses.length > 0) sentences.push({ clauses })
      clauses = []
    } else if (unit === '(') {
      depth++
      // Offsets of what follows stay right: each unit of the brackets leaves one.
      units.push(ASIDE)
    } else if (depth > 0) {
      if (unit === ')') depth--
      asides.push(unit)
      units.push(ASIDE)
    } else if (CLAUSE_END.test(unit) || (unit === '、' && endsInFigure(units))) {
      endClause(index + 1)
    } else {
      units.push(unit)
    }
  }
  endClause(text.length)
  if (clauses.length > 0) sentences.push({ clauses })
  return sentences
}

function endsInFigure(units: readonly string[]): boolean {
  let end = units.length
  while (units[end - 1] === ASIDE) end--
  return FIGURE_BEFORE.test(units.slice(Math.max(0, end - 2), end).join(''))
}
