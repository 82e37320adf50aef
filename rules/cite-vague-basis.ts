import { type Edit, type Fix, replace } from '../src/fix/edit.ts'
import { type Vagueness, vagueness } from '../src/grammar/citation/vague.ts'
import { parseCitations } from '../src/grammar/citation.ts'
import { defineRule } from '../src/rule/rule.ts'
import type { Cell } from '../src/table/model.ts'
import { withoutSpace } from '../src/text/normalise.ts'

export default defineRule({
  id: 'cite-vague-basis',
  title: '依据笼统',
  severity: 'warning',
  certainty: 'likely',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'suggested',
  once: { vague: 'words', template: 'words', ditto: 'words' },
  basis: [
    {
      source: '国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见',
      article: '（国办发〔2019〕54号）',
      gist: '目录应当逐项写明公开事项的名称、内容、依据、时限、主体、方式、渠道、对象等要素。',
    },
  ],
  why: '“有关规定”“相关文件”谁也查不到，公众无从核对，本单位换了经办人也说不清。',
  how: '写出法律、法规或者文件的名称、文号，法律法规写到条、款、项；没有专门规定的，引《中华人民共和国政府信息公开条例》的相应条款。',
  messages: {
    vague: '“{actual}”{times}没有指明是哪一部法律、法规或者哪一份文件，应当写出名称和条款。',
    template: '“{actual}”{times}没有指明是哪一部法律、法规或者哪一份文件，宜写出名称和条款。',
    ditto: '“{actual}”{times}离开上一行就不知所指，宜写出所指的依据。',
  },
  examples: {
    good: [
      {
        name: '指明了文件，“相关规定”只是补充',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能、办公地址 | 《中华人民共和国政府信息公开条例》第二十条第（二）项及相关规定 | 实时更新 |
          | 2 | 征地信息 | 征地批准文件 | 中华人民共和国土地管理法及有关规定 | 实时更新 |
          | 3 | 机构编制 | 内设机构 | 三定方案 | 实时更新 |
          | 4 | 服务标准 | 服务规范 | GB/T 32939—2016 | 实时更新 |
        `,
      },
      {
        name: '“有关规定”写在公开内容里',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 政策文件 | 有关规定 | 《中华人民共和国政府信息公开条例》第二十条第（一）项 | 实时更新 |
        `,
      },
      {
        name: '表示不适用的符号',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 工作动态 | 工作信息 | — | 实时更新 |
          | 2 | 通知公告 | 公告信息 | 无 | 实时更新 |
        `,
      },
    ],
    bad: [
      {
        name: '有关规定、相关文件',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 部门预算 | 预算文本、预算报表 | ⟦国家有关法律法规⟧ | 批复后20日内 |
          | 2 | 用地审批 | 审批结果 | ⟦建设用地审查报批有关规定⟧ | 实时更新 |
        `,
        says: [
          '“国家有关法律法规”没有指明是哪一部法律、法规或者哪一份文件，应当写出名称和条款。',
          '“建设用地审查报批有关规定”没有指明是哪一部法律、法规或者哪一份文件，应当写出名称和条款。',
        ],
      },
      {
        name: '同一句话写了多处，只说一次',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 工作动态 | 工作信息 | ⟦相关政策文件⟧ | 实时更新 |
          | 2 | 通知公告 | 公告信息 | 相关政策文件。 | 实时更新 |
          | 3 | 人事任免 | 任免文件 | 相关政策文件 | 实时更新 |
        `,
        says: [
          '“相关政策文件”（共3处）没有指明是哪一部法律、法规或者哪一份文件，应当写出名称和条款。',
        ],
      },
      {
        name: '试点领域标准目录里照抄来的写法，只作提示',
        kind: 'domain-catalogue',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 养老服务政策 | 政策文件 | ⟦信息公开规定⟧ | 实时更新 |
          | 2 | 养老服务指南 | 服务指南 | 信息公开规定 | 实时更新 |
        `,
        says: [
          '“信息公开规定”（共2处）没有指明是哪一部法律、法规或者哪一份文件，宜写出名称和条款。',
        ],
      },
      {
        name: '同上',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 部门预算 | 预算文本 | 《中华人民共和国预算法》第十四条 | 批复后20日内 |
          | 2 | 部门决算 | 决算文本 | ⟦同上⟧ | 批复后20日内 |
          | 3 | 预算绩效 | 绩效目标 | 同上 | 批复后20日内 |
        `,
        says: ['“同上”（共2处）离开上一行就不知所指，宜写出所指的依据。'],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 部门预算 | 预算文本 | 《中华人民共和国预算法》第十四条 | 批复后20日内 |
          | 2 | 部门决算 | 决算文本 | 《中华人民共和国预算法》第十四条 | 批复后20日内 |
          | 3 | 预算绩效 | 绩效目标 | 《中华人民共和国预算法》第十四条 | 批复后20日内 |
        `,
      },
    ],
  },

  *check({ catalogue }) {
    // What the ministries' templates say is copied by thousands, who are not to blame for it.
    const isTemplate = catalogue.kind === 'domain-catalogue'
    const groups = vagueCells(catalogue.cells('basis'))
    for (const { vagueness, cells, edits } of groups) {
      const [cell] = cells
      const times = cells.length === 1 ? '' : `（共${cells.length}处）`
      const about = wordsOf(cell)
      const told = { data: { actual: cell.text.trim(), times }, about, at: { passage: cell } }
      if (vagueness === 'ditto') {
        yield { ...told, message: 'ditto', severity: 'info', certainty: 'hint', ...fixOf(edits) }
      } else if (isTemplate) {
        yield { ...told, message: 'template', severity: 'info' }
      } else {
        yield { ...told, message: 'vague' }
      }
    }
  },
})

/** The cells of one text that names no instrument. */
interface VagueCells {
  readonly vagueness: Vagueness
  readonly cells: [Cell, ...Cell[]]
  /** What 同上 stands for, put in its place. */
  readonly edits: Edit[]
}

/** The vague cells of a column, those of one text together, in order of their first. */
function vagueCells(column: Iterable<Cell>): Iterable<VagueCells> {
  const groups = new Map<string, VagueCells>()
  let above: Cell | undefined
  for (const cell of column) {
    const vague = vagueness(cell.text)
    if (vague !== 'ditto') above = cell
    if (vague === undefined) continue
    const key = wordsOf(cell)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { vagueness: vague, cells: [cell], edits: [] })
    else group.cells.push(cell)
    if (vague === 'ditto' && above !== undefined && parseCitations(above.text).length > 0) {
      const whole = { start: 0, end: cell.text.length }
      groups.get(key)?.edits.push(replace(cell, whole, above.text.trim().replace(/\s+/gu, ' ')))
    }
  }
  return groups.values()
}

function wordsOf({ text }: Cell): string {
  return withoutSpace(text).replace(/[。；;]$/u, '')
}

function fixOf([first, ...others]: readonly Edit[]): { fix: Fix } | undefined {
  return first && { fix: { safety: 'suggested', edits: [first, ...others] } }
}
