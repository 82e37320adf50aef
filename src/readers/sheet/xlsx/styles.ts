import { scanXml } from '../../package/xml.ts'
import { BUILT_IN } from '../number-format/built-in.ts'

/** More styles than a workbook can have. */
const MAX_STYLES = 65_536

/** The number format of each cell style, in order; undefined for General. */
export function readStyles(xml: string): readonly (string | undefined)[] {
  const codes = new Map(BUILT_IN)
  const formats: number[] = []
  let list = ''
  scanXml(xml, {
    open({ name, attributes }) {
      if (name === 'numFmts' || name === 'cellXfs') list = name
      else if (name === 'numFmt' && list === 'numFmts' && codes.size < MAX_STYLES) {
        codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '')
      } else if (name === 'xf' && list === 'cellXfs' && formats.length < MAX_STYLES) {
        formats.push(Number(attributes.get('numFmtId') ?? 0))
      }
    },
    close(name) {
      if (name === list) list = ''
    },
    text() {},
  })
  return formats.map((id) => codes.get(id))
}
