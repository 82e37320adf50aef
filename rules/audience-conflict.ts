import type { Catalogue, Entry } from '../src/catalogue/catalogue.ts'
import { askewEntries } from '../src/catalogue/gaps.ts'
import { isOnRequest } from '../src/rule/method.ts'
import { itemName } from '../src/rule/missing.ts'
import { defineRule } from '../src/rule/rule.ts'
import {
  FOR_BOTH,
  FOR_EVERYBODY,
  NAMES_NO_GROUP,
  NO_MARK,
} from '../src/rule/vocabulary/audience.ts'
import type { Cell } from '../src/table/model.ts'
import { withoutSpace } from '../src/text/normalise.ts'

export default defineRule({
  id: 'audience-conflict',
  title: '公开对象矛盾或者未说明',
  severity: 'warning',
  certainty: 'likely',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'none',
  once: { unnamed: 'column' },
  basis: [
    {
      source: '国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见',
      article: '（国办发〔2019〕54号）',
      gist: '目录应当逐项写明公开事项的名称、内容、依据、时限、主体、方式、渠道、对象等要素。',
    },
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第二十三条',
      gist: '主动公开的信息，通过政府公报、政府网站、新闻发布会以及报刊、广播、电视等便于公众知晓的方式公开。',
    },
  ],
  why: '勾了特定群体，别人就看不到；两栏都勾、不写是谁，经办人不知道该发给谁。',
  how: '人人可看的只勾全社会；只给一部分人的，在特定群体一栏写明是谁。',
  messages: {
    public: '{items}是向全社会公开的事项，却只勾了“{column}”，应当勾选“全社会”。',
    both: '{items}同时勾了“全社会”和“{column}”，应当只勾一项，或者写明特定群体是谁。',
    unnamed: '{items}勾了“{column}”，没有写明是谁，应当写出群体的名称。',
    template: '{items}勾了“{column}”，没有写明是谁，宜写出群体的名称。',
  },
  examples: {
    good: [
      {
        name: '写明了特定群体；征收、公示类两边都要公开',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 全社会 | 特定群体 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | √ |  |
          | 2 | 职称评审 | 评审结果 | 实时更新 |  | 教师 |
          | 3 | 房屋征收决定 | 决定公告 | 实时更新 | √ | √ |
          | 4 | 学校工作 | 工作信息 | 实时更新 | √ | 学生家长 |
          | 5 | 工作动态 | 工作信息 | 实时更新 | √ | — |
        `,
      },
      {
        name: '栏名已经写明群体；依申请公开的给申请人',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开方式 | 全社会 | 特定群体（被征收人） |
          | --- | --- | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | 主动公开 | √ |  |
          | 2 | 补偿协议 | 协议文本 | 实时更新 | 主动公开 |  | √ |
        `,
      },
      {
        name: '依申请公开的给申请人',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开方式 | 全社会 | 特定群体 |
          | --- | --- | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | 主动公开 | √ |  |
          | 2 | 学籍档案 | 档案材料 | 实时更新 | 依申请公开 |  | √ |
        `,
      },
      {
        name: '全表都在特定群体一栏，是表格转换时错了栏',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 全社会 | 特定群体 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 |  | √ |
          | 2 | 学校名录 | 学校名称 | 实时更新 |  | √ |
          | 3 | 机构职能 | 主要职责 | 实时更新 |  | √ |
        `,
      },
    ],
    bad: [
      {
        name: '人人可看的勾了特定群体；两栏都勾；没有写明是谁',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 全社会 | 特定群体 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | 主要职责 | 实时更新 |  | ⟦√⟧ |
          | 2 | 工作动态 | 工作信息 | 实时更新 | √ | ⟦√⟧ |
          | 3 | 学籍管理 | 转学条件 | 实时更新 |  | ⟦√⟧ |
          | 4 | 学校名录 | 学校名称 | 实时更新 | √ |  |
        `,
        says: [
          '“机构职能”是向全社会公开的事项，却只勾了“特定群体”，应当勾选“全社会”。',
          '“工作动态”同时勾了“全社会”和“特定群体”，应当只勾一项，或者写明特定群体是谁。',
          '“学籍管理”勾了“特定群体”，没有写明是谁，应当写出群体的名称。',
        ],
      },
      {
        name: '多项都没有写明，合起来说一次',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 全社会 | 特定群众 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 学籍管理 | 转学条件 | 实时更新 |  | ⟦√⟧ |
          | 2 | 教师培训 | 培训计划 | 实时更新 |  | √ |
          | 3 | 职称晋升 | 晋升条件 | 实时更新 |  | √ |
          | 4 | 学位申请 | 申请条件 | 实时更新 |  | √ |
          | 5 | 学校名录 | 学校名称 | 实时更新 | √ |  |
        `,
        says: ['“学籍管理”等4项勾了“特定群众”，没有写明是谁，应当写出群体的名称。'],
      },
      {
        name: '试点领域标准目录里照抄来的，只作提示',
        kind: 'domain-catalogue',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 全社会 | 特定群体 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 学籍管理 | 转学条件 | 实时更新 |  | ⟦√⟧ |
          | 2 | 学校名录 | 学校名称 | 实时更新 | √ |  |
        `,
        says: ['“学籍管理”勾了“特定群体”，没有写明是谁，宜写出群体的名称。'],
      },
    ],
  },

  *check({ catalogue }) {
    const specific = catalogue.layout.column('audience.specific')
    if (specific === undefined || !catalogue.layout.has('audience.public')) return
    const column = /特定(?:群体|群众|对象|人群)/u.exec(specific.label)?.[0] ?? '特定群体'
    const isTemplate = catalogue.kind === 'domain-catalogue'
    const namesGroup = /[（(](?!请|需|须|应|写明|注明|说明|要素)/u.test(specific.label)
    for (const [fault, marks] of faultyMarks(catalogue, namesGroup)) {
      const message = fault === 'unnamed' && isTemplate ? 'template' : fault
      // The templates of the ministries are copied by thousands, who are not to blame for them.
      const severity = isTemplate && fault !== 'public' ? { severity: 'info' as const } : {}
      const [first, ...others] = marks
      if (first === undefined) continue
      const told = others.length >= MANY ? [first] : marks
      for (const { entry, cell } of told) {
        const count = others.length >= MANY ? `等${marks.length}项` : ''
        const items = `“${itemName(entry)}”${count}`
        yield { message, ...severity, data: { items, column }, at: { passage: cell } } as const
      }
    }
  },
})

/** So many others, and all are told at once. */
const MANY = 3

interface Mark {
  readonly entry: Entry
  readonly cell: Cell
}

type Fault = 'public' | 'both' | 'unnamed'

function faultyMarks(catalogue: Catalogue, namesGroup: boolean): ReadonlyMap<Fault, Mark[]> {
  const found = new Map<Fault, Mark[]>()
  const askew = askewEntries(catalogue)
  const seen = new Set<Cell>()
  let isAnyPublic = false
  for (const entry of catalogue.entries) {
    if (askew.has(entry) || askew.has(entry.head)) continue
    // One mark is like another, so that a shifted row does not tell under which column it belongs.
    if (entry.repair?.kind === 'shifted') continue
    const isPublic = isMarked(entry.own('audience.public')?.text ?? '')
    isAnyPublic ||= isPublic
    const cell = entry.own('audience.specific')
    if (cell === undefined || seen.has(cell) || !isMarked(cell.text) || isOnRequest(entry)) continue
    seen.add(cell)
    const fault = faultOf(entry, cell, isPublic, namesGroup)
    if (fault === undefined) continue
    const marks = found.get(fault)
    if (marks === undefined) found.set(fault, [{ entry, cell }])
    else marks.push({ entry, cell })
  }
  // Not one mark for everybody: the columns were mixed up on the way.
  return isAnyPublic ? found : new Map()
}

function faultOf(
  entry: Entry,
  cell: Cell,
  isPublic: boolean,
  namesGroup: boolean,
): Fault | undefined {
  if (namesGroup || !NAMES_NO_GROUP.test(withoutSpace(cell.text))) return undefined
  const names = NAMES.map((role) => withoutSpace(entry.text(role)))
  if (isPublic) return names.some((name) => FOR_BOTH.test(name)) ? undefined : 'both'
  return names.some((name) => FOR_EVERYBODY.test(name)) ? 'public' : 'unnamed'
}

const NAMES = ['item.level1', 'item.level2', 'item.level3'] as const

function isMarked(text: string): boolean {
  const mark = withoutSpace(text)
  return mark !== '' && !NO_MARK.test(mark)
}
