import { array, assert, constantFrom, integer, nat, oneof, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { textOrigin } from '../../table/locate.ts'
import type { Block, Document, Passage, Table } from '../../table/model.ts'
import { UnreadableError } from '../reader.ts'
import { readHtml } from './index.ts'

/** What pages are made of, and what breaks them. */
const PARTS = [
  ...'<table> </table> <tr> <td> <th> </td> </tr> <thead> <tbody> <tfoot> <caption>'.split(' '),
  ...'<p> </p> <div> </div> <b> </b> <a> </a> <font> <h1> </h1> <li> <pre> </pre>'.split(' '),
  ...['<img alt=√>', '<td hidden>', '<tr hidden>', '<div hidden>'],
  ...'<br> <textarea> </textarea>'.split(' '),
  ...'<svg> </svg> <script> </script> <template> <select> <option> <xmp> </xmp>'.split(' '),
  ...['<td rowspan=2>', '<td colspan=3>', '<td rowspan=0>', '<td colspan=9999 rowspan=9999>'],
  ...'&nbsp; &lt; &#32; &#10003; &#x20BB7; &copy2024 &nosuch; & &# < <! <!-- --> </'.split(' '),
  ...'序号 机构职能 √ 𠮷 a\0b \u00a0'.split(' '),
  ...[' ', '\n', '\r\n', '\t', '\f', '\r', '\u3000', '\ufeff', '<![CDATA[', ']]>'],
]

const RUNS = { seed: 20_191_103, numRuns: 400 }

const page = array(constantFrom(...PARTS), { maxLength: 80 }).map((parts) => parts.join(''))

test('whatever stands in a page, every text leads back to its source', () => {
  assert(
    property(page, (source) => {
      const document = result(new TextEncoder().encode(source), 'utf-8')
      for (const passage of document === undefined ? [] : passagesOf(document)) {
        expect(faultOf(document?.source ?? '', passage)).toBeUndefined()
      }
      for (const table of document === undefined ? [] : tablesOf(document.blocks)) {
        expect(overlapsIn(table)).toEqual([])
      }
    }),
    RUNS,
  )
})

const change = oneof(
  tuple(constantFrom('flip'), nat(), integer({ min: 1, max: 255 })),
  tuple(constantFrom('cut'), nat(), nat(64)),
  tuple(constantFrom('repeat'), nat(), nat(64)),
)

test('bytes that are cut, flipped or put in twice give a result or a reason', () => {
  assert(
    property(page, array(change, { minLength: 1, maxLength: 8 }), (source, changes) => {
      let bytes = new TextEncoder().encode(`<meta charset=utf-8><table><tr><td>${source}`)
      for (const [kind, position, amount] of changes) {
        const at = position % bytes.length
        if (kind === 'flip') bytes[at] = (bytes[at] ?? 0) ^ amount
        else bytes = splice(bytes, at, kind === 'cut' ? amount : -amount)
      }
      result(bytes)
      expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(NAMES)
    }),
    RUNS,
  )
})

const NAMES = Object.getOwnPropertyNames(Object.prototype)

/** Without some bytes, or with some bytes before them once more. */
function splice(bytes: Uint8Array, at: number, removed: number): Uint8Array<ArrayBuffer> {
  const rest = bytes.subarray(Math.max(0, at + removed))
  return Uint8Array.from([...bytes.subarray(0, at), ...rest, 0x3c])
}

function result(bytes: Uint8Array, encoding?: string): Document | undefined {
  try {
    return readHtml(bytes, '目录.html', encoding)
  } catch (error) {
    if (error instanceof UnreadableError) return undefined
    throw error
  }
}

function tablesOf(blocks: readonly Block[]): readonly Table[] {
  return blocks
    .filter((block) => block.kind === 'table')
    .flatMap((table) => [table, ...tablesOf(table.nested ?? [])])
}

function passagesOf({ blocks, asides = [] }: Document): readonly Passage[] {
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph')
  return [...paragraphs, ...asides, ...tablesOf(blocks).flatMap(({ rows }) => rows.flat())]
}

/** What is wrong with the place of a text, if anything is. */
function faultOf(source: string, passage: Passage): string | undefined {
  const { text } = passage
  const { start, end, offsets } = textOrigin(passage)
  if (start > end || end > source.length) return `${start} to ${end}`
  if (offsets === undefined) return source.slice(start, end) === text ? undefined : text
  if (offsets.length !== text.length + 1) return `${offsets.length} for ${text.length}`
  if (offsets[0] !== start || offsets.at(-1) !== end) return `${offsets} for ${start} to ${end}`
  const strays = text.split('').filter((unit, index) => !standsAt(source, unit, offsets, index))
  return strays.length === 0 ? undefined : `${JSON.stringify(strays)} at ${offsets}`
}

function standsAt(
  source: string,
  unit: string,
  offsets: readonly number[],
  index: number,
): boolean {
  const at = offsets[index] ?? -1
  const next = offsets[index + 1] ?? -1
  if (at < 0 || next < at) return false
  // What was moved out of a table stands behind it, so that all of the table is said to stand there.
  if (next === at) return true
  // Line breaks and tabs stand for the edges of blocks and cells.
  if (unit === '\n' || unit === '\t') return true
  if (unit === ' ') return /^[\s&]/u.test(source.slice(at))
  if (unit === '\ufffd') return source[at] === '\0'
  return source[at] === unit || /^(?:&|<img)/u.test(source.slice(at))
}

/** Places of a table that two cells cover. */
function overlapsIn({ rows }: Table): readonly string[] {
  const covered = new Set<string>()
  const overlaps: string[] = []
  for (const { row, column, rowSpan, columnSpan } of rows.flat()) {
    for (let down = row; down < row + rowSpan; down++) {
      for (let right = column; right < column + columnSpan; right++) {
        const place = `${down},${right}`
        if (covered.has(place) || down >= rows.length) overlaps.push(place)
        covered.add(place)
      }
    }
  }
  return overlaps
}
