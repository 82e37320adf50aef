import type { Catalogue, Entry } from '../src/catalogue/catalogue.ts'
import { askewEntries } from '../src/catalogue/gaps.ts'
import { findBodies } from '../src/grammar/body.ts'
import { isInside, markedStretches } from '../src/grammar/marks.ts'
import { departmentOf } from '../src/rule/bodies.ts'
import { itemName } from '../src/rule/missing.ts'
import { defineRule } from '../src/rule/rule.ts'
import { APART, COMPETENCES, type Competence } from '../src/rule/vocabulary/competences.ts'
import type { Cell } from '../src/table/model.ts'
import type { Span } from '../src/text/span.ts'

export default defineRule({
  id: 'subject-competence-mismatch',
  title: '公开主体与事项职责不符',
  severity: 'info',
  certainty: 'hint',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'none',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第十条',
      gist: '谁制作的信息由谁公开；从别处获取的，由保存它的机关公开，或者由最初制作、获取它的机关公开。',
    },
  ],
  why: '把别的部门的事项列进来，自己手里没有这些信息，到时公开不出，公众也找错了门。',
  how: '只列本机关制作或者保存的部分；确由别的部门公开的，删去或者改写公开主体。',
  messages: {
    foreign:
      '“{item}”列了“{first}”“{second}”等，属{owner}的职责，公开主体却是“{subject}”，宜只列本机关的信息，或者改由{owner}公开。',
  },
  examples: {
    good: [
      {
        name: '本机关自己的资助，只是提到低保家庭',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 学生资助 | 城乡低保家庭、孤儿学生和特困人员子女的资助政策 | 实时更新 | 市教育局 |
          | 2 | 临时困难补助 | 受灾学生临时救助标准 | 实时更新 | 市教育局 |
        `,
      },
      {
        name: '由主管部门公开，或者几家一起公开',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 社会救助 | 城乡低保、特困人员救助供养、临时救助 | 实时更新 | 市民政局 |
          | 2 | 社会救助 | 城乡低保、特困人员救助供养、临时救助 | 实时更新 | 市民政局、市教育局 |
          | 3 | 救助资金 | 城乡低保、特困人员救助供养的补助资金 | 实时更新 | 市财政局 |
          | 4 | 社会救助 | 城乡低保、特困人员救助供养、临时救助 | 实时更新 | 大河镇人民政府 |
        `,
      },
      {
        name: '文件名称里提到',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 政策文件 | 《城乡低保和临时救助办法》的转发通知 | 实时更新 | 市教育局 |
        `,
      },
    ],
    bad: [
      {
        name: '教育局的目录里列了低保、特困',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 社会救助 | 救助政策；⟦城乡低保⟧、特困人员救助供养、学生资助等信息 | 实时更新 | 市教育局 |
          | 2 | 招生政策 | 政策文件 | 实时更新 | 市教育局 |
        `,
        says: [
          '“社会救助”列了“城乡低保”“特困人员救助供养”等，属民政部门的职责，公开主体却是“市教育局”，宜只列本机关的信息，或者改由民政部门公开。',
        ],
      },
    ],
  },

  *check({ catalogue }) {
    for (const { entry, cell, subject } of entriesApart(catalogue)) {
      for (const { competence, pattern } of PATTERNS) {
        if (competence.departments.includes(subject.department)) continue
        const [first, second] = mattersIn(cell.text, pattern)
        if (first === undefined || second === undefined) continue
        yield {
          message: 'foreign',
          data: {
            item: itemName(entry),
            first: first.words,
            second: second.words,
            owner: competence.owner,
            subject: subject.name,
          },
          at: { passage: cell, span: first.span },
        } as const
      }
    }
  },
})

// 低保家庭, 特困人员子女 and 低保资金 are matters of others as well.
const OWN = '(?!家庭|对象|户|边缘|子女|学生|人员|资金|经费|证明|信息系统)'
const PATTERNS: readonly { readonly competence: Competence; readonly pattern: RegExp }[] =
  COMPETENCES.map((competence) => ({
    competence,
    pattern: new RegExp(`(?:${competence.matters.join('|')})${OWN}`, 'gu'),
  }))

/** Lines whose only subject is a department that is far from the matters of others. */
function* entriesApart(catalogue: Catalogue): Iterable<{
  readonly entry: Entry
  readonly cell: Cell
  readonly subject: { readonly name: string; readonly department: string }
}> {
  const askew = askewEntries(catalogue)
  for (const entry of catalogue.entries) {
    const cell = entry.own('content')
    if (cell === undefined || cell.row !== entry.row || askew.has(entry)) continue
    const [body, ...others] = findBodies(entry.text('subject'))
    if (body === undefined || others.length > 0) continue
    const department = departmentOf(body.name)?.department.name
    if (department === undefined || !APART.has(department)) continue
    yield { entry, cell, subject: { name: body.name, department } }
  }
}

interface Matter {
  readonly words: string
  readonly span: Span
}

/** The matters that a text speaks of outside the titles of documents, each once. */
function mattersIn(text: string, pattern: RegExp): readonly Matter[] {
  const found = new Map<string, Matter>()
  const titles = markedStretches(text, '《〈“')
  for (const { 0: words, index } of text.matchAll(pattern)) {
    if (found.has(words) || isInside(titles, index)) continue
    found.set(words, { words, span: { start: index, end: index + words.length } })
  }
  return [...found.values()]
}
