import type { MendRun } from '../engine/mending.ts'
import type { Replacement } from '../fix/plan.ts'
import type { Paint } from './paint.ts'

/** Lines that stand around a change. */
const CONTEXT = 3

/** What changes as a unified diff of lines; a text in another encoding is shown in UTF-8. */
export function renderMendingDiff({ files }: MendRun, paint: Paint): string {
  return files
    .flatMap(({ result, text, replacements }) =>
      text === undefined || replacements.length === 0
        ? []
        : unifiedDiff(result.path, text, replacements, paint),
    )
    .join('')
}

/** A stretch of lines, and what stands there instead. */
interface Change {
  /** Number of the first line, from 0. */
  readonly from: number
  readonly old: readonly string[]
  readonly now: readonly string[]
}

function unifiedDiff(
  path: string,
  text: string,
  replacements: readonly Replacement[],
  paint: Paint,
): string {
  const lines = linesOf(text)
  const hunks: Change[][] = []
  for (const change of changesOf(text, lines, replacements)) {
    const hunk = hunks.at(-1)
    const last = hunk?.at(-1)
    const isNear = last && change.from - (last.from + last.old.length) <= 2 * CONTEXT
    if (hunk !== undefined && isNear) hunk.push(change)
    else hunks.push([change])
  }
  let shift = 0
  const out = [`--- ${printableName(`a/${path}`)}\n`, `+++ ${printableName(`b/${path}`)}\n`]
  for (const hunk of hunks) {
    const [first, last] = [hunk[0], hunk.at(-1)]
    if (first === undefined || last === undefined) continue
    const from = Math.max(0, first.from - CONTEXT)
    const to = Math.min(lines.length, last.from + last.old.length + CONTEXT)
    const grown = hunk.reduce((sum, { old, now }) => sum + now.length - old.length, 0)
    out.push(
      paint.dim(`@@ -${range(from, to - from)} +${range(from + shift, to - from + grown)} @@`),
      '\n',
    )
    let at = from
    for (const { from: start, old, now } of hunk) {
      out.push(...lines.slice(at, start).map((line) => told(' ', line)))
      out.push(...old.map((line) => paint.red(told('-', line))))
      out.push(...now.map((line) => paint.green(told('+', line))))
      at = start + old.length
    }
    out.push(...lines.slice(at, to).map((line) => told(' ', line)))
    shift += grown
  }
  return out.join('')
}

function changesOf(
  text: string,
  lines: readonly string[],
  replacements: readonly Replacement[],
): readonly Change[] {
  const changes: Change[] = []
  let line = 0
  let start = 0
  let index = 0
  for (let next = replacements[index]; next !== undefined; next = replacements[index]) {
    while (line < lines.length - 1 && start + (lines[line]?.length ?? 0) <= next.start) {
      start += lines[line]?.length ?? 0
      line++
    }
    let count = 0
    let end = start
    let now = ''
    let at = start
    // What reaches into a line is told with it.
    for (let one: Replacement | undefined = next; one !== undefined; one = replacements[index]) {
      if (one !== next && one.start >= end) break
      now += text.slice(at, one.start) + one.text
      at = one.end
      index++
      while (line + count < lines.length && (count === 0 || end < at)) {
        end += lines[line + count]?.length ?? 0
        count++
      }
    }
    now += text.slice(at, end)
    changes.push({ from: line, old: lines.slice(line, line + count), now: linesOf(now) })
    line += count
    start = end
  }
  return changes
}

/** The lines of a text with their ends. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/gu) ?? []
}

function told(mark: string, line: string): string {
  const content = line.replace(/[\r\n]+$/u, '')
  const end = line === content ? '\n\\ No newline at end of file\n' : '\n'
  // Where lines end with a return as well, a patch must have it.
  const feed = line.endsWith('\r\n') ? '\r' : ''
  return `${mark}${visible(content)}${feed}${end}`
}

// A terminal must not obey what a document says; a tab is what it is.
function visible(text: string): string {
  return text.replace(
    UNPRINTABLE,
    (one) => `‹U+${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}›`,
  )
}

const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be printed
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu

function printableName(path: string): string {
  return visible(path).replaceAll('\n', '⏎')
}

function range(from: number, length: number): string {
  return `${length === 0 ? from : from + 1},${length}`
}
