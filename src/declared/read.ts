import type { LegalBasis, PackOrigin } from '../rule/rule.ts'
import { type BadExample, type GoodExample, SEVERITIES } from '../rule/rule.ts'
import type { JsonNode } from '../text/json.ts'
import { DeclarationError, Fields, lineIn, listIn, type Told } from './fields.ts'
import {
  type Declaration,
  type Requirement,
  type RulePack,
  type Selector,
  scopeOf,
} from './pack.ts'
import { readRequirements } from './requirement.ts'
import { kindNamed, readSelector } from './selector.ts'
import { checkMessage, slotsOf } from './slots.ts'

/** What a pack is read against. */
export interface Known {
  /** Ids of all item types (事项类型). */
  readonly itemTypes: readonly string[]
  /** Prefixes that are taken: the families of our own rules and those of packs read before. */
  readonly families: readonly string[]
}

const MOST_RULES = 500
const MOST_EXAMPLES = 50

/** Reads a pack of declared rules. Throws {@link DeclarationError} for the first mistake. */
export function readPack(root: JsonNode, known: Known): RulePack {
  const fields = new Fields(root, '规则包', [
    '$schema',
    'name',
    'prefix',
    'issuer',
    'version',
    'rules',
  ])
  const name = fields.line('name', '写规则包的名称，如“川西省政务公开规则”').text
  const prefix = readPrefix(fields, known)
  const issuer = fields.line('issuer', '写制定规则的机关，如“川西省人民政府办公厅”').text
  const version = fields.line('version', '写版本，如 "1.0.0"').text
  const node = fields.needed('rules', '逐条写规则，每条以“- id:”开头')
  if (node.kind !== 'array' || node.items.length === 0) {
    throw new DeclarationError('rules 应当逐条写规则，每条以“- id:”开头', node.span.start)
  }
  if (node.items.length > MOST_RULES) {
    throw new DeclarationError(`rules 超过${MOST_RULES}条，分成几个规则包`, node.span.start)
  }
  const ids = new Set<string>()
  const rules = node.items.map((item, index) => {
    const rule = readRule(item, index, prefix, known)
    if (ids.has(rule.id)) throw new DeclarationError(`id“${rule.id}”写了两次`, item.span.start)
    ids.add(rule.id)
    return rule
  })
  const origin: PackOrigin = { name, issuer, version }
  return { ...origin, prefix, rules }
}

const PREFIX = /^[a-z]{2,20}$/u

function readPrefix(fields: Fields, { families }: Known): string {
  const { text, at } = fields.line('prefix', '写规则编号的开头，如 chuanxi')
  if (!PREFIX.test(text)) {
    throw new DeclarationError(
      `规则包的 prefix 应当由2到20个小写英文字母组成，如 chuanxi，不能是“${text}”`,
      at,
    )
  }
  if (families.includes(text)) {
    throw new DeclarationError(`规则包的 prefix“${text}”已经有规则在用，应当另取一个`, at)
  }
  return text
}

const RULE_KEYS = [
  'id',
  'title',
  'severity',
  'certainty',
  'on',
  'require',
  'message',
  'expected',
  'fix',
  'basis',
  'from',
  'to',
  'why',
  'how',
  'examples',
] as const

function readRule(node: JsonNode, index: number, prefix: string, known: Known): Declaration {
  const unnamed = new Fields(node, `第${index + 1}条规则`, RULE_KEYS)
  const id = readId(unnamed, prefix)
  const name = `规则 ${id} `
  const fields = new Fields(node, name, RULE_KEYS)
  const on = readSelector(fields, name, known.itemTypes)
  const requirements = readRequirements(
    fields.needed('require', '写要求，如 notEmpty: true'),
    name,
    on,
  )
  const expected = fields.optionalLine('expected', '写唯一正确的文字')
  const fix = readFix(fields, expected, requirements)
  const messages = readMessages(fields, requirements, on, expected !== undefined)
  const [from, to] = [readDay(fields, 'from'), readDay(fields, 'to')]
  if (from !== undefined && to !== undefined && to.text < from.text) {
    throw new DeclarationError(`${name}的 to 早于 from`, to.at)
  }
  return {
    id,
    title: fields.line('title', '写规则的名称，一句话说明错在哪里').text,
    severity: fields.choice('severity', SEVERITIES),
    certainty: fields.choice('certainty', ['certain', 'likely', 'hint'], 'likely'),
    on,
    requirements,
    messages,
    ...(expected && { expected: expected.text }),
    fix,
    basis: readBasis(fields),
    ...(from && { from: from.text }),
    ...(to && { to: to.text }),
    why: fields.text('why', '写为什么要这样要求').text,
    how: fields.text('how', '写发现问题以后怎样改').text,
    examples: readExamples(fields, on.kinds),
  }
}

function readId(fields: Fields, prefix: string): string {
  const { text, at } = fields.line('id', `写规则的编号，如 ${prefix}-subject-not-full`)
  const isWhole = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/u.test(text) && text.length <= 60
  if (isWhole && text.startsWith(`${prefix}-`)) return text
  throw new DeclarationError(
    `规则的 id 应当以“${prefix}-”开头，由小写英文字母、数字和连字符组成，如 ${prefix}-subject-not-full，不能是“${text}”`,
    at,
  )
}

