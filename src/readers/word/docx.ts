import type { Document } from '../../table/model.ts'
import { findMainPart, relationships } from '../package/relationships.ts'
import { openPackage } from '../package/zip.ts'
import { UnreadableError } from '../reader.ts'
import { readAsides } from './docx/asides.ts'
import { readDefinitions } from './docx/definitions.ts'
import { noticesOf } from './docx/notices.ts'
import { readStory } from './docx/story.ts'

/** Reads a Word document. Throws {@link UnreadableError} when there is nothing to read. */
export async function readDocx(bytes: Uint8Array): Promise<Document> {
  const source = await openPackage(bytes)
  const main = await findMainPart(source)
  if (main === undefined) {
    throw new UnreadableError('damaged', '文件缺少 Word 文档的正文，无法读取；应当重新获取文件。')
  }
  const targets = await relationships(source, main.name)
  const definitions = await readDefinitions(source, targets)
  const story = readStory(await source.text(main.name), main.name, definitions)
  const asides = await readAsides(source, targets, story, definitions)
  if (story.blocks.length === 0 && asides.length === 0) {
    throw new UnreadableError('empty', '文档里没有文字；应当核对是否选对了文件。')
  }
  return {
    format: 'docx',
    blocks: story.blocks,
    notices: noticesOf(story),
    ...(asides.length > 0 && { asides }),
  }
}
