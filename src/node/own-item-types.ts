import type { ItemType, Limit } from '../authority/item-type.ts'
import type { RecordFault, RecordSort } from './own-records.ts'

/** The item types (事项类型) of a user's own. */
export const ITEM_TYPE: RecordSort<ItemType> = {
  name: '事项类型',
  schema: 'deadlines.schema.json',
  definition: 'type',
  expected: {
    typeId: '由小写英文字母和数字组成，可以用连字符相连，如“budget-final-department”',
    text: '是一行文字，首尾没有空白',
    gist: '是一行文字，首尾没有空白，不超过45字',
    pattern: '是正则表达式',
    count: '是大于0的整数',
    month: '是1到12的整数',
    day: '是1到31的整数',
    priority: '是0到100的整数',
  },
  *faults(type) {
    for (const pattern of patternsOf(type)) yield* patternFaults(pattern)
    yield* dayFaults(type.limit, ['limit'])
  },
}

interface Pattern {
  readonly path: readonly string[]
  readonly source: string
}

function* patternsOf({ match, limit, notEvents, whenCited }: ItemType): Iterable<Pattern> {
  for (const [key, sources] of Object.entries(match)) {
    for (const [index, source] of (sources as readonly string[]).entries()) {
      yield { path: ['match', key, String(index)], source }
    }
  }
  yield* limitPatterns(limit, ['limit'])
  if (notEvents !== undefined) yield { path: ['notEvents'], source: notEvents }
  if (whenCited !== undefined) yield { path: ['whenCited'], source: whenCited }
}

function* limitPatterns(limit: Limit, path: readonly string[]): Iterable<Pattern> {
  if (limit.kind === 'within' && limit.events !== undefined) {
    yield { path: [...path, 'events'], source: limit.events }
  }
  for (const [part, at] of partsOf(limit, path)) yield* limitPatterns(part, at)
}

function* patternFaults({ path, source }: Pattern): Iterable<RecordFault> {
  const key = path.join('.')
  try {
    new RegExp(source, 'u')
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const reason = error.message.split(': ').at(-1) ?? ''
    yield { path, message: `${key} 不是正则表达式：${REASONS[reason] ?? reason}` }
  }
  if (NAMES_A_GROUP.test(source)) {
    yield { path, message: `${key} 不能给组起名，也不能引用前面的组` }
  }
}

/** (?<年>…), \k<年> and \1 mean something else, or nothing, where patterns are joined into one. */
const NAMES_A_GROUP = /(?<!\\)(?:\\\\)*(?:\(\?<(?![=!])|\\[1-9k])/u

/** What the engine says of a pattern, in Chinese where people meet it. */
const REASONS: Readonly<Record<string, string>> = {
  'Unterminated group': '“(”没有配对的“)”',
  "Unmatched ')'": '“)”没有配对的“(”',
  'Unterminated character class': '“[”没有配对的“]”',
  'Lone quantifier brackets': '“]”“{”“}”不作符号用时前面应当有“\\”',
  'Incomplete quantifier': '“{”后面应当是次数和“}”',
  'numbers out of order in {} quantifier': '“{}”里的次数应当由小到大',
  'Range out of order in character class': '“[]”里的范围应当由小到大',
  'Nothing to repeat': '“*”“+”“?”“{”前面没有可以重复的内容',
  'Invalid escape': '“\\”后面的字符不能这样写',
  '\\ at end of pattern': '“\\”后面没有字符',
  'Invalid group': '“(?”后面的字符不能这样写',
}

function* dayFaults(limit: Limit, path: readonly string[]): Iterable<RecordFault> {
  if (limit.kind === 'by-date' && !isDay(limit)) {
    const at = [...path, 'day']
    yield { path: at, message: `${at.join('.')} 不对，没有${limit.month}月${limit.day}日这一天` }
  }
  for (const [part, at] of partsOf(limit, path)) yield* dayFaults(part, at)
}

/** A leap year, which has every day that any year has. */
const LEAP_YEAR = 2024

function isDay({ month, day }: { readonly month: number; readonly day: number }): boolean {
  return new Date(Date.UTC(LEAP_YEAR, month - 1, day)).getUTCMonth() === month - 1
}

/** The limits that a limit is made of, and where they stand. */
function partsOf(limit: Limit, path: readonly string[]): [Limit, readonly string[]][] {
  switch (limit.kind) {
    case 'together':
      return [[limit.otherwise, [...path, 'otherwise']]]
    case 'all':
    case 'any':
      return limit.of.map((part, index) => [part, [...path, 'of', String(index)]])
    default:
      return []
  }
}
