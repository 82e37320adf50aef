import type { Limit } from '../authority/item-type.ts'
import type { Role } from '../catalogue/role.ts'
import { vagueness } from '../grammar/citation/vague.ts'
import { parseCitations } from '../grammar/citation.ts'
import { findDeadlines } from '../grammar/deadline.ts'
import type { JsonNode } from '../text/json.ts'
import { withoutSpace } from '../text/normalise.ts'
import { DeclarationError, Fields, lineIn, listIn, type Told } from './fields.ts'
import {
  type Requirement,
  type RequirementKind,
  type Scope,
  type Selector,
  scopeOf,
  type WantedItem,
  type WantedWord,
} from './pack.ts'
import { columnNamed, patternIn } from './selector.ts'

/** Where each requirement can be asked. */
const SCOPES: Readonly<Record<RequirementKind, readonly Scope[]>> = {
  notEmpty: ['column'],
  empty: ['column'],
  pattern: ['column', 'part', 'document'],
  notPattern: ['column', 'part', 'document'],
  oneOf: ['column'],
  maxLength: ['column'],
  deadlineAtMost: ['column'],
  cites: ['column', 'document'],
  mentions: ['column', 'part', 'document'],
  sameAs: ['column'],
  differsFrom: ['column'],
  exists: ['document'],
}
const KINDS = Object.keys(SCOPES) as RequirementKind[]

/** Reads what a rule requires, in the order in which it is written. Throws {@link DeclarationError}. */
export function readRequirements(
  node: JsonNode,
  rule: string,
  on: Selector,
): readonly Requirement[] {
  const fields = new Fields(node, `${rule}的 require `, KINDS)
  const requirements = fields.keys.map((key) => readOne(key as RequirementKind, fields, on))
  if (requirements.length === 0) {
    throw new DeclarationError(`${rule}的 require 是空的，可以是 ${KINDS.join('、')}`, fields.at)
  }
  if (fields.node('empty') !== undefined && requirements.length > 1) {
    throw new DeclarationError(`${rule}的 empty 不能同别的要求一起写`, fields.at)
  }
  return requirements
}

const SCOPE_NAMES: Readonly<Record<Scope, string>> = {
  column: 'on 写了 columns（看某一栏）',
  part: 'on 写了 parts（看年报的一部分）',
  document: 'on 没有写 columns 和 parts（看全文）',
}

function readOne(kind: RequirementKind, fields: Fields, on: Selector): Requirement {
  const node = fields.needed(kind, '')
  const name = fields.nameOf(kind)
  const scope = scopeOf(on)
  if (!SCOPES[kind].includes(scope)) {
    const wanted = SCOPES[kind].map((one) => SCOPE_NAMES[one]).join('，或者')
    throw new DeclarationError(`${name}只能在${wanted}时写`, node.span.start)
  }
  switch (kind) {
    case 'notEmpty':
    case 'empty':
      if (node.kind !== 'scalar' || node.value !== true) {
        throw new DeclarationError(`${name}只能是 true，不要求的删去这一项`, node.span.start)
      }
      return { kind }
    case 'pattern':
    case 'notPattern':
      return { kind, pattern: patternIn(lineIn(node, name, '写正则表达式'), name) }
    case 'oneOf': {
      const told = listIn(node, name, '写可以用的文字').map((one) =>
        lineIn(one, name, '写可以用的文字'),
      )
      return { kind, values: told.map(({ text }) => text) }
    }
    case 'maxLength':
      return { kind, length: lengthIn(node, name) }
    case 'deadlineAtMost':
      if (on.columns.some((column) => column !== 'deadline')) {
        throw new DeclarationError(`${name}只能用在公开时限（deadline）栏`, node.span.start)
      }
      return deadlineIn(node, name)
    case 'cites':
      return citationIn(
        lineIn(node, name, '写要引用的文件，如“《川西省政务公开办法》第九条”'),
        name,
      )
    case 'mentions':
      return { kind, words: wordsIn(node, name) }
    case 'sameAs':
    case 'differsFrom': {
      const told = lineIn(node, name, '写另一栏的名称')
      const column = columnNamed(told, name)
      if (column === 'item') {
        throw new DeclarationError(`${name}应当写明哪一级，如“一级事项”“二级事项”`, told.at)
      }
      if (on.columns.includes(column)) {
        throw new DeclarationError(`${name}写的就是 columns 里的这一栏`, told.at)
      }
      return { kind, column: column satisfies Role }
    }
    case 'exists':
      return { kind, items: itemsIn(node, name) }
  }
}

