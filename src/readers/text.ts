import type { Document } from '../table/model.ts'
import { isBlank } from '../text/normalise.ts'
import { extensionOf } from './delimited/extension.ts'
import { readDelimited } from './delimited/index.ts'
import { decode } from './encoding.ts'
import { noticesOfText } from './encoding-notices.ts'
import { readMarkdown } from './markdown/index.ts'
import { type Source, UnreadableError } from './reader.ts'

/** Reads Markdown and delimited text; the name tells which. Throws {@link UnreadableError}. */
export async function readText({ name, bytes }: Source, encoding?: string): Promise<Document> {
  const decoded = decode(bytes, encoding)
  const { text } = decoded
  if (isBlank(text)) throw new UnreadableError('empty', '文件是空的；应当核对是否选对了文件。')
  const { format, notices, ...content } = await readByName(text, name)
  return {
    format,
    encoding: decoded.encoding,
    source: text,
    ...content,
    notices: [...noticesOfText(decoded), ...notices],
  }
}

async function readByName(
  text: string,
  name: string,
): Promise<Pick<Document, 'format' | 'blocks' | 'notices' | 'directives'>> {
  if (!MARKDOWN.has(extensionOf(name))) return readDelimited(text, name)
  return { format: 'md', ...(await readMarkdown(text)) }
}

const MARKDOWN = new Set(['md', 'markdown'])
