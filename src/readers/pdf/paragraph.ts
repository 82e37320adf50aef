import type { Paragraph } from '../../table/model.ts'
import { union } from './geometry.ts'
import type { TextLine } from './text-line.ts'
import { isFull, unwrapped } from './wrap.ts'

/** Between what lines stand. */
export interface Margins {
  readonly left: number
  readonly right: number
}

/** Lines this far in, in sizes of the font, begin a paragraph. */
const INDENT = 0.8

/** Baselines further apart than this, in sizes of the font, part paragraphs. */
const SPACING = 2.5

/** Share by which the sizes of one paragraph may differ. */
const SAME_SIZE = 0.1

const SENTENCE_END = /[。；：！？…]\s*$/u

// 一、 （一） 1. 1、 (1) 第一章 第一条
const NUMBERED =
  /^\s*(?:第?[一二三四五六七八九十百]+[、章节条]|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、])/u

/** Lines one after the other, as the paragraphs they were broken from. */
export function* paragraphsOf(
  lines: readonly TextLine[],
  marginsOf: (line: TextLine) => Margins,
): Generator<Paragraph> {
  let paragraph: TextLine[] = []
  for (const line of lines) {
    if (paragraph.length > 0 && !goesOn(paragraph, line, marginsOf)) {
      yield paragraphOf(paragraph)
      paragraph = []
    }
    paragraph.push(line)
  }
  if (paragraph.length > 0) yield paragraphOf(paragraph)
}

function goesOn(
  paragraph: readonly TextLine[],
  line: TextLine,
  marginsOf: (line: TextLine) => Margins,
): boolean {
  const last = paragraph.at(-1)
  if (!last || last.parts > 1 || line.parts > 1) return false
  if (Math.abs(line.size - last.size) > SAME_SIZE * last.size) return false
  if (line.page === last.page && line.baseline - last.baseline > SPACING * last.size) return false
  if (SENTENCE_END.test(last.text) && NUMBERED.test(line.text)) return false
  const { right } = marginsOf(last)
  const { left } = marginsOf(line)
  return isFull(last, line, right) && (isAtMargin(line, left) || isCentred(last, line))
}

function isAtMargin({ box, size, text }: TextLine, left: number): boolean {
  return box.left - left < INDENT * size && !/^\s{2}|^\u3000/u.test(text)
}

function isCentred(last: TextLine, line: TextLine): boolean {
  const shift = last.box.left + last.box.right - line.box.left - line.box.right
  return Math.abs(shift) / 2 < line.size
}

function paragraphOf(lines: readonly TextLine[]): Paragraph {
  const page = lines[0]?.page ?? 1
  const here = lines.filter((line) => line.page === page)
  return {
    kind: 'paragraph',
    text: unwrapped(lines),
    origin: { kind: 'page', page, box: here.map(({ box }) => box).reduce(union) },
  }
}

/** Right edges no further apart than this are taken for one. */
const SAME_EDGE = 3

/** How far towards the rightmost edge a line has to reach to tell anything of the margin. */
const LONG = 0.85

/** How much wider the right margin of a page may be than the left one, as a share of its width. */
const UNEVEN = 0.05

/**
 * The margins of a page that is `width` wide: the leftmost beginning of lines, and the end that most
 * of the long ones share, unless that leaves far more room than there is on the left.
 */
export function marginsAround(lines: readonly TextLine[], width: number): Margins {
  let [left, furthest] = [Infinity, -Infinity]
  for (const { box } of lines) {
    left = Math.min(left, box.left)
    furthest = Math.max(furthest, box.right)
  }
  const counts = new Map<number, number>()
  for (const { box } of lines) {
    if (box.right - left < LONG * (furthest - left)) continue
    const edge = Math.round(box.right / SAME_EDGE)
    counts.set(edge, (counts.get(edge) ?? 0) + 1)
  }
  let [common, most] = [furthest / SAME_EDGE, 0]
  for (const [edge, count] of counts) {
    if (count < most || (count === most && edge < common)) continue
    common = edge
    most = count
  }
  return { left, right: Math.max(common * SAME_EDGE, (1 - UNEVEN) * width - left) }
}
