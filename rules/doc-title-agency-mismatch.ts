import type { Catalogue } from '../src/catalogue/catalogue.ts'
import { askewEntries } from '../src/catalogue/gaps.ts'
import { dateLine } from '../src/catalogue/title.ts'
import { areDifferentAgencies } from '../src/rule/agency.ts'
import { type Context, defineRule } from '../src/rule/rule.ts'
import type { Passage } from '../src/table/model.ts'
import type { Span } from '../src/text/span.ts'

export default defineRule({
  id: 'doc-title-agency-mismatch',
  title: '标题机关与公开主体不一致',
  severity: 'warning',
  certainty: 'likely',
  kinds: ['catalogue', 'domain-catalogue', 'annual-report'],
  fix: 'none',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第十条',
      gist: '谁制作的信息由谁公开；从别处获取的，由保存它的机关公开，或者由最初制作、获取它的机关公开。',
    },
  ],
  why: '标题是一个机关，主体或者落款是另一个机关，多半是借用别家的文件没有改完，公众不知道该找谁。',
  how: '核对本文件是哪个机关的，把标题、公开主体和落款改为同一个机关。',
  messages: {
    subject:
      '标题写的是“{agency}”，公开主体{share}写的却是“{other}”，两者不是同一个机关，应当核对。',
    signature: '标题写的是“{agency}”，落款却是“{other}”，两者不是同一个机关，应当核对。',
    other: '另一个机关写在这里。',
  },
  examples: {
    good: [
      {
        name: '全称与简称，同一个机关',
        table: `
          # 云岭市人民政府国防动员办公室主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 实时更新 | 市国动办 |
          | 2 | 公开制度 | 制度文本 | 实时更新 | 市国动办 |
          | 3 | 工作动态 | 动态信息 | 实时更新 | 市人防办 |
        `,
      },
      {
        name: '政府的目录列出各部门',
        table: `
          # 青溪县人民政府主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文本 | 实时更新 | 县教育局 |
          | 2 | 招生计划 | 计划文本 | 实时更新 | 县教育局 |
          | 3 | 招生结果 | 录取名单 | 实时更新 | 县教育局 |
        `,
      },
      {
        name: '公开主体里也有标题的机关，或者超过三个机关',
        table: `
          # 青溪县教育局主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 资助政策 | 政策文本 | 实时更新 | 县财政局 |
          | 2 | 资助结果 | 名单 | 实时更新 | 县财政局 |
          | 3 | 资助标准 | 标准文本 | 实时更新 | 县财政局 |
          | 4 | 工作动态 | 动态信息 | 实时更新 | 县教育局 |
        `,
      },
      {
        name: '内设科室、笼统的部门名称',
        table: `
          # 青溪县教育局主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 实时更新 | 办公室 |
          | 2 | 公开制度 | 制度文本 | 实时更新 | 办公室 |
          | 3 | 财政信息 | 预算文本 | 批复后20日内 | 财务科 |
        `,
      },
      {
        name: '年报落款与标题是同一个机关',
        kind: 'annual-report',
        table: `
          # 青溪县住房和城乡建设局2025年政府信息公开工作年度报告

          一、总体情况。全年工作平稳。

          青溪县住建局

          2026年1月20日
        `,
      },
    ],
    bad: [
      {
        name: '标题是教育局，主体是商务局',
        table: `
          # ⟦云岭市教育局⟧主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 实时更新 | ⟦→市商务局⟧ |
          | 2 | 公开制度 | 制度文本 | 实时更新 | 市商务局 |
          | 3 | 工作动态 | 动态信息 | 实时更新 | 市商务局 |
        `,
        says: [
          '标题写的是“云岭市教育局”，公开主体全部写的却是“市商务局”，两者不是同一个机关，应当核对。',
          '另一个机关写在这里。',
        ],
      },
      {
        name: '多数主体是另一个机关',
        table: `
          # ⟦云岭市教育局⟧主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 实时更新 | ⟦→市商务局⟧ |
          | 2 | 公开制度 | 制度文本 | 实时更新 | 市商务局 |
          | 3 | 财政信息 | 预算文本 | 批复后20日内 | 市财政局 |
          | 4 | 工作动态 | 动态信息 | 实时更新 | 市商务局 |
        `,
        says: [
          '标题写的是“云岭市教育局”，公开主体多数写的却是“市商务局”，两者不是同一个机关，应当核对。',
          '另一个机关写在这里。',
        ],
      },
      {
        name: '年报落款是另一个机关',
        kind: 'annual-report',
        table: `
          # ⟦青溪县教育局⟧2025年政府信息公开工作年度报告

          一、总体情况。全年工作平稳。

          ⟦→青溪县商务局⟧

          2026年1月20日
        `,
        says: [
          '标题写的是“青溪县教育局”，落款却是“青溪县商务局”，两者不是同一个机关，应当核对。',
          '另一个机关写在这里。',
        ],
      },
    ],
  },

  *check(context) {
    const { catalogue, siblings } = context
    const { agency, title } = catalogue
    if (agency === undefined || title === undefined || siblings[0] !== catalogue) return
    const at = { passage: title, ...spanOf(agency, title) }
    const told = (other: Passage) =>
      ({ at, related: [{ message: 'other', at: { passage: other } }] }) as const
    if (catalogue.kind === 'annual-report') {
      const signature = signatureOf(catalogue)
      const other = signature?.text.trim() ?? ''
      if (signature === undefined || !areDifferentAgencies(agency, other)) return
      yield { ...told(signature), message: 'signature', data: { agency, other } }
      return
    }
    const subjects = subjectsOf(context)
    const [usual] = subjects
    if (usual === undefined || !subjects.every(({ text }) => areDifferentAgencies(agency, text))) {
      return
    }
    const share = subjects.length === 1 ? '全部' : '多数'
    yield { ...told(usual.first), message: 'subject', data: { agency, share, other: usual.text } }
  },
})

function spanOf(agency: string, { text }: Passage): { readonly span: Span } | undefined {
  const start = text.indexOf(agency)
  return start === -1 ? undefined : { span: { start, end: start + agency.length } }
}

/** A line of its own before the date at the end. */
function signatureOf({ paragraphs }: Catalogue): Passage | undefined {
  const lines = paragraphs.filter(({ text }) => text.trim() !== '').slice(-4)
  const date = lines.findLastIndex(({ text }) => dateLine(text) !== undefined)
  const line = date === -1 ? undefined : lines[date - 1]
  return line !== undefined && line.text.trim().length <= 40 ? line : undefined
}

interface Subject {
  readonly text: string
  readonly first: Passage
  readonly count: number
}

const LEAST_ENTRIES = 3
const MOST_SUBJECTS = 3

/** Who publishes, the usual one first; empty where there are many, none prevails, or entries are few. */
function subjectsOf({ siblings }: Context): readonly Subject[] {
  const subjects = new Map<string, Subject>()
  let all = 0
  for (const catalogue of siblings) {
    const askew = askewEntries(catalogue)
    for (const head of catalogue.heads) {
      const cell = askew.has(head) ? undefined : head.cell('subject')
      if (cell === undefined) continue
      const text = cell.text.trim()
      const subject = subjects.get(text)
      subjects.set(text, { text, first: subject?.first ?? cell, count: (subject?.count ?? 0) + 1 })
      all++
    }
  }
  const found = [...subjects.values()].sort((a, b) => b.count - a.count)
  const prevails = (found[0]?.count ?? 0) * 3 >= all * 2
  return all < LEAST_ENTRIES || found.length > MOST_SUBJECTS || !prevails ? [] : found
}
