import { MAX_CELLS, MAX_COLUMNS, UnreadableError } from '../../reader.ts'

/** Tables inside tables: the text of each stands in every cell around it as well. */
export const MAX_NESTING = 32

export function tooDeep(): UnreadableError {
  return new UnreadableError(
    'too-deep',
    `表格里的表格嵌套超过 ${MAX_NESTING} 层，无法读取；应当核对文件的来源。`,
  )
}

export function tooManyCells(): UnreadableError {
  return new UnreadableError(
    'too-many-cells',
    `文档的单元格和段落超过 ${MAX_CELLS} 个，无法读取；应当拆成几个文件。`,
  )
}

export function tooWide(): UnreadableError {
  return new UnreadableError(
    'too-many-columns',
    `表格有一行超过 ${MAX_COLUMNS} 列，无法读取；应当核对文件的来源。`,
  )
}
