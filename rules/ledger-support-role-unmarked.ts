import { replace } from '../src/fix/edit.ts'
import { type NamedOffice, officesOf } from '../src/rule/offices.ts'
import { defineRule } from '../src/rule/rule.ts'
import { grouped } from '../src/rule/wording.ts'

/** As many remarks must say what an office does for a bare one to be odd. */
const LEAST_MARKED = 2

export default defineRule({
  id: 'ledger-support-role-unmarked',
  title: '备注栏的单位没有写明做什么',
  severity: 'info',
  certainty: 'hint',
  kinds: ['ledger'],
  fix: 'suggested',
  basis: [
    {
      source: '河南省人民政府办公厅关于明确2017年政务公开工作责任分工的通知',
      article: '豫政办明电〔2017〕69号',
      gist: '分工逐项落到单位，谁牵头谁负责组织落实；各地的分工文件通行这个做法。',
    },
  ],
  why: '只写一个单位的名称，看不出它是配合、提供材料还是共同牵头。',
  how: '同其他备注一样写明“配合”“提供材料”等。',
  messages: {
    bare: '备注只写了“{actual}”，没有写明做什么，其他备注都写明“配合”等，宜写作“{expected}”。',
  },
  examples: {
    good: [
      {
        name: '备注都只写单位名称，前后一致',
        table: `
          # 青溪县民政局政务公开工作任务台账

          | 工作任务 | 牵头股室 | 备注 |
          | --- | --- | --- |
          | 更新公开目录 | 办公室 | 法规股 |
          | 编制年度报告 | 办公室 | 人事股 |
          | 发布政策解读 | 法规股 | 办公室 |
        `,
      },
      {
        name: '备注写的不是单位',
        table: `
          # 青溪县民政局政务公开工作任务台账

          | 工作任务 | 牵头股室 | 备注 |
          | --- | --- | --- |
          | 更新公开目录 | 办公室 | 法规股配合 |
          | 编制年度报告 | 办公室 | 人事股配合 |
          | 发布政策解读 | 法规股 | 按季度报送 |
        `,
      },
    ],
    bad: [
      {
        name: '其他备注写明配合，这里没有写',
        table: `
          # 青溪县民政局政务公开工作任务台账

          | 工作任务 | 牵头股室 | 备注 |
          | --- | --- | --- |
          | 更新公开目录 | 办公室 | 法规股配合 |
          | 编制年度报告 | 办公室 | 人事股提供数据 |
          | 发布政策解读 | 法规股 | ⟦办公室、人事股⟧ |
        `,
        says: [
          '备注只写了“办公室、人事股”，没有写明做什么，其他备注都写明“配合”等，宜写作“办公室、人事股配合”。',
        ],
        fixed: `
          # 青溪县民政局政务公开工作任务台账

          | 工作任务 | 牵头股室 | 备注 |
          | --- | --- | --- |
          | 更新公开目录 | 办公室 | 法规股配合 |
          | 编制年度报告 | 办公室 | 人事股提供数据 |
          | 发布政策解读 | 法规股 | 办公室、人事股配合 |
        `,
      },
    ],
  },

  *check({ catalogue }) {
    const offices = officesOf(catalogue)
    const known = new Set(
      offices.filter(({ role, does }) => role !== 'remark' || does !== '').map(({ name }) => name),
    )
    const remarks = [
      ...grouped(
        offices.filter(({ role }) => role === 'remark'),
        ({ line }) => String(line),
      ),
    ]
    const isBare = (named: readonly NamedOffice[]) =>
      named.every(({ does, isGeneric, name }) => does === '' && !isGeneric && known.has(name))
    const marked = remarks.filter((named) => named.some(({ does }) => does !== ''))
    const bare = remarks.filter(isBare)
    if (marked.length < LEAST_MARKED || bare.length > marked.length) return
    for (const named of bare) {
      const { passage } = named[0].at
      const span = { start: named[0].span.start, end: named.at(-1)?.span.end ?? 0 }
      const actual = passage.text.slice(span.start, span.end).replaceAll(/\s+/gu, '')
      yield {
        message: 'bare',
        data: { actual, expected: `${actual}配合` },
        at: { passage, span },
        expected: [`${actual}配合`],
        fix: {
          safety: 'suggested',
          edits: [replace(passage, { start: span.end, end: span.end }, '配合')],
        },
      } as const
    }
  },
})
