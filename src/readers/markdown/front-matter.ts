import { linesOf } from './lines.ts'

const FENCE = /^---[ \t]*$/

/**
 * Where the document begins: after a leading YAML block between two `---`, if there is one, and
 * after a byte order mark. A block with a row of a table in it is not taken for YAML, so that no
 * table is lost to two thematic breaks.
 */
export function documentStart(text: string): number {
  const start = text.startsWith('\uFEFF') ? 1 : 0
  if (!text.startsWith('---', start)) return start
  const lines = linesOf(text, start)
  const [first, ...rest] = lines.map((line) => text.slice(line.start, line.end))
  if (first === undefined || !FENCE.test(first)) return start
  const close = rest.findIndex((line) => FENCE.test(line))
  if (close < 0 || rest.slice(0, close).some((line) => line.startsWith('|'))) return start
  const after = lines[close + 2]?.start ?? text.length
  return text[after] === '\uFEFF' ? after + 1 : after
}
