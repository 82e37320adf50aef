import type { Catalogue } from '../src/catalogue/catalogue.ts'
import { replace } from '../src/fix/edit.ts'
import { findStraySpaces } from '../src/grammar/space.ts'
import { defineRule } from '../src/rule/rule.ts'
import { writtenTexts } from '../src/rule/texts.ts'
import { fixOf, timesText } from '../src/rule/wording.ts'
import type { Cell, Passage } from '../src/table/model.ts'
import type { Span } from '../src/text/span.ts'

export default defineRule({
  id: 'text-stray-space',
  title: '多余空格',
  severity: 'info',
  certainty: 'likely',
  kinds: ['catalogue', 'domain-catalogue', 'ledger', 'annual-report'],
  fix: 'safe',
  basis: [
    {
      source: 'GB/T 15834—2011',
      article: '《标点符号用法》',
      gist: '标点置于相应文字之后，占一个字的位置。',
    },
  ],
  why: '字间夹着空格，搜索整词就搜不到，粘贴到别处也会留下空档。',
  how: '删去空格；用空格隔开的是几个事项的，改用“、”或者分行。',
  messages: {
    inside: '“{actual}”中间多了空格，宜写作“{expected}”。',
    mark: '标点旁多了空格{times}，宜删去。',
  },
  examples: {
    good: [
      {
        name: '联合发文机关之间、并列事项之间、分号之后的空格',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 主要职责 领导信息 | 法治政府建设信息 公开行政执法职责。 监督途径 | 1.《条例》第四条； 2.中共中央办公厅 国务院办公厅印发《关于全面推进政务公开工作的意见》 | 实时更新 |
          | 2 | 姓  名 | 依据权责清单 优化流程，Windows 系统 | 《云岭市 政务公开办法》 | 实时更新 |
        `,
      },
    ],
    bad: [
      {
        name: '词组中间、标点旁边',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 政府债务 | 限额⟦ ⟧、余额 、利率 | 《中华人民共和国预算法》第十四条 | 批复后20日内 |
          | 2 | 服务事项 | 结合民政⟦ ⟧实际落实 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
        `,
        says: [
          '标点旁多了空格（共2处），宜删去。',
          '“结合民政 实际”中间多了空格，宜写作“结合民政实际”。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 政府债务 | 限额、余额、利率 | 《中华人民共和国预算法》第十四条 | 批复后20日内 |
          | 2 | 服务事项 | 结合民政实际落实 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
        `,
      },
    ],
  },

  *check({ catalogue }) {
    const found = catalogue.once(findSpaces)
    const atMarks = found.filter(({ passage, span }) => isAtMark(passage.text, span))
    const [first] = atMarks
    if (first !== undefined) {
      yield {
        message: 'mark',
        data: { times: timesText(atMarks.length) },
        at: first,
        ...fixOf(
          'safe',
          atMarks.map(({ passage, span }) => replace(passage, span, '')),
        ),
      }
    }
    for (const place of found) {
      const { passage, span } = place
      if (isAtMark(passage.text, span)) continue
      const before =
        BEFORE.exec(passage.text.slice(Math.max(0, span.start - 10), span.start))?.[0] ?? ''
      const after = passage.text.slice(span.end, span.end + 2)
      yield {
        message: 'inside',
        data: {
          actual: `${before}${passage.text.slice(span.start, span.end)}${after}`,
          expected: before + after,
        },
        at: place,
        ...fixOf('safe', [replace(passage, span, '')]),
      }
    }
  },
})

/** The words before a blank. */
const BEFORE = /[㐀-䶿一-鿿〇]{1,10}$/u

interface Place {
  readonly passage: Passage
  readonly span: Span
}

function findSpaces(catalogue: Catalogue): readonly Place[] {
  const header = new Set<Passage>(catalogue.header)
  return writtenTexts(catalogue).flatMap((passage) =>
    // White space at a seam of two pages means nothing, and labels are spread to fill their column.
    (passage as Partial<Cell>).joined || header.has(passage)
      ? []
      : findStraySpaces(passage.text).map((span) => ({ passage, span })),
  )
}

function isAtMark(text: string, { start, end }: Span): boolean {
  return /[（《〈“]/u.test(text.charAt(start - 1)) || /[，。；：、）》〉”]/u.test(text.charAt(end))
}
