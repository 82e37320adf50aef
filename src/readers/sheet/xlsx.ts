import type { Aside, Document } from '../../table/model.ts'
import type { SheetOrigin } from '../../table/origin.ts'
import { extensionOf } from '../delimited/extension.ts'
import type { Package } from '../package/zip.ts'
import { MAX_CELLS, onlyPictures, UnreadableError } from '../reader.ts'
import { addressOf } from './address.ts'
import { overlapNotices } from './notices.ts'
import { layOut, type Merge, type Sheet } from './region.ts'
import { readComments, readPersons } from './xlsx/comments.ts'
import { settleMerges } from './xlsx/merges.ts'
import { readSharedStrings } from './xlsx/shared-strings.ts'
import { readStyles } from './xlsx/styles.ts'
import { readWorkbook, type Workbook } from './xlsx/workbook.ts'
import { readWorksheet, type Shared } from './xlsx/worksheet.ts'

/**
 * Reads a workbook that is an office package (.xlsx, .xlsm, some .et) and begins with its part
 * `main`: its sheets in order, its comments apart. Throws {@link UnreadableError} when it is damaged,
 * hostile or empty.
 */
export async function readXlsx(source: Package, main: string, name: string): Promise<Document> {
  const workbook = await readWorkbook(source, main)
  const { sheets, overlaps, comments } = await readSheets(source, workbook)
  const { blocks, notices, asides } = layOut(sheets)
  if (blocks.length === 0) {
    if (source.names.some((part) => part.startsWith('xl/media/'))) throw onlyPictures('工作簿里')
    throw new UnreadableError('empty', '工作簿里没有内容；应当核对是否选对了文件。')
  }
  return {
    format: extensionOf(name) === 'et' ? 'et' : 'xlsx',
    blocks,
    notices: [...notices, ...overlapNotices(overlaps)],
    asides: [...asides, ...comments],
  }
}

interface Sheets {
  readonly sheets: readonly Sheet[]
  /** Merges that lie across others. */
  readonly overlaps: readonly SheetOrigin[]
  readonly comments: readonly Aside[]
}

async function readSheets(source: Package, workbook: Workbook): Promise<Sheets> {
  const shared = await readShared(source, workbook)
  const persons =
    workbook.persons === undefined ? new Map() : readPersons(await source.text(workbook.persons))
  const sheets: Sheet[] = []
  const overlaps: SheetOrigin[] = []
  const comments: Aside[] = []
  let room = MAX_CELLS
  for (const sheet of workbook.sheets) {
    const { name, isHidden, part } = sheet
    const { cells, merges, ...hidden } = readWorksheet(await source.text(part), part, shared, room)
    const { kept, overlapping } = settleMerges(merges)
    room -= cells.length
    sheets.push({ name, isHidden, cells, merges: kept, ...hidden })
    overlaps.push(...overlapping.map((merge) => originOf(name, merge)))
    comments.push(...(await readComments(source, sheet, persons)))
  }
  return { sheets, overlaps, comments }
}

async function readShared(source: Package, workbook: Workbook): Promise<Shared> {
  const { strings, styles, from1904 } = workbook
  return {
    strings: strings === undefined ? [] : readSharedStrings(await source.text(strings), strings),
    formats: styles === undefined ? [] : readStyles(await source.text(styles)),
    from1904,
  }
}

function originOf(sheet: string, { top, left, bottom, right }: Merge): SheetOrigin {
  const address = addressOf(top, left)
  return { kind: 'sheet', sheet, address, range: `${address}:${addressOf(bottom, right)}` }
}
