import type { Entry } from '../src/catalogue/catalogue.ts'
import type { Sequence } from '../src/catalogue/sequence.ts'
import { lastNumber, numberedRuns, renumberFrom } from '../src/rule/renumber.ts'
import { defineRule } from '../src/rule/rule.ts'

export default defineRule({
  id: 'num-seq-duplicate',
  title: '序号重复',
  severity: 'error',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue', 'ledger'],
  fix: 'suggested',
  once: { duplicate: 'words', duplicateOn: 'words' },
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第十二条第三款',
      gist: '政府信息公开目录包括索引、名称、内容概述、生成日期等；序号是索引，应当一号一项。',
    },
  ],
  why: '两项同号，引用“第几项”时就会指错，汇总时也会漏算。',
  how: '改正重复的序号，并顺次重排后面的序号。',
  messages: {
    duplicate: '序号“{actual}”重复，应当为“{expected}”。',
    duplicateOn: '序号“{actual}”重复，应当为“{expected}”，后面的顺次改到“{last}”。',
    first: '相同的序号在这里。',
  },
  examples: {
    good: [
      {
        name: '续行没有序号',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 实时更新 |
          |  |  | 指南图解 |  |
          | 2 | 公开制度 | 制度文本 | 实时更新 |
        `,
      },
      {
        name: '换页时重复打印的表头和行',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 实时更新 |
          | 2 | 公开制度 | 制度文本 | 实时更新 |
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | 2 | 公开制度 | 制度文本 | 实时更新 |
          | 3 | 公开年报 | 年报文本 | 每年1月31日前 |
        `,
      },
    ],
    bad: [
      {
        name: '写错一个，前后都对',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | ⟦→1⟧ | 公开指南 | 指南文本 | 实时更新 |
          | ⟦1⟧ | 公开制度 | 制度文本 | 实时更新 |
          | 3 | 公开年报 | 年报文本 | 每年1月31日前 |
        `,
        says: ['序号“1”重复，应当为“2”。', '相同的序号在这里。'],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 实时更新 |
          | 2 | 公开制度 | 制度文本 | 实时更新 |
          | 3 | 公开年报 | 年报文本 | 每年1月31日前 |
        `,
      },
      {
        name: '插入一行而没有重排',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 8 | 公开指南 | 指南文本 | 实时更新 |
          | ⟦→9⟧ | 公开制度 | 制度文本 | 实时更新 |
          | ⟦9⟧ | 公开年报 | 年报文本 | 每年1月31日前 |
          | 10 | 工作动态 | 动态信息 | 实时更新 |
        `,
        says: ['序号“9”重复，应当为“10”，后面的顺次改到“11”。', '相同的序号在这里。'],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 8 | 公开指南 | 指南文本 | 实时更新 |
          | 9 | 公开制度 | 制度文本 | 实时更新 |
          | 10 | 公开年报 | 年报文本 | 每年1月31日前 |
          | 11 | 工作动态 | 动态信息 | 实时更新 |
        `,
      },
      {
        name: '后面跳过一号，正好抵上，只说一次',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | ⟦→7⟧ | 公开指南 | 指南文本 | 实时更新 |
          | ⟦7⟧ | 公开制度 | 制度文本 | 实时更新 |
          | 8 | 公开年报 | 年报文本 | 每年1月31日前 |
          | 10 | 工作动态 | 动态信息 | 实时更新 |
        `,
        says: ['序号“7”重复，应当为“8”，后面的顺次改到“9”。', '相同的序号在这里。'],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 7 | 公开指南 | 指南文本 | 实时更新 |
          | 8 | 公开制度 | 制度文本 | 实时更新 |
          | 9 | 公开年报 | 年报文本 | 每年1月31日前 |
          | 10 | 工作动态 | 动态信息 | 实时更新 |
        `,
      },
    ],
  },

  *check({ catalogue }) {
    for (const { run, faults, isRegular } of numberedRuns(catalogue)) {
      if (faults.length === 0) continue
      const places = placesByNumber(run)
      for (const { index, kind, expected } of faults) {
        const [entry, number = 0] = run[index] ?? []
        const cell = entry?.own('seq')
        if (kind !== 'duplicate' || cell === undefined) continue
        const twin = places
          .get(number)
          ?.find((other) => other !== entry)
          ?.own('seq')
        const renumbering = isRegular ? renumberFrom(run, index, expected) : undefined
        const last = lastNumber(renumbering)
        const data = { actual: cell.text.trim(), expected }
        yield {
          ...(last === undefined
            ? { message: 'duplicate', data }
            : { message: 'duplicateOn', data: { ...data, last } }),
          at: { passage: cell },
          expected: [String(expected)],
          ...renumbering,
          related: twin === undefined ? [] : [{ message: 'first', at: { passage: twin } }],
        }
      }
    }
  },
})

/** The first two entries of each number. */
function placesByNumber(run: Sequence): ReadonlyMap<number, readonly Entry[]> {
  const places = new Map<number, Entry[]>()
  for (const [entry, number] of run) {
    const list = places.get(number)
    if (list === undefined) places.set(number, [entry])
    else if (list.length < 2) list.push(entry)
  }
  return places
}
