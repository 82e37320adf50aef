import type { Catalogue } from '../src/catalogue/catalogue.ts'
import { askewEntries } from '../src/catalogue/gaps.ts'
import { replace, suggestion } from '../src/fix/edit.ts'
import { findLooseMarks, findPointRuns, type LooseMark } from '../src/grammar/punctuation.ts'
import { lostMark } from '../src/grammar/title-mark.ts'
import { citationsByPassage } from '../src/rule/citations.ts'
import { defineRule } from '../src/rule/rule.ts'
import { writtenTexts } from '../src/rule/texts.ts'
import { fixOf, grouped, timesText } from '../src/rule/wording.ts'
import type { Cell, Passage } from '../src/table/model.ts'

export default defineRule({
  id: 'punct-malformed',
  title: '标点不成对或重复',
  severity: 'warning',
  certainty: 'likely',
  kinds: ['catalogue', 'domain-catalogue', 'ledger', 'annual-report'],
  fix: 'safe',
  once: { repeated: 'words', doubled: 'words' },
  basis: [
    {
      source: 'GB/T 15834—2011',
      article: '《标点符号用法》',
      gist: '引号、括号、书名号成对使用；句内、句末各处用一个点号。',
    },
  ],
  why: '标点少了半边，读者分不清引文、说明到哪里为止；两个点号叠在一起，看不出哪个是作者的意思。',
  how: '补上缺的半边，删去多余的点号。',
  messages: {
    repeated: '“{actual}”{times}重复，应当只用一个“{expected}”。',
    doubled: '“{actual}”{times}是两个点号连用，应当只用“{expected}”。',
    leading: '开头的“{actual}”多余，应当删去。',
    unclosed: '这个{name}只有前半边，应当补上后半边。',
    unopened: '这个{name}只有后半边，应当补上前半边，或者删去。',
    reversed: '这个引号的方向反了，应当改用{expected}。',
    mixed: '括号“{actual}”前后一个全角、一个半角，应当都用全角。',
  },
  examples: {
    good: [
      {
        name: '成对的标点，连用的书名号、省略号、破折号',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 规划计划 | “十四五”规划（2021—2025年）、“互联网+政务”（含“一网通办”）…… | 《甲县土地管理办法》《甲县城乡规划办法》（甲政发〔2020〕3号） | 实时更新 |
          | 2 | 办事指南 | 网址：https://www.example.gov.cn；1）填表；2）提交；a)核对 | 《中华人民共和国行政许可法》第三十条 | 实时更新 |
        `,
      },
      {
        name: '文件题名、文号的括号由依据的规则检查',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 税收执法 | 执法依据 | 中华人民共和国税收征收管理法》第八条 | 实时更新 |
          | 2 | 政策文件 | 文件全文 | 《云岭市政务公开办法》云政办发〔2016 )115号 | 实时更新 |
        `,
      },
      {
        name: '一对括号分在上下两行',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 社会救助 | 救助对象（低保、特困、 | 《社会救助暂行办法》 | 实时更新 |
          |  |  | 临时救助） |  |  |
        `,
      },
    ],
    bad: [
      {
        name: '点号重复、连用',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能⟦，，⟧地址⟦，、⟧电话 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 2 | 领导信息 | ⟦、⟧姓名，，职务 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
        `,
        says: [
          '“，，”（共2处）重复，应当只用一个“，”。',
          '“，、”是两个点号连用，应当只用“，”。',
          '开头的“、”多余，应当删去。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能，地址，电话 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 2 | 领导信息 | 姓名，职务 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
        `,
      },
      {
        name: '引号、括号缺半边',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 部门预算 | ⟦“⟧三公经费预算 | 《中华人民共和国预算法》第十四条 | 批复后20日内 |
          | 2 | 政策文件 | 现行有效文件⟦）⟧和附件 | 《云岭市政务公开办法》⟦（⟧云政办发〔2014〕74号 | 实时更新 |
        `,
        says: [
          '这个引号只有前半边，应当补上后半边。',
          '这个括号只有后半边，应当补上前半边，或者删去。',
          '这个括号只有前半边，应当补上后半边。',
        ],
      },
      {
        name: '引号方向反了，括号全角半角相混',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 部门决算 | “三公⟦“⟧经费决算 | 《中华人民共和国预算法》第十四条 | 批复后20日内 |
          | 2 | 政策文件 | 现行有效文件⟦（含附件)⟧ | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
        `,
        says: [
          '这个引号的方向反了，应当改用后引号（”）。',
          '括号“（含附件)”前后一个全角、一个半角，应当都用全角。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 部门决算 | “三公”经费决算 | 《中华人民共和国预算法》第十四条 | 批复后20日内 |
          | 2 | 政策文件 | 现行有效文件（含附件） | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
        `,
      },
      {
        name: '书名号缺半边，而别的规则认不出题名',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 住房保障 | 执行⟦《⟧公共租赁住房管理和《住房保障档案管理办法》 | 《社会救助暂行办法》 | 实时更新 |
        `,
        says: ['这个书名号只有前半边，应当补上后半边。'],
      },
    ],
  },

  *check({ catalogue }) {
    yield* pointFaults(catalogue)
    for (const [passage, loose] of looseMarks(catalogue)) yield tell(passage, loose)
  },
})

function* pointFaults(catalogue: Catalogue) {
  const runs = writtenTexts(catalogue).flatMap((passage) =>
    findPointRuns(passage.text).map((run) => ({ ...run, passage })),
  )
  for (const same of grouped(runs, ({ points }) => points)) {
    const [{ passage, span, points, right, isRepeated }] = same
    const edits = same.map((one) => replace(one.passage, one.span, one.right))
    yield {
      message: isRepeated ? 'repeated' : 'doubled',
      data: { actual: points, expected: right, times: timesText(same.length) },
      at: { passage, span },
      expected: [right],
      ...fixOf(isRepeated ? 'safe' : 'suggested', edits),
    } as const
  }
  const askew = askewEntries(catalogue)
  for (const entry of catalogue.heads) {
    if (askew.has(entry)) continue
    for (const passage of entry.cells) {
      const [all = '', blank = '', actual = ''] =
        /^(\s{0,4})([，。；：、])(?![，。；：、\s]|$)/u.exec(passage.text) ?? []
      if (actual === '') continue
      const span = { start: blank.length, end: all.length }
      const fix = suggestion(passage, span, '')
      yield { message: 'leading', data: { actual }, at: { passage, span }, fix } as const
    }
  }
}

/** Loose marks whose partner does not stand in one of the next passages either. */
function looseMarks(catalogue: Catalogue): readonly (readonly [Passage, LooseMark])[] {
  const cited = citationsByPassage(catalogue)
  const found: (readonly [Passage, LooseMark])[] = []
  for (const passages of sequences(catalogue)) {
    const open = new Map<string, { index: number; at: number }>()
    const row: (readonly [Passage, LooseMark] | undefined)[] = []
    for (const [index, passage] of passages.entries()) {
      for (const loose of findLooseMarks(passage.text)) {
        if (isOfTitle(passage, loose, cited) || /(?:…|\.{3})\s{0,4}$/u.test(passage.text)) continue
        const { fault, mark } = loose
        const partner = open.get(PARTNER[mark] ?? '')
        if (fault === 'unopened' && partner !== undefined && index - partner.index <= REACH) {
          row[partner.at] = undefined
          open.delete(PARTNER[mark] ?? '')
          continue
        }
        if (fault === 'unclosed') open.set(wide(mark), { index, at: row.length })
        row.push([passage, loose])
      }
    }
    found.push(...row.filter((one) => one !== undefined))
  }
  return found
}

/** A pair is looked for over so many passages of a column or of the text. */
const REACH = 3

/** By the closing mark, the opening one. */
const PARTNER: Readonly<Record<string, string>> = {
  '）': '（',
  ')': '（',
  '”': '“',
  '》': '《',
  '】': '【',
}

function wide(mark: string): string {
  return mark === '(' ? '（' : mark
}

/** The texts in which a pair may begin in one and end in another. */
function sequences(catalogue: Catalogue): Iterable<readonly Passage[]> {
  const askew = askewEntries(catalogue)
  const inside = new Set(
    catalogue.entries.filter((entry) => askew.has(entry)).flatMap((entry) => entry.cells),
  )
  const columns = new Map<string, Passage[]>()
  for (const passage of writtenTexts(catalogue)) {
    const { column, row } = passage as Partial<Cell>
    if (column !== undefined && inside.has(passage as Cell)) continue
    const isLabel = column !== undefined && catalogue.header.includes(passage as Cell)
    const key =
      column === undefined || row === undefined ? 'text' : isLabel ? 'header' : `${column}`
    const list = columns.get(key)
    if (list === undefined) columns.set(key, [passage])
    else list.push(passage)
  }
  return columns.values()
}

/** Where a title lost a mark is told by the rule for titles, or cannot be told. */
function isOfTitle(
  passage: Passage,
  { mark, at, fault }: LooseMark,
  cited: ReturnType<typeof citationsByPassage>,
): boolean {
  if (mark !== '《' && mark !== '》') return false
  const { text } = passage
  const isAlone =
    fault === 'unclosed' ? !text.includes('》', at) : !text.slice(0, at).includes('《')
  if (isAlone) return true
  return cited.get(passage)?.some(({ citation }) => lostMark(text, citation) !== undefined) ?? false
}

const NAMES: Readonly<Record<string, string>> = {
  '（': '括号',
  '(': '括号',
  '）': '括号',
  ')': '括号',
  '“': '引号',
  '”': '引号',
  '《': '书名号',
  '》': '书名号',
  '【': '方头括号',
  '】': '方头括号',
}

function tell(passage: Passage, { fault, at, mark, partner }: LooseMark) {
  const span = { start: at, end: at + 1 }
  const place = { at: { passage, span } }
  if (fault === 'reversed') {
    const right = mark === '“' ? '”' : '“'
    const expected = mark === '“' ? '后引号（”）' : '前引号（“）'
    const fix = suggestion(passage, span, right)
    return { ...place, message: 'reversed', data: { expected }, fix } as const
  }
  if (fault === 'mixed' && partner !== undefined) {
    const whole = { start: at, end: partner + 1 }
    const edit =
      mark === '('
        ? replace(passage, span, '（')
        : replace(passage, { start: partner, end: partner + 1 }, '）')
    return {
      message: 'mixed',
      data: { actual: passage.text.slice(whole.start, whole.end) },
      at: { passage, span: whole },
      expected: [`（${passage.text.slice(at + 1, partner)}）`],
      fix: { safety: 'suggested', edits: [edit] },
    } as const
  }
  const message = fault === 'unopened' ? 'unopened' : 'unclosed'
  return { ...place, message, data: { name: NAMES[mark] ?? '标点' } } as const
}
