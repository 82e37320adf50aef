import type { Catalogue, Entry } from '../src/catalogue/catalogue.ts'
import { isUnreliable, type Misfit, misfits } from '../src/catalogue/misfit.ts'
import { defineRule } from '../src/rule/rule.ts'
import type { Cell } from '../src/table/model.ts'
import { withoutSpace } from '../src/text/normalise.ts'

export default defineRule({
  id: 'table-column-count',
  title: '行列数不一致',
  severity: 'error',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue', 'ledger'],
  fix: 'none',
  asksOfRefused: true,
  basis: [
    {
      source: '国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见',
      article: '（国办发〔2019〕54号）',
      gist: '目录应当逐项写明各项要素；格数与栏数不等，要素就对不上栏。',
    },
  ],
  why: '多一格或者少一格，后面各栏全部错位，时限会读成主体，主体会读成渠道。',
  how: '对照表头补上空格或者删去多余的格；合并单元格拆开后，空格也要留着。',
  messages: {
    fewer: '本行有{cells}格，表头有{columns}栏，少{missing}格，应当补齐。',
    more: '本行有{cells}格，表头有{columns}栏，多{surplus}格，应当核对。',
    layout:
      '{rows}行的格数与表头的{columns}栏对不上，各行又不一样，多半是转换时丢了合并单元格或者分隔；先核对版式，这张表的内容不逐格判断。',
    scrambled:
      '表头的“{actual}”是“{label}”的字打乱了次序，多半是转换时把窄栏里的字读乱了；先换一种办法转换，这张表的内容不逐格判断。',
    scattered:
      '表头缺了好几栏，{rows}行的时限散在不同的栏里，多半是转换时把栏读乱了；先核对版式，这张表的内容不逐格判断。',
    header: '表头有{columns}栏，而{rows}行正文都有{cells}格，应当核对表头。',
  },
  examples: {
    good: [
      {
        name: '栏名少见、截短、换了说法，都读得懂',
        table: `
          | 序号 | 公开事项 | 内容规范 | 公开 | 公开主 | 更新周期 | 公开方 |
          | --- | --- | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 《政府信息公开条例》第十二条 | 市教育局 | 实时更新 | 主动 |
          | 2 | 公开制度 | 制度文本 | 《政府信息公开条例》第十二条 | 市教育局 | 实时更新 | 主动 |
        `,
      },
      {
        name: '行末空格在转换时丢失，其他行这些栏也空',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 备注 |
          | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 实时更新 |  |
          | 2 | 公开制度 | 制度文本 | 实时更新 |
          | 3 | 公开年报 | 年报文本 | 每年1月31日前 |  |
        `,
      },
      {
        name: '横贯全表的小标题',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 一、基础信息 |
          | 1 | 公开指南 | 指南文本 | 实时更新 |
        `,
      },
    ],
    bad: [
      {
        name: '表头的字打乱了次序，说一次',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | ⟦开限公时⟧ | 公开主体 | 定众特群 |
          | --- | --- | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 《政府信息公开条例》第十二条 | 实时更新 | 市教育局 | √ |
          | 2 | 公开制度 | 制度 | 时更实新 |
        `,
        says: [
          '表头的“开限公时”是“公开时限”的字打乱了次序，多半是转换时把窄栏里的字读乱了；先换一种办法转换，这张表的内容不逐格判断。',
        ],
      },
      {
        name: '缺了好几栏，时限散在各栏',
        table: `
          | ⟦序号⟧ | 公开事项 | 公开内容 | 责任单位 | 公开方式 | 说明 | 要点 |
          | --- | --- | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 实时更新 | 指南 | 文本 | 主动 | 市教育局 |
          | 2 | 公开制度 | 制度 | 实时更新 | 文本 | 主动 | 市教育局 |
          | 3 | 公开年报 | 年报 | 文本 | 每年1月31日前 | 主动 | 市教育局 |
          | 4 | 工作动态 | 会议 | 文本 | 主动 | 实时更新 | 市教育局 |
        `,
        says: [
          '表头缺了好几栏，4行的时限散在不同的栏里，多半是转换时把栏读乱了；先核对版式，这张表的内容不逐格判断。',
        ],
      },
      {
        name: '少一格',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 实时更新 | 市教育局 |
          | ⟦2⟧ | 公开制度 | 制度文本 | 市教育局 |
          | 3 | 公开年报 | 年报文本 | 每年1月31日前 | 市教育局 |
        `,
        says: ['本行有4格，表头有5栏，少1格，应当补齐。'],
      },
      {
        name: '多一格',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 实时更新 | 市教育局 |
          | 2 | 公开制度 | 制度文本 | 实时更新 | 市教育局 | ⟦见附件⟧ |
        `,
        says: ['本行有6格，表头有5栏，多1格，应当核对。'],
      },
      {
        name: '多数行对不上，各不一样，说一次',
        table: `
          | ⟦序号⟧ | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 实时更新 | 市教育局 |
          | 2 | 公开制度 | 文本 |
          | 3 | 公开年报 | 年报 | 甲 | 乙 | 丙 | 丁 |
          | 4 | 公开 | 目录 |
          | 5 | 机构 | 职能 | 甲 | 乙 | 丙 |
          | 6 | 人事 |
        `,
        says: [
          '5行的格数与表头的5栏对不上，各行又不一样，多半是转换时丢了合并单元格或者分隔；先核对版式，这张表的内容不逐格判断。',
        ],
      },
      {
        name: '每一行都比表头多一格，是表头少了一栏',
        table: `
          | ⟦序号⟧ | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 实时更新 | 市教育局 |
          | 2 | 公开制度 | 制度文本 | 实时更新 | 市教育局 |
          | 3 | 公开年报 | 年报文本 | 每年1月31日前 | 市教育局 |
        `,
        says: ['表头有4栏，而3行正文都有5格，应当核对表头。'],
      },
    ],
  },

  *check({ catalogue }) {
    const { refusal } = catalogue
    if (refusal !== undefined) {
      const at = { passage: refusal.at }
      if (refusal.kind === 'scrambled') {
        const data = { actual: withoutSpace(refusal.at.text), label: refusal.label }
        yield { message: 'scrambled', data, at }
      } else {
        yield { message: 'scattered', data: { rows: refusal.deadlines }, at }
      }
      return
    }
    const found = [...misfits(catalogue)].map(([entry, misfit]) => ({ entry, ...misfit }))
    const [first] = found
    if (first === undefined) return
    const [head] = catalogue.header
    if (head !== undefined && isHeaderAtFault(catalogue, found)) {
      const { cells, columns } = first
      const data = { cells, columns, rows: found.length }
      yield { message: 'header', data, at: { passage: head } }
      return
    }
    if (head !== undefined && isUnreliable(catalogue)) {
      const data = { columns: first.columns, rows: found.length }
      yield { message: 'layout', data, at: { passage: head } }
      return
    }
    for (const { entry, cells, columns } of found) {
      if (cells < columns) {
        const data = { cells, columns, missing: columns - cells }
        yield { message: 'fewer', data, at: { passage: cellOf(entry, 0) } }
      } else {
        const data = { cells, columns, surplus: cells - columns }
        yield { message: 'more', data, at: { passage: cellOf(entry, columns) } }
      }
    }
  },
})

/** When nearly all rows agree with each other, it is the header that differs. */
function isHeaderAtFault(
  { heads }: Catalogue,
  found: readonly ({ readonly entry: Entry } & Misfit)[],
): boolean {
  const alike = found.filter(({ entry, cells }) => entry.isHead && cells === found[0]?.cells)
  return heads.length >= 3 && alike.length >= heads.length * 0.8
}

function cellOf({ cells }: Entry, index: number): Cell {
  const cell = cells[index] ?? cells.at(-1)
  if (cell === undefined) throw new Error('table-column-count: a row without cells was compared')
  return cell
}
