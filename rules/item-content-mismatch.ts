import type { Catalogue, Entry } from '../src/catalogue/catalogue.ts'
import { askewEntries } from '../src/catalogue/gaps.ts'
import type { Role } from '../src/catalogue/role.ts'
import { shapeOf } from '../src/catalogue/shape.ts'
import { defineRule } from '../src/rule/rule.ts'
import { PROMISED_CONTENTS } from '../src/rule/vocabulary/item-contents.ts'
import type { Cell } from '../src/table/model.ts'
import { isBlank, withoutSpace } from '../src/text/normalise.ts'

export default defineRule({
  id: 'item-content-mismatch',
  title: '事项名称与公开内容不符',
  severity: 'info',
  certainty: 'likely',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'none',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第十二条第三款',
      gist: '政府信息公开目录包括政府信息的索引、名称、内容概述、生成日期等内容。',
    },
  ],
  why: '名称说有规划，内容里没有，公众按名称来找，找不到。',
  how: '在内容里补上名称所说的信息；确实不公开的，改事项名称。',
  messages: {
    missing: '事项名称是“{item}”，公开内容里没有说到{promised}，两处宜一致。',
    content: '公开内容写在这里。',
  },
  examples: {
    good: [
      {
        name: '内容里有，有同义的说法，或者只是没有重复名称',
        table: `
          | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 法定主动公开内容 | 计划规划 | 中长期发展纲要、年度工作计划 | 实时更新 |
          | 2 | 法定主动公开内容 | 政策解读 | 文件的出台背景和主要内容 | 实时更新 |
          | 3 | 法定主动公开内容 | 部门预算 | 收支总表和绩效目标 | 批复后20日内 |
          | 4 | 法定主动公开内容 | 专项规划 | 养老、救助等专项的文本 | 实时更新 |
        `,
      },
      {
        name: '下一级事项、续行里有；内容太短或者只说详见别处',
        table: `
          | 序号 | 一级事项 | 二级事项 | 三级事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 法定主动公开内容 | 规划计划 | 年度计划 | 年度工作计划和工作总结 | 实时更新 |
          |  |  |  | 专项规划 | 教育、养老等专项文本 |  |
          | 2 | 法定主动公开内容 | 部门决算 |  | 同部门预算 | 实时更新 |
          | 3 | 法定主动公开内容 | 领导信息 |  | 详见本单位门户网站机构设置栏目 | 实时更新 |
        `,
      },
    ],
    bad: [
      {
        name: '名称有规划，内容只有计划和总结',
        table: `
          | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 法定主动公开内容 | ⟦计划规划⟧ | ⟦→年度工作计划和工作总结⟧ | 实时更新 |
          | 2 | 法定主动公开内容 | 部门预算 | 预算文本和报表 | 批复后20日内 |
        `,
        says: ['事项名称是“计划规划”，公开内容里没有说到规划，两处宜一致。', '公开内容写在这里。'],
      },
    ],
  },

  *check({ catalogue }) {
    const askew = askewEntries(catalogue)
    for (const entry of catalogue.entries) {
      if (askew.has(entry) || askew.has(entry.head)) continue
      for (const [level, role] of LEVELS.entries()) {
        const cell = entry.own(role)
        if (cell?.row !== entry.row || cell.text.length > LONGEST_NAME) continue
        const name = withoutSpace(cell.text)
        const promise = PROMISED_CONTENTS.find((one) => one.name.test(name))
        if (promise === undefined) continue
        const told = toldUnder(catalogue, entry, level)
        if (told === undefined || told.texts.some((text) => promise.words.test(text))) continue
        if (!told.texts.some((text) => promise.instead.test(text))) continue
        yield {
          message: 'missing',
          data: { item: name, promised: promise.promised },
          at: { passage: cell },
          related: [{ message: 'content', at: { passage: told.content } }],
        } as const
      }
    }
  },
})

const LEVELS: readonly Role[] = ['item.level1', 'item.level2', 'item.level3']
const LONGEST_NAME = 40
/** Too short to tell anything: 全文, 相关信息. */
const SHORTEST_CONTENT = 8
const ELSEWHERE = /详见|见附件|参见|同上|链接/u

/** Names and contents of all lines that a name speaks for; undefined where they tell too little. */
function toldUnder(
  catalogue: Catalogue,
  entry: Entry,
  level: number,
): { readonly content: Cell; readonly texts: readonly string[] } | undefined {
  const role = LEVELS[level]
  if (role === undefined) return undefined
  const texts: string[] = []
  let content: Cell | undefined
  for (const line of linesUnder(catalogue, entry, role)) {
    for (const lower of LEVELS.slice(level + 1)) texts.push(withoutSpace(line.text(lower)))
    const cell = line.cell('content')
    if (cell === undefined) continue
    content ??= cell
    texts.push(withoutSpace(cell.text))
  }
  if (content === undefined) return undefined
  const words = withoutSpace(content.text)
  const isTold =
    words.length >= SHORTEST_CONTENT && !ELSEWHERE.test(words) && shapeOf(words) !== 'citation'
  return isTold ? { content, texts } : undefined
}

/** The line of a name and those below it in which no other name of its level begins. */
function linesUnder(catalogue: Catalogue, entry: Entry, role: Role): readonly Entry[] {
  const all = catalogue.lines(entry.head)
  const first = all.indexOf(entry)
  const next = all.findIndex((line, at) => {
    const own = at > first ? line.own(role) : undefined
    return own?.row === line.row && !isBlank(own.text)
  })
  return all.slice(first, next < 0 ? undefined : next)
}
