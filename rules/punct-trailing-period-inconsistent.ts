import { columnName } from '../src/catalogue/catalogue.ts'
import { askewEntries } from '../src/catalogue/gaps.ts'
import { replace } from '../src/fix/edit.ts'
import { defineRule } from '../src/rule/rule.ts'
import { fixOf } from '../src/rule/wording.ts'

export default defineRule({
  id: 'punct-trailing-period-inconsistent',
  title: '同列句末标点不统一',
  severity: 'info',
  certainty: 'hint',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'suggested',
  once: { many: 'column', few: 'column' },
  basis: [
    {
      source: 'GB/T 15834—2011',
      article: '《标点符号用法》',
      gist: '句号用在句子末尾；表格里的词组末尾可以不用。',
    },
  ],
  why: '一栏里有的有句号、有的没有，看着像几份表拼在一起。',
  how: '只有一个词组或者一句话的单元格，句末统一不用句号；写了几句话的，照常用。',
  messages: {
    few: '“{column}”一栏{total}格只有一句话，其中{count}格句末有句号，宜统一不用。',
    many: '“{column}”一栏{total}格只有一句话，其中{count}格句末没有句号，宜统一。',
  },
  examples: {
    good: [
      {
        name: '都不用句号；写了几句话的照常用',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能、地址 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 2 | 领导信息 | 姓名、职务 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 3 | 政策文件 | 文件全文 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 4 | 政策解读 | 背景、要点 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 5 | 办事指南 | 公开办理条件。更新联系电话。 | 《中华人民共和国行政许可法》第三十条 | 实时更新 |
        `,
      },
    ],
    bad: [
      {
        name: '五格里一格有句号',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能、地址 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 2 | 领导信息 | 姓名、职务 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 3 | 政策文件 | 文件全文⟦。⟧ | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 4 | 政策解读 | 背景、要点 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 5 | 部门预算 | 预算文本 | 《中华人民共和国预算法》第十四条 | 批复后20日内 |
        `,
        says: ['“公开内容”一栏5格只有一句话，其中1格句末有句号，宜统一不用。'],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能、地址 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 2 | 领导信息 | 姓名、职务 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 3 | 政策文件 | 文件全文 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 4 | 政策解读 | 背景、要点 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 5 | 部门预算 | 预算文本 | 《中华人民共和国预算法》第十四条 | 批复后20日内 |
        `,
      },
      {
        name: '多数有句号',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | 公开职能、地址。 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 2 | 领导信息 | 公开姓名、职务。 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 3 | 政策文件 | 公开文件全⟦文⟧ | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 4 | 政策解读 | 公开背景、要点。 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 5 | 部门预算 | 公开预算文本。 | 《中华人民共和国预算法》第十四条 | 批复后20日内 |
        `,
        says: ['“公开内容”一栏5格只有一句话，其中1格句末没有句号，宜统一。'],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | 公开职能、地址。 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 2 | 领导信息 | 公开姓名、职务。 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 3 | 政策文件 | 公开文件全文。 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 4 | 政策解读 | 公开背景、要点。 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 5 | 部门预算 | 公开预算文本。 | 《中华人民共和国预算法》第十四条 | 批复后20日内 |
        `,
      },
    ],
  },

  *check({ catalogue }) {
    const column = catalogue.layout.column('content')
    if (column === undefined) return
    const askew = askewEntries(catalogue)
    const places = catalogue.entries.flatMap((entry) => {
      const passage = entry.own('content')
      if (passage === undefined || passage.row !== entry.row || askew.has(entry)) return []
      const end = passage.text.trimEnd().length
      const last = passage.text.charAt(end - 1)
      const isPhrase = /^[^。；！？\n]+。?$/u.test(passage.text.slice(0, end))
      if (!isPhrase || !/[㐀-䶿一-鿿〇）”》。]/u.test(last)) return []
      return [{ passage, end, hasPeriod: last === '。' }]
    })
    const total = places.length
    const ended = places.filter(({ hasPeriod }) => hasPeriod)
    const open = places.filter(({ hasPeriod }) => !hasPeriod)
    if (total < LEAST || ended.length * 10 < total || open.length * 10 < total) return
    const isMany = ended.length > open.length
    const odd = isMany ? open : ended
    const [first] = odd
    if (first === undefined) return
    const edits = odd.map(({ passage, end }) =>
      isMany
        ? replace(passage, { start: end - 1, end }, `${passage.text.charAt(end - 1)}。`)
        : replace(passage, { start: end - 1, end }, ''),
    )
    yield {
      message: isMany ? 'many' : 'few',
      data: { column: columnName(column), total, count: odd.length },
      at: { passage: first.passage, span: { start: first.end - 1, end: first.end } },
      expected: [],
      ...fixOf('suggested', edits),
    } as const
  },
})

/** Of fewer cells no habit can be told. */
const LEAST = 5
