import type { Document } from '../../table/model.ts'
import { documentStart } from './front-matter.ts'
import { linesOf } from './lines.ts'
import { readPlain } from './plain.ts'
import { findRuns } from './runs.ts'
import { scanTable } from './scan.ts'

type Content = Pick<Document, 'blocks' | 'notices' | 'directives'>

/**
 * Reads GitHub-flavoured Markdown: headings, paragraphs and tables, wherever they stand; code, HTML
 * and front matter are left out. A catalogue without markup is read at once; only for another
 * document is a parser loaded, and a promise given.
 */
export function readMarkdown(text: string): Content | Promise<Content> {
  const lines = linesOf(text, documentStart(text))
  const tables = findRuns(text, lines).map((run) => scanTable(text, lines, run))
  const plain = readPlain(text, lines, tables)
  if (plain && tables.every(({ marked }) => marked.length === 0)) {
    return { blocks: plain, notices: [] }
  }
  return import('./parsed.ts').then(({ readParsed }) => ({
    ...readParsed({ source: text, lines, tables }, plain),
    notices: [],
  }))
}
