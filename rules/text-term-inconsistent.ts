import type { Catalogue } from '../src/catalogue/catalogue.ts'
import type { Role } from '../src/catalogue/role.ts'
import { isInside, markedStretches } from '../src/grammar/marks.ts'
import { defineRule } from '../src/rule/rule.ts'
import { SYNONYMS } from '../src/rule/vocabulary/synonyms.ts'
import type { Cell } from '../src/table/model.ts'
import type { Span } from '../src/text/span.ts'

export default defineRule({
  id: 'text-term-inconsistent',
  title: '用词前后不一',
  severity: 'info',
  certainty: 'hint',
  kinds: ['catalogue', 'domain-catalogue', 'ledger'],
  fix: 'none',
  once: { mixed: 'words' },
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第六条',
      gist: '行政机关应当及时、准确地公开政府信息。',
    },
  ],
  why: '同一件事换着词说，读者会以为是两件事。',
  how: '全文选定一个词，其余照改。',
  messages: {
    mixed: '“{actual}”与别处的“{usual}”混用，宜统一为一种。',
    other: '另一种写法在这里。',
  },
  examples: {
    good: [
      {
        name: '始终用一个词；题名里的字照原样',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 舆情回应 | 政务舆情收集机制，有关科室职责 | 《中华人民共和国政府信息公开条例》第十九条 | 实时更新 |
          | 2 | 舆情处置 | 政务舆情收集、研判，《政务舆情搜集办法》 | 《中华人民共和国政府信息公开条例》第十九条 | 实时更新 |
        `,
      },
    ],
    bad: [
      {
        name: '收集、搜集混用',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 舆情回应 | ⟦→政务舆情收集⟧机制 | 《中华人民共和国政府信息公开条例》第十九条 | 实时更新 |
          | 2 | 舆情处置 | ⟦政务舆情搜集⟧、研判 | 《中华人民共和国政府信息公开条例》第十九条 | 实时更新 |
        `,
        says: ['“政务舆情搜集”与别处的“政务舆情收集”混用，宜统一为一种。', '另一种写法在这里。'],
      },
    ],
  },

  *check({ catalogue }) {
    for (const { words } of SYNONYMS) {
      for (const uses of usesByColumn(catalogue, words)) {
        const used = words
          .map((word) => uses.filter((use) => use.word === word))
          .filter((same) => same.length > 0)
          .sort((a, b) => b.length - a.length || (a[0]?.order ?? 0) - (b[0]?.order ?? 0))
        const [usual] = used[0] ?? []
        const [rarest, ...others] = used.slice(1).reverse()
        const first = rarest?.[0]
        if (usual === undefined || first === undefined) continue
        yield {
          message: 'mixed',
          data: { actual: first.word, usual: usual.word },
          about: words.join('、'),
          at: first.at,
          related: [usual, ...others.flatMap(([one]) => one ?? [])].map(({ at }) => ({
            message: 'other',
            at,
          })),
        } as const
      }
    }
  },
})

interface Use {
  readonly word: string
  readonly at: { readonly passage: Cell; readonly span: Span }
  /** Place in reading order. */
  readonly order: number
}

/** Columns that are read as one: names of one thing stand on several levels. */
const COLUMNS: readonly (readonly Role[])[] = [
  ['item.level1', 'item.level2', 'item.level3'],
  ['indicator.level1', 'indicator.level2'],
  ['content'],
  ['leadOffice'],
  ['supportOffice'],
  ['remark'],
]

function* usesByColumn(catalogue: Catalogue, words: readonly string[]): Iterable<readonly Use[]> {
  for (const roles of COLUMNS) {
    const uses: Use[] = []
    for (const role of roles) {
      for (const passage of catalogue.cells(role)) {
        for (const word of words) {
          const start = passage.text.indexOf(word)
          if (start < 0 || isInside(markedStretches(passage.text, '“《〈'), start)) continue
          const span = { start, end: start + word.length }
          uses.push({ word, at: { passage, span }, order: passage.row })
        }
      }
    }
    yield uses
  }
}
