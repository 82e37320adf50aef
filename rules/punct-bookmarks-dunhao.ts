import { replace } from '../src/fix/edit.ts'
import { defineRule } from '../src/rule/rule.ts'
import { writtenTexts } from '../src/rule/texts.ts'
import { fixOf, timesText } from '../src/rule/wording.ts'

export default defineRule({
  id: 'punct-bookmarks-dunhao',
  title: '书名号之间使用顿号',
  severity: 'info',
  certainty: 'likely',
  // The standard catalogues of the ministries write them throughout.
  kinds: ['catalogue', 'ledger', 'annual-report'],
  fix: 'safe',
  once: { between: 'sentence' },
  basis: [
    {
      source: 'GB/T 15834—2011',
      article: '《标点符号用法》',
      gist: '标有书名号的并列成分之间通常不用顿号；其间插有别的成分，如括注的，宜用顿号。',
    },
  ],
  why: '书名号已经把文件名分开，再加顿号是重复。',
  how: '删去两个书名号之间的顿号；书名号后有括注的，顿号保留。',
  messages: {
    between: '并列的书名号之间用了顿号{times}，宜删去。',
  },
  examples: {
    good: [
      {
        name: '没有顿号；有括注的用顿号',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 土地管理 | 法律文本 | 《中华人民共和国土地管理法》《中华人民共和国城乡规划法》 | 实时更新 |
          | 2 | 城乡规划 | 法规文本 | 《云岭市土地管理办法》（云政发〔2020〕3号）、《云岭市城乡规划办法》、《云岭市测绘办法》 | 实时更新 |
        `,
      },
    ],
    bad: [
      {
        name: '写了多处，只说一次',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 土地管理 | 法律文本 | 《中华人民共和国土地管理法》⟦、⟧《中华人民共和国城乡规划法》 | 实时更新 |
          | 2 | 城乡规划 | 法规文本 | 《中华人民共和国城乡规划法》、《中华人民共和国测绘法》 | 实时更新 |
        `,
        says: ['并列的书名号之间用了顿号（共2处），宜删去。'],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 土地管理 | 法律文本 | 《中华人民共和国土地管理法》《中华人民共和国城乡规划法》 | 实时更新 |
          | 2 | 城乡规划 | 法规文本 | 《中华人民共和国城乡规划法》《中华人民共和国测绘法》 | 实时更新 |
        `,
      },
    ],
  },

  *check({ catalogue }) {
    const places = writtenTexts(catalogue).flatMap((passage) => {
      // One title with a note in brackets lets the whole row have its marks.
      if (!passage.text.includes('》、《') || /[）)]、《|》[（(]/u.test(passage.text)) return []
      return [...passage.text.matchAll(/(?<=》)、(?=《)/gu)].map(({ index }) => ({
        passage,
        span: { start: index, end: index + 1 },
      }))
    })
    const [first] = places
    if (first === undefined) return
    yield {
      message: 'between',
      data: { times: timesText(places.length) },
      at: first,
      ...fixOf(
        'safe',
        places.map(({ passage, span }) => replace(passage, span, '')),
      ),
    }
  },
})
