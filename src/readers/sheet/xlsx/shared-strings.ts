import { scanXml } from '../../package/xml.ts'
import { MAX_CELLS } from '../../reader.ts'
import { tooManyCells } from '../region.ts'
import { type ItemText, StringItem } from './string-item.ts'

/** The texts that the cells of a workbook share, in order. */
export function readSharedStrings(xml: string, part: string): readonly ItemText[] {
  const strings: ItemText[] = []
  let item: StringItem | undefined
  scanXml(xml, {
    open({ name }) {
      if (name === 'si') item = new StringItem(part)
      else item?.open(name)
    },
    close(name) {
      if (name !== 'si' || item === undefined) {
        item?.close(name)
        return
      }
      if (strings.length === MAX_CELLS) throw tooManyCells()
      strings.push(item.finish())
      item = undefined
    },
    text(text) {
      item?.add(text)
    },
  })
  return strings
}
