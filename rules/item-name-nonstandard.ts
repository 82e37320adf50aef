import type { Catalogue } from '../src/catalogue/catalogue.ts'
import { askewEntries } from '../src/catalogue/gaps.ts'
import type { Role } from '../src/catalogue/role.ts'
import { type Edit, replace } from '../src/fix/edit.ts'
import { isInside, markedStretches } from '../src/grammar/marks.ts'
import type { Dictionary } from '../src/rule/dictionary.ts'
import { defineRule } from '../src/rule/rule.ts'
import { ITEM_NAME_TERMS, type ItemNameTerm } from '../src/rule/vocabulary/item-names.ts'
import type { Cell } from '../src/table/model.ts'
import { withoutSpace } from '../src/text/normalise.ts'
import type { Span } from '../src/text/span.ts'

export default defineRule({
  id: 'item-name-nonstandard',
  title: '事项名称不规范',
  severity: 'warning',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'safe',
  once: { wrong: 'words', advice: 'words' },
  basis: [
    {
      source: '优化营商环境条例',
      article: '第五十四条',
      gist: '国家推行“双随机、一公开”监管，随机抽检查对象、随机派检查人员，结果及时公开。',
    },
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第八条',
      gist: '各级人民政府应当加强政府信息资源的规范化、标准化、信息化管理。',
    },
  ],
  why: '同一类信息各叫各的名字，公众检索不到，上级汇总也对不上。',
  how: '照法律、法规和政策文件里的名称写；文件题名里的照题名。',
  messages: {
    wrong: '事项名称里的“{actual}”{times}应当写作“{expected}”。',
    advice: '事项名称里的“{actual}”{times}宜写作“{expected}”。',
  },
  examples: {
    good: [
      {
        name: '规范的名称',
        table: `
          | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 行政执法 | 双随机、一公开 | 抽查结果 | 实时更新 |
          | 2 | 政策文件 | 规范性文件 | 文件全文 | 实时更新 |
          | 3 | 财政信息 | “三公”经费 | 预算、决算 | 财政部门批复后20日内 |
          | 4 | 执法公示 | 重大执法决定法制审核目录 | 目录文本 | 实时更新 |
        `,
      },
      {
        name: '题名照公布的写；公开内容不是名称',
        table: `
          | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 行政执法 | 《云岭市双随机一公开监管办法》 | 双随机一公开监管办法全文 | 实时更新 |
          | 2 | 工作动态 | “落实法制政府建设要求”专栏 | 专栏文章 | 实时更新 |
        `,
      },
    ],
    bad: [
      {
        name: '双随机、一公开漏了顿号，两处只说一次',
        table: `
          | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | ⟦双随机一公开⟧ | 抽查计划 | 年度抽查计划 | 实时更新 |
          | 2 | “双随机，一公开”监管 | 抽查结果 | 抽查结果 | 实时更新 |
        `,
        says: ['事项名称里的“双随机一公开”（共2处）应当写作“双随机、一公开”。'],
        fixed: `
          | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 双随机、一公开 | 抽查计划 | 年度抽查计划 | 实时更新 |
          | 2 | “双随机、一公开”监管 | 抽查结果 | 抽查结果 | 实时更新 |
        `,
      },
      {
        name: '只作提示的名称',
        table: `
          | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 法定主动公开内容 | ⟦网站年度报表⟧ | 年度信息发布总数 | 每年1月31日前 |
          | 2 | 法定主动公开内容 | ⟦行政事业收费⟧目录 | 收费项目、标准 | 实时更新 |
        `,
        says: [
          '事项名称里的“网站年度报表”宜写作“政府网站工作年度报表”。',
          '事项名称里的“行政事业收费”宜写作“行政事业性收费”。',
        ],
        fixed: `
          | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 法定主动公开内容 | 政府网站工作年度报表 | 年度信息发布总数 | 每年1月31日前 |
          | 2 | 法定主动公开内容 | 行政事业性收费目录 | 收费项目、标准 | 实时更新 |
        `,
      },
    ],
  },

  *check({ catalogue, dictionary }) {
    for (const { term, places } of nonstandardTerms(catalogue, dictionary)) {
      const [first] = places
      const actual = withoutSpace(first.passage.text.slice(first.span.start, first.span.end))
      const times = places.length === 1 ? '' : `（共${places.length}处）`
      const [edit, ...edits] = places.map(
        ({ passage, span }): Edit => replace(passage, span, term.standard),
      )
      yield {
        message: term.severity === 'info' ? 'advice' : 'wrong',
        severity: term.severity,
        certainty: term.certainty,
        data: { actual, times, expected: term.standard },
        about: term.standard,
        at: first,
        expected: [term.standard],
        ...(edit && { fix: { safety: term.safety, edits: [edit, ...edits] } }),
      } as const
    }
  },
})

interface NamePlace {
  readonly passage: Cell
  readonly span: Span
}

const LEVELS: readonly Role[] = ['item.level1', 'item.level2', 'item.level3']
/** What is longer is no name. */
const LONGEST_NAME = 80

/** Every term that is found in the names of items, with all its places in the order of the columns. */
function nonstandardTerms(catalogue: Catalogue, dictionary: Dictionary | undefined) {
  const found = new Map<ItemNameTerm, [NamePlace, ...NamePlace[]]>()
  const askew = askewEntries(catalogue)
  for (const entry of catalogue.entries) {
    if (askew.has(entry) || askew.has(entry.head)) continue
    for (const role of LEVELS) {
      const cell = entry.own(role)
      if (cell?.row !== entry.row || cell.text.length > LONGEST_NAME) continue
      for (const { term, span } of termsIn(cell.text, dictionary?.itemNames)) {
        if (dictionary?.accepts(cell.text, span)) continue
        const places = found.get(term)
        if (places === undefined) found.set(term, [{ passage: cell, span }])
        else places.push({ passage: cell, span })
      }
    }
  }
  return [...found].map(([term, places]) => ({ term, places }))
}

function* termsIn(
  text: string,
  terms: readonly ItemNameTerm[] = ITEM_NAME_TERMS,
): Iterable<{ term: ItemNameTerm; span: Span }> {
  const titles = markedStretches(text, '《〈')
  const quotes = markedStretches(text, '“')
  for (const term of terms) {
    for (const { 0: words, index } of text.matchAll(term.pattern)) {
      const span = { start: index, end: index + words.length }
      if (term.whole && !isWhole(text, span)) continue
      if (isInside(titles, index)) continue
      // A term may be put in quotation marks, but what else is quoted was written by others.
      const isQuoted = isInside(quotes, index)
      if (isQuoted && !(text[span.start - 1] === '“' && text[span.end] === '”')) continue
      yield { term, span }
    }
  }
}

/** Whether nothing but white space stands beside a name; a cell may hold several, one a line. */
function isWhole(text: string, { start, end }: Span): boolean {
  return /^\s?$/u.test(text[start - 1] ?? '') && /^\s?$/u.test(text[end] ?? '')
}
