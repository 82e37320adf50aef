import type { Document } from '../../table/model.ts'
import { relationships } from '../package/relationships.ts'
import type { Package } from '../package/zip.ts'
import { onlyPictures, UnreadableError } from '../reader.ts'
import { readAsides } from './docx/asides.ts'
import { readDefinitions } from './docx/definitions.ts'
import { noticesOf } from './docx/notices.ts'
import { readStory } from './docx/story.ts'

/**
 * Reads a Word document, which begins with its part `main`. Throws {@link UnreadableError} when
 * there is nothing to read.
 */
export async function readDocx(source: Package, main: string): Promise<Document> {
  const targets = await relationships(source, main)
  const definitions = await readDefinitions(source, targets)
  const story = readStory(await source.text(main), main, definitions)
  const asides = await readAsides(source, targets, story, definitions)
  if (story.blocks.length === 0 && asides.length === 0) {
    if (targets.some(({ type }) => type === 'image')) throw onlyPictures('文档里')
    throw new UnreadableError('empty', '文档里没有文字；应当核对是否选对了文件。')
  }
  return {
    format: 'docx',
    blocks: story.blocks,
    notices: noticesOf(story),
    ...(asides.length > 0 && { asides }),
  }
}
