import { escapeUnprintable, printable } from '../text/printable.ts'
import type { Reading, ReadRow } from './reading.ts'

/** What a catalogue can be written as. */
export const TARGETS = ['md', 'csv', 'html', 'json'] as const
export type Target = (typeof TARGETS)[number]

/** What the readings came from. */
export interface Origin {
  readonly path: string
  readonly format: string
  readonly date?: string
  /** Version of mulint. */
  readonly version: string
}

/** Catalogues as a text of the target format. A page and a table have nothing that is obeyed. */
export function writeReadings(
  readings: readonly Reading[],
  origin: Origin,
  target: Target,
): string {
  switch (target) {
    case 'md':
      return readings.map(markdown).join('\n')
    case 'csv':
      return `\ufeff${readings.map(csv).join('\r\n')}`
    case 'html':
      return html(readings, origin)
    case 'json':
      return json(readings, origin)
  }
}

function markdown({ title, columns, rows }: Reading): string {
  const cell = (text: string) =>
    printable(text)
      .replace(/[\\|<>[\]`*_]/gu, (mark) => `\\${mark}`)
      .replaceAll('⏎', '<br>')
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |\n`
  return [
    ...(title === undefined ? [] : [`# ${cell(title)}\n\n`]),
    line(columns.map(({ label }) => label)),
    `|${' --- |'.repeat(columns.length)}\n`,
    ...rows.map(({ cells }) => line(cells)),
  ].join('')
}

/** A cell that a spreadsheet would take for a formula begins with an apostrophe. */
function csv({ columns, rows }: Reading): string {
  const cell = (text: string) => {
    const plain = printable(text).replaceAll('⏎', '\n')
    const safe = /^[=+\-@]/u.test(plain) ? `'${plain}` : plain
    return /[",\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  return [columns.map(({ label }) => label), ...rows.map(({ cells }) => cells)]
    .map((cells) => `${cells.map(cell).join(',')}\r\n`)
    .join('')
}

const STYLE =
  'body{font-family:sans-serif;margin:2em}table{border-collapse:collapse;margin-bottom:2em}' +
  'th,td{border:1px solid #999;padding:.3em .5em;vertical-align:top;text-align:left}' +
  'th{background:#eee}tr.moved td{background:#fff3cd}td.lent{color:#777}'

function html(readings: readonly Reading[], { path }: Origin): string {
  const tables = readings.map(({ title, columns, rows }) =>
    [
      '<table>',
      ...(title === undefined ? [] : [`<caption>${escaped(title)}</caption>`]),
      `<thead><tr>${columns.map(({ label }) => `<th>${escaped(label)}</th>`).join('')}</tr></thead>`,
      '<tbody>',
      ...rows.map(htmlRow),
      '</tbody>',
      '</table>',
    ].join('\n'),
  )
  return [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    `<title>${escaped(path)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<p>黄底的一行原来列错了位，这里按移回以后的样子列出。</p>',
    ...tables,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function htmlRow({ cells, moved }: ReadRow): string {
  const body = cells.map((text) => `<td>${escaped(text).replaceAll('⏎', '<br>')}</td>`).join('')
  return moved.length === 0 ? `<tr>${body}</tr>` : `<tr class="moved">${body}</tr>`
}

function escaped(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** As `schemas/catalogue.schema.json` defines it. */
function json(readings: readonly Reading[], { path, format, date, version }: Origin): string {
  const told = {
    version: 1,
    tool: { name: 'mulint', version },
    path,
    format,
    ...(date !== undefined && { date }),
    catalogues: readings,
  }
  return `${escapeUnprintable(JSON.stringify(told, undefined, 2))}\n`
}