const LONGEST = 10_000

function lengthIn(node: JsonNode, name: string): number {
  const value = node.kind === 'scalar' ? node.value : undefined
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= LONGEST) {
    return value
  }
  throw new DeclarationError(`${name}应当是1到${LONGEST}的整数，是最多几个字`, node.span.start)
}

const HOW_DEADLINE = '写作“20个工作日内”“批复之日起20日内”“每年1月31日前”或者“每季度”'

/** A deadline as a row would say it, or one with the words for the event that it counts from. */
function deadlineIn(node: JsonNode, name: string): Requirement {
  const isMapping = node.kind === 'object'
  const fields = isMapping ? new Fields(node, name, ['limit', 'after']) : undefined
  const told = fields?.line('limit', HOW_DEADLINE) ?? lineIn(node, name, HOW_DEADLINE)
  const after = fields?.lines('after', '写从哪件事起算，如“批复”') ?? []
  return { kind: 'deadlineAtMost', told: told.text, limit: limitOf(told, after, name) }
}

function limitOf({ text, at }: Told, after: readonly Told[], name: string): Limit {
  const wrong = new DeclarationError(`${name}的“${text}”不是能比较的时限，${HOW_DEADLINE}`, at)
  const [clause, ...others] = findDeadlines(/[内前次]$|每/u.test(text) ? text : `${text}内`)
  if (clause === undefined || others.length > 0) throw wrong
  if (clause.kind === 'fixed-date' && clause.possible && clause.year === 'every') {
    return { kind: 'by-date', month: clause.month, day: clause.day }
  }
  const { kind } = clause
  if (kind === 'periodic') return { kind: 'rhythm', amount: clause.amount, unit: clause.unit }
  if (kind !== 'relative' || clause.unitMissing) throw wrong
  const { anchor, amount, unit } = clause
  const words = after.map((one) => withoutSpace(one.text))
  if (anchor.kind !== 'none') words.push(anchor.text)
  const events = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|')
  // Without a word for it, a deadline may count from any event.
  return { kind: 'within', amount, unit, event: words[0] ?? '信息形成', events: events || '(?:)' }
}

function citationIn({ text, at }: Told, name: string): Requirement {
  const [citation, ...others] = parseCitations(text)
  const isNamed =
    citation !== undefined &&
    (citation.name !== undefined || citation.documents.length + citation.orders.length > 0)
  if (!isNamed || others.length > 0 || vagueness(text) !== undefined) {
    throw new DeclarationError(
      `${name}应当写一份文件，如“《川西省政务公开办法》”或者“《川西省政务公开办法》第九条”，不能是“${text}”`,
      at,
    )
  }
  return { kind: 'cites', told: text, citation }
}

function wordsIn(node: JsonNode, name: string): readonly WantedWord[] {
  const what = '写应当提到的词，几个词任一都行的用“|”隔开'
  return listIn(node, name, what).map((one) => {
    const { text, at } = lineIn(one, name, what)
    const any = text.split('|').map(withoutSpace)
    if (any.includes('')) throw new DeclarationError(`${name}的“${text}”里“|”的一边是空的`, at)
    return { told: any.join('”或者“'), any }
  })
}

function itemsIn(node: JsonNode, name: string): readonly WantedItem[] {
  const what = '写应当有的事项'
  const items = listIn(node, name, what).map((one): WantedItem => {
    if (one.kind !== 'object') {
      const { text } = lineIn(one, name, what)
      const word = withoutSpace(text)
      return { name: text, is: (words) => words.includes(word) }
    }
    const fields = new Fields(one, name, ['name', 'pattern'])
    const pattern = patternIn(fields.line('pattern', '写正则表达式'), fields.nameOf('pattern'))
    return { name: fields.line('name', what).text, is: (words) => pattern.test(words) }
  })
  const names = items.map((item) => item.name)
  const twice = names.find((one, index) => names.indexOf(one) < index)
  if (twice !== undefined) {
    throw new DeclarationError(`${name}里“${twice}”写了两次`, node.span.start)
  }
  return items
}
