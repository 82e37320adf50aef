import type { Paragraph, Passage } from '../table/model.ts'
import { withoutSpace } from '../text/normalise.ts'
import { Catalogue, Layout } from './catalogue.ts'
import type { Grid } from './merge.ts'

// 一、 · 第一部分 · （一） · 1.
const NUMBER =
  /^(?:第[一二三四五六七八九十]{1,2}(?:部分|章)|[一二三四五六七八九十]{1,2}[、.．,，:：]?|[（(][一二三四五六七八九十]{1,2}[）)]|\d{1,2}[、.．])?[、:：]?/u
// 一、总体情况 · 三、收到和处理政府信息公开申请情况
const PART =
  /^(?:总体情况|主动公开政府信息情况|收到和处理政府信息公开申请情况|存在的主要问题及改进情况|其他需要报告的事项)/u
const TABLE = /本年新收政府信息公开申请数量|现行有效件数|本年处理决定数量/u
/** What the parts of a report in free form are about; each counts once. */
const FREE_PARTS: readonly RegExp[] = [
  /^(?:工作)?(?:概述|概况|总体情况|基本情况|主要工作)/u,
  /^(?:政府信息)?主动公开(?:政府信息|信息|工作)?(?:的)?(?:工作)?(?:情况|方面)/u,
  /^(?:政府信息|信息)?(?:依申请公开|收到.{0,8}申请|公开申请).{0,16}(?:情况|方面)/u,
  /^(?:政府信息公开)?.{0,12}(?:收费|费用).{0,10}情况/u,
  /^.{0,20}(?:行政复议|行政诉讼|申诉).{0,20}情况/u,
  /^.{0,12}(?:存在的?(?:主要)?问题|主要问题|存在的?不足).{0,24}$/u,
  /^(?:下一步|20\d{2}年|今后|改进).{0,12}(?:打算|计划|措施|安排|思路|重点)/u,
]
/** Titles of what only speaks of reports: the notice that asks for them, the form, a guide, a list. */
const ABOUT_REPORTS =
  /(?:通知|通报|指南|模板|范本|样本|样式|样表|格式|说明|办法|规定|规范|要求|方案|须知|汇总|汇总表|统计表|一览|一览表|列表|目录|专栏|解读|培训|问答)(?:[（(][^（()）]{0,12}[）)])?$|[（(](?:模板|范本|样本|样式|样表|格式|参考|空白|试行)[^（()）]{0,4}[）)]$/u
// 各县（区）人民政府，市政府各部门：
const ADDRESSED = /^各.{2,60}[:：]$/u
const FIGURE = /\d[条件次篇份个人场期项起宗万]/u
// ××局 · 20XX年 · ____条
const PLACEHOLDER = /[×Ｘ]{1,4}|[XxＯ○]{2,4}|_{2,}|＿{2,}|﹍{2,}/gu

/**
 * A report shows its own parts or its own tables; a title alone could announce a template or a list.
 * Before there was an official form, parts of any title and figures have to do.
 */
export function looksLikeReport(
  title: Passage | undefined,
  paragraphs: readonly Paragraph[],
  grids: readonly Grid[],
): boolean {
  const name = withoutSpace(title?.text ?? '')
  if (ABOUT_REPORTS.test(name)) return false
  const lines = linesOf(paragraphs)
  if (lines.slice(0, 12).some((line) => ADDRESSED.test(line))) return false
  const cells = grids.flatMap(({ table }) => table.rows.slice(0, 60).flat()).map(wordsOf)
  const hasTable = cells.some((words) => TABLE.test(words))
  const headings = [...lines, ...cells].map((line) => line.replace(NUMBER, ''))
  const hasPart = headings.some((line) => PART.test(line))
  if (hasTable || hasPart) return !isBlankForm(name, lines, cells, hasTable)
  return isFree(name, lines, headings)
}

function wordsOf({ text }: Passage): string {
  return withoutSpace(text)
}

function linesOf(paragraphs: readonly Paragraph[]): readonly string[] {
  return paragraphs
    .flatMap(({ text }) => text.split('\n'))
    .flatMap((line) => {
      const words = withoutSpace(line)
      return words === '' ? [] : [words]
    })
}

/** The official form, before anybody has filled it in. */
function isBlankForm(
  name: string,
  lines: readonly string[],
  cells: readonly string[],
  hasTable: boolean,
): boolean {
  if (lines.some((line) => FIGURE.test(line)) || cells.some((words) => IS_FIGURE.test(words))) {
    return false
  }
  const placeholders = [name, ...lines].join('\n').match(PLACEHOLDER)?.length ?? 0
  if (placeholders >= 3 || /[×ＸXx]{2}年/u.test(name)) return true
  // Without any figure, and with next to no text.
  return hasTable && lines.join('').length < LEAST_PROSE
}

const IS_FIGURE = /^[\d０-９][\d０-９,.]*$/u
const LEAST_PROSE = 400
const FORM_SINCE = 2019

function isFree(name: string, lines: readonly string[], headings: readonly string[]): boolean {
  if (!lines.some((line) => FIGURE.test(line))) return false
  const short = headings.filter(
    (line) => line.length <= LONGEST_HEADING || /^.{2,24}[。：:]/u.test(line),
  )
  const parts = FREE_PARTS.filter((part) => short.some((line) => part.test(line))).length
  const year = /(?<year>(?:19|20)\d{2})年/u.exec(name)?.groups?.year
  return parts >= (year !== undefined && Number(year) < FORM_SINCE ? 2 : 3)
}

const LONGEST_HEADING = 40

/** An annual report: text and tables, of which none has entries. */
export function reportOf(
  paragraphs: readonly Paragraph[],
  grids: readonly Grid[],
  title: Passage | undefined,
  agency: string | undefined,
): Catalogue {
  return new Catalogue({
    kind: 'annual-report',
    ...(title && { title }),
    ...(agency !== undefined && { agency }),
    header: [],
    layout: new Layout([]),
    sheets: grids.map((grid, table) => ({ grid, table })),
    entries: [],
    paragraphs,
  })
}
