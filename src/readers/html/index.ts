import type { Document } from '../../table/model.ts'
import { isBlank } from '../../text/normalise.ts'
import { UnreadableError } from '../reader.ts'
import { readBlocks } from './blocks.ts'
import { decodePage } from './charset.ts'
import { parsePage } from './tree.ts'

/**
 * Reads a web page, or what an office program saved as one: paragraphs and tables as a browser
 * without scripts and style sheets shows them. Throws {@link UnreadableError} when there is nothing
 * to read.
 */
export function readHtml(bytes: Uint8Array, _name: string, encoding?: string): Document {
  const page = decodePage(bytes, encoding)
  const source = page.text
  if (isBlank(source)) {
    throw new UnreadableError('empty', '文件是空的；应当核对是否选对了文件。')
  }
  const { notices, ...content } = readBlocks(source, parsePage(source))
  return {
    format: 'html',
    encoding: page.encoding,
    source,
    ...content,
    notices: [...page.notices, ...notices],
  }
}
