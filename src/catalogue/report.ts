import type { Paragraph, Passage } from '../table/model.ts'
import { withoutSpace } from '../text/normalise.ts'
import { Catalogue, Layout } from './catalogue.ts'
import type { Grid } from './merge.ts'

// 一、总体情况 · 三、收到和处理政府信息公开申请情况
const PART =
  /^(?:[一二三四五六]、)?(?:总体情况|主动公开政府信息情况|收到和处理政府信息公开申请情况|存在的主要问题及改进情况|其他需要报告的事项)/u
const TABLE = /本年新收政府信息公开申请数量|现行有效件数|本年处理决定数量/u

/** A report shows its own parts or its own tables; a title alone could announce a template or a list. */
export function looksLikeReport(paragraphs: readonly Paragraph[], grids: readonly Grid[]): boolean {
  return (
    paragraphs.some(({ text }) => PART.test(withoutSpace(text))) ||
    grids.some(({ table }) =>
      table.rows
        .slice(0, 20)
        .flat()
        .some(({ text }) => TABLE.test(withoutSpace(text))),
    )
  )
}

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
