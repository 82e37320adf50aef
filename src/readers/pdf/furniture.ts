import type { Aside } from '../../table/model.ts'
import { withoutSpace } from '../../text/normalise.ts'
import { clustersOf } from './lines.ts'
import { linesIn, type PageItem } from './page-table.ts'
import type { TextLine } from './text-line.ts'

/** What stands on a page, from top to bottom. */
export interface Page {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly items: readonly PageItem[]
}

interface Cleared {
  /** What is left, page after page. */
  readonly flow: readonly PageItem[]
  readonly furniture: readonly Aside[]
}

/** How far from its edge headers and footers begin, as a share of the page. */
const EDGE = 0.15

/** Print this much larger than most is a title, even where every page repeats it. */
const TITLE = 1.25

// 1  - 1 -  第 1 页  第1页 共3页  1/3  Page 1 of 3
const PAGE_NUMBER =
  /^[-–—－·.]*(?:第|共|page)?\d{1,4}页?(?:[,，/／]?(?:共|of|第)?\d{1,4}页?)?[-–—－·.]*$/iu

/** Takes headers, footers and page numbers out of the flow; a title that is repeated stays once. */
export function withoutFurniture(pages: readonly Page[]): Cleared {
  const repeated = repeatedLines(pages)
  const dropped = new Set(repeated.flatMap(({ lines }) => lines))
  return {
    flow: pages.flatMap(({ items }) =>
      items.filter((item) => item.kind === 'table' || !dropped.has(item)),
    ),
    furniture: repeated.flatMap(({ kind, lines: [line] }) => (line ? [asideOf(kind, line)] : [])),
  }
}

interface Repeated {
  readonly kind: 'header' | 'footer'
  readonly lines: readonly TextLine[]
}

function repeatedLines(pages: readonly Page[]): readonly Repeated[] {
  const alike = new Map<string, { kind: Repeated['kind']; places: Place[] }>()
  for (const place of pages.flatMap(placesOf)) {
    const key = `${place.kind} ${withoutNumber(place.line.text)}`
    const group = alike.get(key) ?? { kind: place.kind, places: [] }
    group.places.push(place)
    alike.set(key, group)
  }
  const title = TITLE * usualSize(pages)
  return [...alike.values()].flatMap(({ kind, places }) =>
    clustersOf(places, ({ depth }) => depth).flatMap(({ members }) => {
      const lines = members.map(({ line }) => line).sort((one, other) => one.page - other.page)
      const [first] = lines
      if (!first || !isFurniture(kind, lines, pages.length)) return []
      return [{ kind, lines: first.size > title ? lines.slice(1) : lines }]
    }),
  )
}

/** The text without white space, and without the number of the page. */
function withoutNumber(text: string): string {
  const words = withoutSpace(text)
  const isNumbered = /^\D*\d+\D*$|页|page/iu.test(words)
  return isNumbered ? words.replaceAll(/\d+/gu, '0') : words
}

function isFurniture(kind: Repeated['kind'], lines: readonly TextLine[], pages: number): boolean {
  const on = new Set(lines.map(({ page }) => page)).size
  if (on > 1 && on * 2 > pages) return true
  return kind === 'footer' && lines.every(({ text }) => PAGE_NUMBER.test(withoutSpace(text)))
}

/** A line near an edge of its page, and how far it is from it. */
interface Place {
  readonly kind: Repeated['kind']
  readonly line: TextLine
  readonly depth: number
}

function placesOf({ height, items }: Page): readonly Place[] {
  return items.flatMap((line): readonly Place[] => {
    if (line.kind !== 'line') return []
    if (line.box.bottom < EDGE * height) return [{ kind: 'header', line, depth: line.baseline }]
    if (line.box.top < (1 - EDGE) * height) return []
    return [{ kind: 'footer', line, depth: height - line.baseline }]
  })
}

/** The size in which most characters are set. */
function usualSize(pages: readonly Page[]): number {
  const counts = new Map<number, number>()
  for (const { size, text } of pages.flatMap(({ items }) => items.flatMap(linesIn))) {
    counts.set(size, (counts.get(size) ?? 0) + text.length)
  }
  let [usual, most] = [0, 0]
  for (const [size, characters] of counts) {
    if (characters <= most) continue
    usual = size
    most = characters
  }
  return usual
}

function asideOf(kind: Repeated['kind'], { text, page, box }: TextLine): Aside {
  return { kind, text, origin: { kind: 'page', page, box } }
}
