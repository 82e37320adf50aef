import { textOrigin } from '../../table/locate.ts'
import type { Block, Paragraph } from '../../table/model.ts'
import type { Span } from '../../text/span.ts'
import { isBlank, trimBlanks } from './lines.ts'
import { isMarked } from './markup.ts'
import { PassageBuilder, verbatim } from './passage.ts'
import { HEADING } from './runs.ts'
import type { ScannedTable } from './scan.ts'

/**
 * What may begin something else than a line of a paragraph: indentation, a quote, a list, a fence,
 * HTML, a table, a definition, a break, an underline, a delimiter row.
 */
const NOT_PLAIN = /^(?:[ \t>+\-*=_~`<|#[:]|\d{1,9}[.)](?:[ \t]|$))/

/**
 * The blocks of a document in which, beside the tables, there are only headings (`#`) and
 * paragraphs without any markup; undefined for any other document.
 */
export function readPlain(
  text: string,
  lines: readonly Span[],
  tables: readonly ScannedTable[],
): Block[] | undefined {
  const blocks: Block[] = []
  let next = 0
  for (const table of tables) {
    const before = readProse(text, lines.slice(next, table.first))
    if (!before) return undefined
    for (const block of before) blocks.push(block)
    blocks.push(table.table)
    next = table.end
  }
  const after = readProse(text, lines.slice(next))
  return after && blocks.concat(after)
}

function readProse(text: string, lines: readonly Span[]): Paragraph[] | undefined {
  const blocks: Paragraph[] = []
  let open: Span[] = []
  for (const line of lines) {
    const content = text.slice(line.start, line.end)
    const heading = HEADING.exec(content)?.[1]
    if (heading === undefined && !isBlank(text, line)) {
      if (NOT_PLAIN.test(content)) return undefined
      open.push(line)
      continue
    }
    if (open.length > 0) blocks.push(paragraph(text, open))
    open = []
    if (heading === undefined) continue
    const title = trimBlanks(text, { start: line.start + heading.length, end: line.end })
    // Number signs may close a heading as well.
    if (text[title.end - 1] === '#') return undefined
    if (title.start === title.end) continue
    blocks.push({
      kind: 'paragraph',
      heading: heading.length,
      ...verbatim(text, title.start, title.end),
    })
  }
  if (open.length > 0) blocks.push(paragraph(text, open))
  return blocks.some((block) => isDoubtful(text, block)) ? undefined : blocks
}

/** Whether a parser might see markup, or a table without outer bars. */
function isDoubtful(text: string, paragraph: Paragraph): boolean {
  const { start, end } = textOrigin(paragraph)
  const content = text.slice(start, end)
  return content.includes('|') || isMarked(content)
}

function paragraph(text: string, lines: readonly Span[]): Paragraph {
  const builder = new PassageBuilder(text, lines[0]?.start ?? 0)
  let end: number | undefined
  for (const line of lines) {
    if (end !== undefined) builder.put('\n', end, line.start)
    const content = trimBlanks(text, line)
    builder.copy(content.start, content.end)
    end = content.end
  }
  return { kind: 'paragraph', ...builder.passage() }
}
