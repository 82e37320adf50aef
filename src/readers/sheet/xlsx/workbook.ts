import { damaged } from '../../package/directory.ts'
import { type Relationship, relationships } from '../../package/relationships.ts'
import { scanXml } from '../../package/xml.ts'
import type { Package } from '../../package/zip.ts'

/** The parts of a workbook that hold text, by name. */
export interface Workbook {
  readonly sheets: readonly SheetPart[]
  readonly strings: string | undefined
  readonly styles: string | undefined
  readonly persons: string | undefined
  /** Days are counted from 1904, as old Macintosh workbooks do. */
  readonly from1904: boolean
}

export interface SheetPart {
  readonly name: string
  readonly isHidden: boolean
  readonly part: string
}

/** Finds the worksheets of a workbook, in its order; charts and macros are none. */
export async function readWorkbook(source: Package, main: string): Promise<Workbook> {
  const found = await relationships(source, main)
  const byId = new Map(found.map((relationship) => [relationship.id, relationship]))
  const sheets: SheetPart[] = []
  let from1904 = false
  let isInSheets = false
  scanXml(await source.text(main), {
    open({ name, attributes }) {
      if (name === 'sheets') isInSheets = true
      else if (name === 'workbookPr') from1904 = isTrue(attributes.get('date1904'))
      else if (name === 'sheet' && isInSheets) sheets.push(...sheetPart(attributes, byId))
    },
    close(name) {
      if (name === 'sheets') isInSheets = false
    },
    text() {},
  })
  const partOf = (type: string) => found.find((other) => other.type === type)?.target
  return {
    sheets,
    strings: partOf('sharedStrings'),
    styles: partOf('styles'),
    persons: partOf('person'),
    from1904,
  }
}

function sheetPart(
  attributes: ReadonlyMap<string, string>,
  byId: ReadonlyMap<string, Relationship>,
): readonly SheetPart[] {
  const { type, target } = byId.get(attributes.get('id') ?? '') ?? {}
  if (type !== undefined && type !== 'worksheet') return []
  if (target === undefined) throw damaged()
  const state = attributes.get('state') ?? 'visible'
  return [{ name: attributes.get('name') ?? '', isHidden: state !== 'visible', part: target }]
}

/** A yes or no of an office package. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
