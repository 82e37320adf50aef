import type { Format } from '../table/model.ts'
import type { Catalogue } from './catalogue.ts'
import { isUnreliable } from './misfit.ts'

/** How far a table's cells can be trusted to be those of its author. */
export interface Grade {
  readonly letter: 'A' | 'B' | 'C' | 'D'
  /** One Chinese sentence. */
  readonly reason: string
}

const NATIVE: Grade = { letter: 'A', reason: '单元格和合并单元格都是文件里原有的。' }
const UNMERGED: Grade = {
  letter: 'B',
  reason: '单元格是原有的，合并单元格已被拆开，空白按序号推断归属。',
}
const REBUILT: Grade = { letter: 'C', reason: '表格由页面上的线条和文字还原，跨页处可能有出入。' }

const GRADES: Readonly<Record<Format, Grade>> = {
  html: NATIVE,
  xlsx: NATIVE,
  xls: NATIVE,
  et: NATIVE,
  docx: NATIVE,
  doc: NATIVE,
  wps: NATIVE,
  md: UNMERGED,
  csv: UNMERGED,
  tsv: UNMERGED,
  txt: UNMERGED,
  pdf: REBUILT,
}

const GUESSED: Grade = {
  letter: 'D',
  reason: '一半以上的行与表头的栏数对不上，多半是转换时丢了合并单元格或者分隔，先核对版式。',
}

const REFUSED: Grade = {
  letter: 'D',
  reason: '表头的字或者各栏在转换时读乱了，没有逐格检查，先核对版式。',
}

/** The grade of everything that is read from a format; lower where the lines do not fit the header. */
export function gradeOf(format: Format, catalogues: readonly Catalogue[] = []): Grade {
  if (catalogues.some(({ refusal }) => refusal !== undefined)) return REFUSED
  return catalogues.some(isUnreliable) ? GUESSED : GRADES[format]
}
