import { isBlank, withoutSpace } from '../text/normalise.ts'
import type { Span } from '../text/span.ts'
import { type Look, lookOf } from './affinity.ts'
import type { Role } from './role.ts'

/** A place at which one text falls into those of two columns, each unmistakable by itself. */
export interface Cut {
  readonly left: Part
  readonly right: Part
}

export interface Part {
  readonly span: Span
  readonly text: string
  readonly look: Look
}

/** The columns whose texts are known even when others are run together with them. */
const HOMES: Readonly<Partial<Record<Look, Role>>> = {
  citation: 'basis',
  deadline: 'deadline',
  body: 'subject',
  channels: 'channels',
}
const STRONG: ReadonlySet<Role> = new Set(Object.values(HOMES))

/** Whether the texts of a column can be told from those run together with them. */
export function isUnmistakable(role: Role): boolean {
  return STRONG.has(role)
}

/** The cut that leaves to the left what belongs under one column, and to the right under another. */
export function cutFor(cuts: readonly Cut[], left: Role, right: Role): Cut | undefined {
  return cuts.find((cut) => HOMES[cut.left.look] === left && HOMES[cut.right.look] === right)
}

/** Longer texts are no two cells run together. */
const LONGEST = 1000
/** So many places are tried from the start of a text, and so many from its end. */
const MOST_PLACES = 6

/** White space, or behind 》, a bracket or a number: 《…条例》自信息形成之日起… */
const PLACE = /\s+|(?<=[》）)号])(?![\s。，、；：》）)〉])/gu

/** Texts that stand in cells of their own elsewhere, by which one run together with another is known. */
export class KnownTexts {
  readonly #texts: ReadonlySet<string>
  readonly #lengths: readonly number[]

  constructor(texts: Iterable<string>) {
    this.#texts = new Set([...texts].filter(({ length }) => length >= 3 && length <= 40))
    this.#lengths = [...new Set([...this.#texts].map(({ length }) => length))]
  }

  /** The places in a text behind one that it begins with, and before one that it ends with. */
  places(text: string): readonly number[] {
    return this.#lengths.flatMap((length) => {
      const places: number[] = []
      if (length >= text.length) return places
      if (this.#texts.has(text.slice(0, length))) places.push(length)
      if (this.#texts.has(text.slice(-length))) places.push(text.length - length)
      return places
    })
  }
}

/** Every place at which a text falls into two that are unmistakable. */
export function cutsOf(text: string, known: KnownTexts): readonly Cut[] {
  if (text.length > LONGEST || isBlank(text)) return []
  const start = text.length - text.trimStart().length
  const end = text.trimEnd().length
  const marks = [...text.matchAll(PLACE)].map(({ index }) => index)
  const tried = marks.length > MOST_PLACES * 2 ? fromBothEnds(marks) : marks
  const places = new Set([
    ...tried,
    ...known.places(text.slice(start, end)).map((at) => at + start),
  ])
  return [...places].flatMap((place): Cut[] => {
    const left = part(text, start, place)
    const right = left && part(text, place, end)
    // Two citations or two bodies make a list.
    const isOne = left === undefined || right === undefined || left.look === right.look
    return isOne ? [] : [{ left, right }]
  })
}

function fromBothEnds(places: readonly number[]): readonly number[] {
  return [...places.slice(0, MOST_PLACES), ...places.slice(-MOST_PLACES)]
}

function part(text: string, from: number, to: number): Part | undefined {
  const stretch = text.slice(from, to)
  const own = stretch.trim()
  const look = lookOf(own)
  if (!isWhole(own, look)) return undefined
  const start = from + stretch.length - stretch.trimStart().length
  return { span: { start, end: start + own.length }, text: own, look }
}

const DEADLINE =
  /^(?:自|从|信息|每|\d|实时|即时|及时|长期|常年)[^《》■□，。；（）]{0,38}(?:内|前|公开|更新)$/u
const CITATION = /[》）)”条款项目号][。；]?$/u
/** What leads an agency into a sentence: 由县教育局, 报县政府. */
const LED = /^[由经报向在与和或及按依并自从至对被、，]/u

/** Whether a text is of this look from end to end, and nothing of another text hangs on it. */
function isWhole(text: string, look: Look): boolean {
  const packed = withoutSpace(text)
  switch (look) {
    case 'citation':
      return CITATION.test(packed)
    case 'deadline':
      return DEADLINE.test(packed)
    case 'body':
      return !LED.test(packed)
    case 'channels':
      return true
    default:
      return false
  }
}
