import type { Notice } from '../../table/model.ts'

/** What a page hides or claims, counted over all its tables. */
export interface Counts {
  hiddenTables: number
  hiddenRows: number
  hiddenTexts: number
  cut: number
  overlapping: number
}

export function noticesOf(counts: Counts): readonly Notice[] {
  return NOTICES.filter(([count]) => counts[count] > 0).map(([count, kind, text]) => ({
    kind,
    text: text(counts[count]),
  }))
}

const NOTICES: readonly (readonly [keyof Counts, Notice['kind'], (count: number) => string])[] = [
  [
    'hiddenTables',
    'hidden-sheet',
    (count) => `网页中有${count}张表格不显示，仍已读取；应当核对是否需要公开。`,
  ],
  [
    'hiddenRows',
    'hidden-rows',
    (count) => `网页的表格中有${count}行不显示，仍已读取；应当核对是否需要公开。`,
  ],
  [
    'hiddenTexts',
    'hidden-text',
    (count) => `网页的表格中有${count}处文字不显示，未作为单元格的内容读取；应当核对是否需要保留。`,
  ],
  [
    'cut',
    'span-limit',
    (count) => `网页的表格中有${count}处合并超出表格的行列，已按实有的行列截断；应当改正合并范围。`,
  ],
  [
    'overlapping',
    'overlapping-merge',
    (count) => `网页的表格中有${count}处合并与别的单元格重叠，已去掉重叠的部分；应当改正合并范围。`,
  ],
]
