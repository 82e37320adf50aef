import type { Catalogue } from '../src/catalogue/catalogue.ts'
import { askewEntries } from '../src/catalogue/gaps.ts'
import type { Role } from '../src/catalogue/role.ts'
import { replace } from '../src/fix/edit.ts'
import { oddDelimiters, type Separator, separatorsOf } from '../src/grammar/list-style.ts'
import { findListMarkers } from '../src/grammar/numbering.ts'
import { defineRule } from '../src/rule/rule.ts'
import { fixOf, timesText } from '../src/rule/wording.ts'
import type { Cell } from '../src/table/model.ts'
import type { Span } from '../src/text/span.ts'

export default defineRule({
  id: 'punct-list-separator',
  title: '条目分隔符缺失或混用',
  severity: 'info',
  certainty: 'likely',
  kinds: ['catalogue', 'domain-catalogue', 'ledger', 'annual-report'],
  fix: 'safe',
  basis: [
    {
      source: 'GB/T 15834—2011',
      article: '《标点符号用法》',
      gist: '分号表示并列分句之间、分项列举的各项之间的停顿。',
    },
  ],
  why: '条目之间没有分隔，依据、内容就连成一片，看不出从哪里到哪里是一项。',
  how: '各项之间用“；”，最后一项后面不用或者用“。”。',
  messages: {
    missing: '第{number}项与前一项之间没有分隔{times}，宜用“；”分开。',
    mixed: '各项之间有的用{marks}，有的没有{times}，宜统一用“；”。',
    various: '各项之间分别用了{marks}{times}，宜统一用“；”。',
    trailing: '末尾的“{actual}”后面没有下一项{times}，宜删去。',
    marker: '编号“{actual}”与别的编号写法不一，宜写作“{expected}”。',
  },
  examples: {
    good: [
      {
        name: '各项都用分号，最后一项不用；都用句号',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 行政许可 | 1.受理条件；2.办理流程；3.承诺时限 | 1.《中华人民共和国行政许可法》第三十条； 2.《优化营商环境条例》第十九条 | 实时更新 |
          | 2 | 行政处罚 | 1.处罚决定。2.执行情况。 | 《中华人民共和国行政处罚法》第四十八条 | 实时更新 |
        `,
      },
      {
        name: '全文都不用分号；各项各占一行；续行接着写',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 行政许可 | 1.受理条件<br>2.办理流程 | 1.《中华人民共和国行政许可法》第三十条 2.《优化营商环境条例》第十九条 | 实时更新 |
          | 2 | 行政处罚 | 处罚决定； | 《中华人民共和国行政处罚法》第四十八条 | 实时更新 |
          |  |  | 执行情况 |  |  |
        `,
      },
      {
        name: '两层编号',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 行政许可 | 1.受理：1、条件；2、材料；2.办理 | 《中华人民共和国行政许可法》第三十条 | 实时更新 |
        `,
      },
    ],
    bad: [
      {
        name: '有的有分号，有的没有',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 决策公开 | 决策草案 | 1.《重大行政决策程序暂行条例》第十五条；2.《优化营商环境条例》第六十二条⟦⟧ 3.《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 2 | 行政许可 | 许可决定 | 1.《云岭市行政许可办法》⟦⟧2.《优化营商环境条例》第十九条 | 实时更新 |
          | 3 | 规划计划 | 规划文本 | 1.《中华人民共和国城乡规划法》第八条⟦。⟧2.《优化营商环境条例》第十九条；3.《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
        `,
        says: [
          '各项之间有的用“；”，有的没有，宜统一用“；”。',
          '第2项与前一项之间没有分隔，宜用“；”分开。',
          '各项之间分别用了“。”“；”，宜统一用“；”。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 决策公开 | 决策草案 | 1.《重大行政决策程序暂行条例》第十五条；2.《优化营商环境条例》第六十二条； 3.《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 2 | 行政许可 | 许可决定 | 1.《云岭市行政许可办法》；2.《优化营商环境条例》第十九条 | 实时更新 |
          | 3 | 规划计划 | 规划文本 | 1.《中华人民共和国城乡规划法》第八条；2.《优化营商环境条例》第十九条；3.《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
        `,
      },
      {
        name: '末尾多一个分号；编号写法不一',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 决策目录 | 1.目录；2⟦、⟧标准；3.调整情况 | 《重大行政决策程序暂行条例》第三条⟦；⟧ | 实时更新 |
        `,
        says: ['编号“2、”与别的编号写法不一，宜写作“2.”。', '末尾的“；”后面没有下一项，宜删去。'],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 决策目录 | 1.目录；2.标准；3.调整情况 | 《重大行政决策程序暂行条例》第三条 | 实时更新 |
        `,
      },
      {
        name: '许多格都这样，只说一次',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能⟦；⟧ | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 2 | 领导信息 | 姓名； | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 3 | 政策文件 | 全文； | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 4 | 政策解读 | 背景； | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 5 | 部门预算 | 预算； | 《中华人民共和国预算法》第十四条 | 批复后20日内 |
        `,
        says: ['末尾的“；”后面没有下一项（共5处），宜删去。'],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 2 | 领导信息 | 姓名 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 3 | 政策文件 | 全文 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 4 | 政策解读 | 背景 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 5 | 部门预算 | 预算 | 《中华人民共和国预算法》第十四条 | 批复后20日内 |
        `,
      },
    ],
  },

  *check({ catalogue, siblings }) {
    const { lists, trailing } = catalogue.once(findLists)
    const usesSemicolons = siblings.some((one) =>
      one.once(findLists).lists.some(({ separators }) => separators.some(isSemicolon)),
    )
    const faulty = lists.filter(
      ({ separators }) => isMixed(separators) || (usesSemicolons && isBare(separators)),
    )
    for (const some of faulty.length > MOST_TOLD ? [faulty] : faulty.map((one) => [one])) {
      const [first] = some
      if (first === undefined) continue
      const { cell, separators } = first
      const odd = separators.filter((one) => !isSemicolon(one))
      const [at] = odd
      if (at === undefined) continue
      const edits = some.flatMap((list) =>
        list.separators
          .filter((one) => !isSemicolon(one))
          .map(({ span }) => replace(list.cell, span, '；')),
      )
      const told = {
        ...onceOf(some),
        at: { passage: cell, span: at.span },
        ...fixOf(some.some(endsInQuotedSentence) ? 'suggested' : 'safe', edits),
      }
      const times = timesText(some.length).replace('处', '格')
      const marks = new Set(separators.map(({ mark }) => mark))
      if (marks.size === 1) {
        yield { ...told, message: 'missing', data: { number: at.marker.number, times } }
      } else {
        const names = [...marks].map((mark) => (mark === '' ? '' : `“${mark}”`)).join('')
        const message = marks.has('') ? 'mixed' : 'various'
        yield { ...told, message, data: { marks: names, times } }
      }
    }
    for (const { cell, odd } of lists) {
      for (const { number, span, delimiter, usual } of odd) {
        const at = { start: span.end, end: span.end + delimiter.length }
        yield {
          message: 'marker',
          data: { actual: `${number}${delimiter}`, expected: `${number}${usual}` },
          at: { passage: cell, span: at },
          ...fixOf('safe', [replace(cell, at, usual)]),
        }
      }
    }
    for (const some of trailing.length > MOST_TOLD ? [trailing] : trailing.map((one) => [one])) {
      const [first] = some
      if (first === undefined) continue
      const { cell, span } = first
      yield {
        message: 'trailing',
        ...onceOf(some),
        data: { actual: cell.text.slice(span.start, span.end), times: timesText(some.length) },
        at: { passage: cell, span },
        ...fixOf(
          'safe',
          some.map((one) => replace(one.cell, one.span, '')),
        ),
      }
    }
  },
})

/** Whether an item ends with a sentence in quotation marks, 。”, where a person has to say what goes. */
function endsInQuotedSentence({ cell, separators }: List): boolean {
  return separators.some(
    (one) =>
      !isSemicolon(one) && /[。！？]["”]$/u.test(cell.text.slice(0, one.span.start).trimEnd()),
  )
}

/** Where many are told as one, the first of them says nothing about which. */
function onceOf(some: readonly unknown[]): { readonly once?: 'sentence' } {
  return some.length > 1 ? { once: 'sentence' } : {}
}

/** More places than these are a habit of the whole document. */
const MOST_TOLD = 4

interface List {
  readonly cell: Cell
  readonly separators: readonly Separator[]
  readonly odd: readonly { number: number; span: Span; delimiter: string; usual: string }[]
}

interface Trailing {
  readonly cell: Cell
  readonly span: Span
}

const ROLES: readonly Role[] = ['basis', 'content', 'indicator.level1', 'indicator.level2']

function findLists(catalogue: Catalogue): {
  readonly lists: readonly List[]
  readonly trailing: readonly Trailing[]
} {
  const askew = askewEntries(catalogue)
  const lists: List[] = []
  const trailing: Trailing[] = []
  for (const role of ROLES) {
    for (const [index, entry] of catalogue.entries.entries()) {
      const cell = entry.own(role)
      if (cell === undefined || cell.row !== entry.row || askew.has(entry)) continue
      const { text } = cell
      const markers = findListMarkers(text)
      if (markers.length > 1) {
        const { usual, odd } = oddDelimiters(markers)
        lists.push({
          cell,
          separators: separatorsOf(text, markers),
          odd: odd.map((one) => ({ ...one, usual })),
        })
      }
      const length = text.trimEnd().length
      if (!/[㐀-䶿一-鿿〇）)》”][；;、]$/u.test(text.slice(Math.max(0, length - 2), length)))
        continue
      const below = catalogue.entries[index + 1]
      const goesOn = below?.head === entry.head && (below.own(role)?.text ?? '').trim() !== ''
      if (!goesOn) trailing.push({ cell, span: { start: length - 1, end: length } })
    }
  }
  return { lists, trailing }
}

function isSemicolon({ mark }: Separator): boolean {
  return mark === '；'
}

/** Different marks, or marks here and none there. */
function isMixed(separators: readonly Separator[]): boolean {
  return new Set(separators.map(({ mark }) => mark)).size > 1
}

/** No marks at all between points in one line. */
function isBare(separators: readonly Separator[]): boolean {
  return (
    separators.length > 0 && separators.every(({ mark, breaksLine }) => mark === '' && !breaksLine)
  )
}
