import type { Notice } from '../../table/model.ts'
import type { Page } from './furniture.ts'
import { linesIn } from './page-table.ts'
import { hasUnruledTable } from './unruled.ts'

/** What whoever reads the report should know of the pages of a file that has `count` of them. */
export function* noticesOf(pages: readonly Page[], count: number): Generator<Notice> {
  const read = new Set(pages.map(({ number }) => number))
  const lost = Array.from({ length: count }, (_, index) => index + 1).filter((n) => !read.has(n))
  if (lost.length > 0) {
    yield {
      kind: 'page-without-text',
      text: `第${listed(lost)}页已损坏，未能读取；应当重新导出或者重新下载。`,
    }
  }
  const blank = pages.filter(isWithoutText).map(({ number }) => number)
  if (blank.length > 0) {
    yield {
      kind: 'page-without-text',
      text: `第${listed(blank)}页没有文字，是空白页或者扫描图片；是扫描图片的，应当先做文字识别（OCR）。`,
    }
  }
  const unruled = pages.filter(({ items }) => hasUnruledTable(items)).map(({ number }) => number)
  if (unruled.length > 0) {
    yield {
      kind: 'unruled-table',
      text: `第${listed(unruled)}页的表格没有框线，只读取了文字；应当改用带框线的文件，或者原来的电子文档。`,
    }
  }
}

export function isWithoutText({ items }: Page): boolean {
  return items.every((item) => linesIn(item).length === 0)
}

/** 1、3至5 */
function listed(numbers: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const number of numbers) {
    const range = ranges.at(-1)
    if (range && range[1] === number - 1) range[1] = number
    else ranges.push([number, number])
  }
  return ranges.map(([from, to]) => (from === to ? from : `${from}至${to}`)).join('、')
}