function readFix(
  fields: Fields,
  expected: Told | undefined,
  requirements: readonly Requirement[],
): Declaration['fix'] {
  const fix = fields.choice(
    'fix',
    ['safe', 'suggested', 'none'],
    expected === undefined ? 'none' : 'suggested',
  )
  const at = fields.node('fix')?.span.start ?? fields.at
  if (fix !== 'none' && expected === undefined) {
    throw new DeclarationError(`${fields.nameOf('fix')}要有 expected（改成什么）才能写`, at)
  }
  const cannot = requirements.find(({ kind }) => kind === 'exists')
  if (fix !== 'none' && cannot !== undefined) {
    throw new DeclarationError(
      `${fields.nameOf('expected')}不能同 exists 一起写，缺少的事项由人增加`,
      at,
    )
  }
  return fix
}

function readMessages(
  fields: Fields,
  requirements: readonly Requirement[],
  on: Selector,
  hasExpected: boolean,
): Declaration['messages'] {
  const what = '写发现问题时说的一句话'
  const node = fields.needed('message', what)
  const kinds = requirements.map(({ kind }) => kind)
  const each =
    node.kind === 'object' ? new Fields(node, fields.nameOf('message'), kinds) : undefined
  return Object.fromEntries(
    requirements.map((requirement) => {
      const { kind } = requirement
      const told =
        each === undefined ? lineIn(node, fields.nameOf('message'), what) : each.line(kind, what)
      const name = each === undefined ? fields.nameOf('message') : each.nameOf(kind)
      checkMessage(told, name, requirement, slotsOf(requirement, scopeOf(on), hasExpected))
      return [kind, told.text]
    }),
  )
}

function readBasis(fields: Fields): Declaration['basis'] {
  const what = '写依据的 source、article 和 gist'
  const nodes = listIn(fields.needed('basis', what), fields.nameOf('basis'), what)
  const all = nodes.map((node): LegalBasis => {
    const basis = new Fields(node, fields.nameOf('basis'), ['source', 'article', 'gist'])
    return {
      source: basis
        .line('source', '写文件的题名，不加书名号')
        .text.replace(/^《([^《》]+)》$/u, '$1'),
      article: basis.line('article', '写条款，如“第八条”').text,
      gist: basis.line('gist', '用自己的话写这一条的要点').text,
    }
  })
  const [first, ...others] = all
  if (first === undefined) throw new Error('declared: a list of bases that was empty')
  return [first, ...others]
}

function readDay(fields: Fields, key: 'from' | 'to'): Told | undefined {
  const told = fields.optionalLine(key, '写日期，如 2024-01-01')
  if (told === undefined) return undefined
  const date = new Date(`${told.text}T00:00:00Z`)
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(told.text) && !Number.isNaN(date.getTime())
  if (isDay && date.toISOString().slice(0, 10) === told.text) return told
  throw new DeclarationError(
    `${fields.nameOf(key)}应当是存在的日期，写作 2024-01-01，不能是“${told.text}”`,
    told.at,
  )
}

function readExamples(rule: Fields, kinds: Selector['kinds']): Declaration['examples'] {
  const node = rule.needed('examples', '写 good（不会报）和 bad（会报）的例子')
  const fields = new Fields(node, rule.nameOf('examples'), ['good', 'bad'])
  const read = (key: 'good' | 'bad') => {
    const what = '至少写一个例子'
    const nodes = listIn(fields.needed(key, what), fields.nameOf(key), what)
    if (nodes.length > MOST_EXAMPLES) {
      throw new DeclarationError(`${fields.nameOf(key)}超过${MOST_EXAMPLES}个`, fields.at)
    }
    return nodes
  }
  const good = read('good').map((one) => readExample(one, fields.nameOf('good'), kinds, []))
  const bad = read('bad').map((one): BadExample => {
    const name = fields.nameOf('bad')
    const example = readExample(one, name, kinds, ['says', 'fixed'])
    const more = new Fields(one, name, ['name', 'table', 'format', 'kind', 'says', 'fixed'])
    if (!/⟦[^⟧]*⟧/u.test(example.table)) {
      throw new DeclarationError(`${name}的 table 里没有用⟦⟧标出会报的地方`, more.at)
    }
    const says = more.lines('says', '写会说的话').map(({ text }) => text)
    const [first, ...others] = says
    if (first === undefined) throw new DeclarationError(`${name}缺少 says，写会说的话`, more.at)
    const fixed =
      more.node('fixed') === undefined ? undefined : more.text('fixed', '写改后的表').text
    return { ...example, says: [first, ...others], ...(fixed !== undefined && { fixed }) }
  })
  return { good, bad }
}

function readExample(
  node: JsonNode,
  name: string,
  kinds: Selector['kinds'],
  more: readonly string[],
): GoodExample {
  const fields = new Fields(node, name, ['name', 'table', 'format', 'kind', ...more])
  const format = fields.choice('format', ['md', 'html', 'tsv'], 'md')
  const told = fields.optionalLine('kind', '写文件的种类')
  const kind = told && kindNamed(told, fields)
  if (kind !== undefined && !kinds.includes(kind)) {
    throw new DeclarationError(`${fields.nameOf('kind')}不在 on 的 kinds 里`, told?.at ?? fields.at)
  }
  return {
    name: fields.line('name', '写例子的名称').text,
    table: fields.text('table', '写一张小表').text,
    ...(format !== 'md' && { format }),
    ...(kind !== undefined && { kind }),
  }
}
