import type { Repair } from '../src/catalogue/align.ts'
import { type Catalogue, columnName, type Entry } from '../src/catalogue/catalogue.ts'
import { type Edit, type Fix, replace } from '../src/fix/edit.ts'
import { defineRule } from '../src/rule/rule.ts'
import type { Cell } from '../src/table/model.ts'
import { withoutSpace } from '../src/text/normalise.ts'

export default defineRule({
  id: 'table-column-shift',
  title: '列错位（内容填入相邻栏）',
  severity: 'error',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'suggested',
  supersedes: ['content-missing', 'basis-missing', 'deadline-unparseable', 'audience-conflict'],
  basis: [
    {
      source: '国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见',
      article: '（国办发〔2019〕54号）',
      gist: '目录逐项写明名称、内容、依据、时限、主体、方式、渠道、对象等要素，各要素与所属事项对应。',
    },
  ],
  why: '合并单元格丢了、少填一格，后面的内容就全部错到相邻的栏里：依据成了时限，时限成了主体，读的人无从对应。',
  how: '对照表头逐格移回；原表有合并单元格的，核对合并范围后再转换。这一行的其他问题，都按移回以后的样子判断。',
  messages: {
    shifted: '这一行从“{from}”栏起错了位，应当逐格移回：{moves}。',
    split: '这一格里并着两栏的内容，应当拆开：{parts}。',
    splitShifted:
      '这一格里并着两栏的内容，应当拆开：{parts}；别的格因此错了位，应当逐格移回：{moves}。',
    slid: '公开内容写进了“{from}”栏，“{to}”栏空着，应当移过去；原表是合并单元格的，核对合并范围。',
  },
  examples: {
    good: [
      {
        name: '续行、空白的三级事项、较长的事项名称都不是错位',
        table: `
          | 序号 | 一级事项 | 二级事项 | 三级事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | 领导信息 |  | 姓名、分工、简历 | 《政府信息公开条例》第二十条 | 20个工作日内 | 县教育局 |
          |  |  | 内设机构 | 科室职责 | 科室名称、电话 |  |  |  |
          | 2 | 教育 | 义务教育学校划片招生和转学休学复学办理指南 |  | 范围、条件、程序 | 《义务教育法》第十二条 | 20个工作日内 | 县教育局 |
        `,
      },
      {
        name: '时限里提到机关，依据后面有说明，都不是两栏并在一格',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 | 公开渠道和载体 |
          | --- | --- | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能、地址、电话 县教育局 | 《政府信息公开条例》第二十条 各单位逐项公开 | 20个工作日内 由县教育局 |  | ■政府网站 |
          | 2 | 工作动态 | 会议、活动 | 《政府信息公开条例》第二十条 | 实时更新 县教育局 | 县教育局 | ■政府网站 |
          | 3 | 规划计划 | 规划文本 | 《政府信息公开条例》第二十条 | 20个工作日内 | 县教育局 | ■政府网站 |
        `,
      },
      {
        name: '内容里写了文件名称、主体写了网站名，都不算',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 | 公开渠道和载体 |
          | --- | --- | --- | --- | --- | --- | --- |
          | 1 | 政策文件 | 《青溪县促进就业办法》全文 | 《政府信息公开条例》第二十条 | 20个工作日内 | 县政务服务中心 | ■政府网站 |
          | 2 | 政府网站 | 网站名录 | 《政府信息公开条例》第二十条 | 实时更新 | 县政府门户网站编辑部 | ■政府网站 |
        `,
      },
    ],
    bad: [
      {
        name: '时限和主体并在一格，主体空着',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 | 公开渠道和载体 |
          | --- | --- | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能、地址 | 《政府信息公开条例》第二十条 | 20个工作日内 | 县教育局 | ■政府网站 |
          | 2 | 工作动态 | 会议、活动 | 《政府信息公开条例》第二十条 | ⟦实时更新 县教育局⟧ |  | ■政府网站 |
        `,
        says: [
          '这一格里并着两栏的内容，应当拆开：“实时更新”归“公开时限”，“县教育局”归“公开主体”。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 | 公开渠道和载体 |
          | --- | --- | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能、地址 | 《政府信息公开条例》第二十条 | 20个工作日内 | 县教育局 | ■政府网站 |
          | 2 | 工作动态 | 会议、活动 | 《政府信息公开条例》第二十条 | 实时更新 | 县教育局 | ■政府网站 |
        `,
      },
      {
        name: '依据和时限并在一格，后面少了一格',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 | 公开渠道和载体 |
          | --- | --- | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能、地址 | 《政府信息公开条例》第二十条 | 20个工作日内 | 县教育局 | ■政府网站 |
          | 2 | 工作动态 | 会议、活动 | ⟦《国务院办公厅关于做好政务公开工作的通知》（国办发〔2019〕54号）实时更新⟧ | 县教育局 | ■政府网站 |
        `,
        says: [
          '这一格里并着两栏的内容，应当拆开：“《国务院办公厅关于做好政务公开工…”归“公开依据”，“实时更新”归“公开时限”；别的格因此错了位，应当逐格移回：“县教育局”移到“公开主体”，“■政府网站”移到“公开渠道和载体”。',
        ],
      },
      {
        name: '丢了一格，后面全部左移',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 | 公开渠道和载体 |
          | --- | --- | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能、地址 | 《政府信息公开条例》第二十条 | 20个工作日内 | 县教育局 | ■政府网站 |
          | 2 | 工作动态 | ⟦《政府信息公开条例》第二十条⟧ | 实时更新 | 县教育局 | ■政府网站 |  |
        `,
        says: [
          '这一行从“公开内容”栏起错了位，应当逐格移回：“《政府信息公开条例》第二十条”移到“公开依据”，“实时更新”移到“公开时限”，“县教育局”移到“公开主体”，“■政府网站”移到“公开渠道和载体”。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 | 公开渠道和载体 |
          | --- | --- | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能、地址 | 《政府信息公开条例》第二十条 | 20个工作日内 | 县教育局 | ■政府网站 |
          | 2 | 工作动态 |  | 《政府信息公开条例》第二十条 | 实时更新 | 县教育局 | ■政府网站 |
        `,
      },
      {
        name: '移回的文字里有别的格式要用的符号，只说不改',
        format: 'tsv',
        table: [
          '序号\t公开事项\t公开内容\t公开依据\t公开时限\t公开主体\t公开渠道和载体',
          '1\t机构职能\t职能、地址\t《政府信息公开条例》第二十条\t20个工作日内\t县教育局\t■政府网站',
          '2\t工作动态\t⟦《预算法》第十四条,第八十九条⟧\t实时更新\t县教育局\t■政府网站\t',
          '',
        ].join('\n'),
        says: [
          '这一行从“公开内容”栏起错了位，应当逐格移回：“《预算法》第十四条,第八十九条”移到“公开依据”，“实时更新”移到“公开时限”，“县教育局”移到“公开主体”，“■政府网站”移到“公开渠道和载体”。',
        ],
      },
      {
        name: '内容写进了三级事项栏',
        table: `
          | 序号 | 一级事项 | 二级事项 | 三级事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | 领导信息 | 分工 | 姓名、分工 | 《政府信息公开条例》第二十条 | 20个工作日内 |
          | 2 | 法定内容 | 履职信息 | ⟦社会公众应当广泛知晓或者参与的各项信息⟧ |  | 《政府信息公开条例》第十九条 | 实时更新 |
        `,
        says: [
          '公开内容写进了“三级事项”栏，“公开内容”栏空着，应当移过去；原表是合并单元格的，核对合并范围。',
        ],
        fixed: `
          | 序号 | 一级事项 | 二级事项 | 三级事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | 领导信息 | 分工 | 姓名、分工 | 《政府信息公开条例》第二十条 | 20个工作日内 |
          | 2 | 法定内容 | 履职信息 |  | 社会公众应当广泛知晓或者参与的各项信息 | 《政府信息公开条例》第十九条 | 实时更新 |
        `,
      },
    ],
  },

  *check({ catalogue }) {
    for (const entry of catalogue.entries) {
      const { repair } = entry
      if (repair === undefined) continue
      const { split } = repair
      const [first] = repair.moves
      const from = nameOf(catalogue, first.from)
      const passage = split?.whole ?? first.cell
      const found = { at: { passage }, ...fixOf(entry, repair, passage) }
      const moves = movesText(repair, catalogue)
      if (repair.kind === 'slid') {
        const data = { from, to: nameOf(catalogue, first.to) }
        yield { ...found, message: 'slid', data, severity: 'warning' } as const
      } else if (split === undefined) {
        yield { ...found, message: 'shifted', data: { from, moves } } as const
      } else {
        const parts = split.parts
          .map((part, side) => `“${shown(part)}”归“${nameOf(catalogue, split.columns[side] ?? 0)}”`)
          .join('，')
        if (moves === '') yield { ...found, message: 'split', data: { parts } } as const
        else yield { ...found, message: 'splitShifted', data: { parts, moves } } as const
      }
    }
  },
})

const MOST_MOVES = 4
const LONGEST = 16

/** The cells that moved, those left out that were cut out of one. */
function movesText({ moves, split }: Repair, catalogue: Catalogue): string {
  const told = moves
    .filter(({ cell }) => split?.parts.includes(cell) !== true)
    .map(({ cell, to }) => `“${shown(cell)}”移到“${nameOf(catalogue, to)}”`)
  return (told.length > MOST_MOVES ? [...told.slice(0, MOST_MOVES), '……'] : told).join('，')
}

function shown({ text }: Cell): string {
  const words = withoutSpace(text.slice(0, LONGEST * 4))
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words
}

function nameOf(catalogue: Catalogue, index: number): string {
  const column = catalogue.layout.columns[index]
  return column === undefined ? `第${index + 1}列` : columnName(column)
}

/** What some format gives a meaning to, so that it cannot be written into just any cell. */
const MARKUP = /[\n\r\t|",\\<>&`*_]/u

/**
 * Writes every cell of the row where it belongs, the one that the finding points at first; no fix
 * where there is no cell to write into, or a text may not be written there as it is.
 */
function fixOf(
  { sheet: { grid }, row }: Entry,
  { cells, moves }: Repair,
  told: Cell,
): { fix?: Fix } {
  const width = Math.max(cells.length, grid.width(row))
  const edits: Edit[] = []
  // Two cells that belong under one column are for a person to join.
  if (moves.some(({ cell, to }) => cells[to] !== cell)) return {}
  for (let column = 0; column < width; column++) {
    const own: Cell | undefined = grid.at(row, column)
    const text = cells[column]?.text ?? ''
    if (own === undefined) {
      if (text !== '') return {}
    } else if (own.text !== text) {
      if (MARKUP.test(text)) return {}
      edits.push(replace(own, { start: 0, end: own.text.length }, text))
    }
  }
  edits.sort((a, b) => Number(b.passage === told) - Number(a.passage === told))
  const [one, ...others] = edits
  return one === undefined ? {} : { fix: { safety: 'suggested', edits: [one, ...others] } }
}
