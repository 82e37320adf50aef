import type { Catalogue } from '../catalogue/catalogue.ts'
import { proseOf } from '../catalogue/prose.ts'
import { type BlankMeaning, blankMeaning, groupsOf, tasksOf } from '../catalogue/tasks.ts'
import { excerpt, printable } from '../text/printable.ts'

const LONGEST = 200

const MEANINGS: Readonly<Record<BlankMeaning, string>> = {
  blank: '当作没有填写',
  inferred: '相邻的行照样写出相同的单位，当作没有填写',
  unknown: '当作合并单元格，沿用上面的',
}

/** How the ledgers of a file were read: their tasks and groups, and what a blank means. */
export function ledgerLines(catalogues: readonly Catalogue[]): readonly string[] {
  return catalogues.filter(({ kind }) => kind === 'ledger').flatMap(linesOf)
}

function linesOf(catalogue: Catalogue): readonly string[] {
  const prose = proseOf(catalogue)
  if (prose !== undefined) {
    const named = prose.tasks.filter(({ duties }) => duties.length > 0).length
    return [
      `任务：没有表格，按正文的编号读出${prose.tasks.length}项，其中${named}项写了责任单位或者时限`,
    ]
  }
  const tasks = tasksOf(catalogue)
  const gaps = tasks.filter(({ gap, isOwn }) => gap !== undefined && isOwn).length
  const labels = groupsOf(catalogue).flatMap(({ label }) => label || [])
  const groups =
    labels.length === 0
      ? ''
      : `，分为${labels.length}组：${excerpt(printable(labels.join('、')), LONGEST)}`
  return [
    `任务：${tasks.length}行${groups}`,
    ...(gaps === 0 ? [] : [`牵头单位：${gaps}行空白，${MEANINGS[blankMeaning(catalogue)]}`]),
  ]
}
