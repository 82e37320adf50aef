import { KIND_NAMES } from '../src/catalogue/role.ts'
import { outdent } from '../src/rule/example.ts'
import type { BadExample, GoodExample, Rule } from '../src/rule/rule.ts'

const SEVERITY_NAMES = { error: '错误', warning: '警告', info: '提示' } as const
const FIX_NAMES = { safe: '改法唯一', suggested: '给出建议，由人决定', none: '由人修改' } as const

/** The page of a rule, in Markdown. */
export function rulePage(rule: Rule): string {
  return [
    `<!-- 由 npm run generate 根据 rules/${rule.id}.ts 生成 -->`,
    '',
    `# ${rule.title}`,
    '',
    `\`${rule.id}\` · ${SEVERITY_NAMES[rule.severity]} · ${FIX_NAMES[rule.fix]}`,
    ...(rule.isOptIn ? ['', `默认不用，用 \`--rule ${rule.id}=${rule.severity}\` 启用。`] : []),
    '',
    `检查：${rule.kinds.map((kind) => KIND_NAMES[kind]).join('、')}`,
    '',
    '## 依据',
    '',
    ...rule.basis.map(({ source, article, gist }) => `- ${named(source)}${article}：${gist}`),
    '',
    '## 为什么',
    '',
    rule.why,
    '',
    '## 怎么改',
    '',
    rule.how,
    '',
    '## 会说什么',
    '',
    ...Object.values(rule.messages).map((message) => `- ${message}`),
    ...section('不会报的例子', rule.examples.good.flatMap(good)),
    ...section('会报的例子', rule.examples.bad.flatMap(bad)),
    '',
  ].join('\n')
}

/** The table of all rules, in Markdown. */
export function ruleTable(rules: readonly Rule[]): string {
  const rows = rules.map(
    (rule) =>
      `| [\`${rule.id}\`](docs/rules/${rule.id}.md) | ${rule.title} | ${SEVERITY_NAMES[rule.severity]}${rule.isOptIn ? '（默认不用）' : ''} | ${FIX_NAMES[rule.fix]} |`,
  )
  return ['| 规则 | 名称 | 级别 | 改法 |', '| --- | --- | --- | --- |', ...rows, ''].join('\n')
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `## ${title}`, ...lines]
}

function good({ name, table, lastYear }: GoodExample): readonly string[] {
  return ['', `### ${name}`, ...before(lastYear), '', outdent(table).trimEnd()]
}

/** The report that an example is held against. */
function before(lastYear: string | undefined): readonly string[] {
  if (lastYear === undefined) return []
  return ['', '上年的报告：', '', outdent(lastYear).trimEnd(), '', '本年的报告：']
}

function bad(example: BadExample): readonly string[] {
  const marked = outdent(example.table).trimEnd()
  const shown = marked.replace(/⟦(→?)([^⟧]*)⟧/gu, (_, arrow: string, text: string) =>
    text === '' ? '**（空）**' : arrow === '' ? `**${text}**` : `*${text}*`,
  )
  const fixed =
    example.fixed === undefined ? [] : ['', '改后：', '', outdent(example.fixed).trimEnd()]
  return [
    '',
    `### ${example.name}`,
    ...before(example.lastYear),
    '',
    shown,
    '',
    ...example.says.map((text) => `> ${text}`),
    ...fixed,
  ]
}

function named(source: string): string {
  return /^(?:GB|DB)/u.test(source) ? source : `《${source}》`
}
