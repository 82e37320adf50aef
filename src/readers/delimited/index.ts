import { LineMap } from '../../table/locate.ts'
import type { Document, Format, Notice } from '../../table/model.ts'
import { groupBlocks } from './blocks.ts'
import { readCellLines } from './cell-lines.ts'
import { extensionOf } from './extension.ts'
import { type Separator, scanRecords } from './scan.ts'
import { findSeparator } from './separator.ts'

/**
 * Reads text with separators, or with one cell a line. Of the name only the extension counts, and
 * only as a hint. Throws {@link UnreadableError} when a row is too wide.
 */
export function readDelimited(
  text: string,
  name: string,
): Pick<Document, 'format' | 'blocks' | 'notices'> {
  const cellLines = readCellLines(text)
  if (cellLines !== undefined) {
    return { format: formatOf(name, '\t'), blocks: cellLines, notices: [] }
  }
  const separator = findSeparator(text, name)
  const openQuotes: number[] = []
  const blocks = [...groupBlocks(scanRecords(text, separator, openQuotes))]
  return { format: formatOf(name, separator), blocks, notices: quoteNotices(text, openQuotes) }
}

function formatOf(name: string, separator: Separator | undefined): Format {
  if (separator === undefined || extensionOf(name) === 'txt') return 'txt'
  return separator === '\t' ? 'tsv' : 'csv'
}

function quoteNotices(text: string, openQuotes: readonly number[]): readonly Notice[] {
  const [first] = openQuotes
  if (first === undefined) return []
  const { line } = new LineMap(text).position(first)
  const subject =
    openQuotes.length === 1
      ? `第${line}行有一处双引号没有收尾`
      : `有${openQuotes.length}处双引号没有收尾，第一处在第${line}行`
  return [
    {
      kind: 'unclosed-quote',
      text: `${subject}，已按普通字符读取；应当补上后一个双引号，或者删去这一个。`,
    },
  ]
}
