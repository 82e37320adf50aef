import { KIND_NAMES, KINDS, type Kind, ROLE_NAMES, type Role } from '../catalogue/role.ts'
import type { AgencyLevel } from '../rule/title-agency.ts'
import { Pattern, PatternError } from '../text/pattern.ts'
import { DeclarationError, Fields, listIn, oneOf, suggestion, type Told } from './fields.ts'
import type { DeclaredColumn, Selector } from './pack.ts'

const LEVELS: Readonly<Record<AgencyLevel, string>> = {
  central: '国家',
  province: '省级',
  city: '市级',
  county: '县级',
  township: '乡级',
}

/** The names of columns: those of the JSON report, and those that people know. */
const COLUMNS: ReadonlyMap<string, DeclaredColumn> = new Map([
  ['item', 'item'] as const,
  ['公开事项', 'item'] as const,
  ...(Object.entries(ROLE_NAMES) as [Role, string][])
    .filter(([role]) => role !== 'other')
    .flatMap(([role, name]) => [[role, role] as const, [name, role] as const]),
])
const COLUMN_WORDS = [...COLUMNS.keys()].filter((word) => !/^[a-z]/u.test(word))

/** The column that a word names. Throws {@link DeclarationError} with the nearest name. */
export function columnNamed({ text, at }: Told, name: string): DeclaredColumn {
  const found = COLUMNS.get(text)
  if (found !== undefined) return found
  const words = /^[a-z]/u.test(text) ? [...COLUMNS.keys()] : COLUMN_WORDS
  throw new DeclarationError(`${name}没有“${text}”这一栏${suggestion(text, words)}`, at)
}

/** Reads what a rule is asked about. Throws {@link DeclarationError}. */
export function readSelector(rule: Fields, name: string, itemTypes: readonly string[]): Selector {
  const node = rule.needed('on', '写检查哪种文件、哪一栏，如 kinds: 主动公开事项目录')
  const fields = new Fields(node, `${name}的 on `, [
    'kinds',
    'columns',
    'parts',
    'items',
    'notItems',
    'itemTypes',
    'agencies',
    'notAgencies',
    'levels',
  ])
  const kinds = fields.lines('kinds', '写文件的种类').map((told) => kindNamed(told, fields))
  const [first, ...others] = kinds
  if (first === undefined) {
    throw new DeclarationError(
      `${name}的 on 缺少 kinds，可以是 ${Object.values(KIND_NAMES).join('、')}`,
      fields.at,
    )
  }
  const selector: Selector = {
    kinds: [first, ...others],
    columns: fields
      .lines('columns', '写栏目的名称')
      .map((told) => columnNamed(told, fields.nameOf('columns'))),
    parts: readParts(fields),
    items: patterns(fields, 'items'),
    notItems: patterns(fields, 'notItems'),
    itemTypes: fields
      .lines('itemTypes', '写事项类型的编号')
      .map((told) => typeNamed(told, fields.nameOf('itemTypes'), itemTypes)),
    agencies: patterns(fields, 'agencies'),
    notAgencies: patterns(fields, 'notAgencies'),
    levels: fields.lines('levels', '写机关的级别').map((told) => levelNamed(told, fields)),
  }
  checkSelector(selector, fields)
  return selector
}

/** Refuses what can never select anything. */
function checkSelector(selector: Selector, fields: Fields): void {
  const { kinds, columns, parts } = selector
  const at = (key: string) => fields.node(key)?.span.start ?? fields.at
  if (columns.length > 0 && kinds.includes('annual-report')) {
    throw new DeclarationError(
      `${fields.nameOf('columns')}不能同 ${KIND_NAMES['annual-report']}一起写，年报没有栏目`,
      at('columns'),
    )
  }
  if (parts.length > 0 && kinds.some((kind) => kind !== 'annual-report')) {
    throw new DeclarationError(
      `${fields.nameOf('parts')}只能同 ${KIND_NAMES['annual-report']}一起写，别的文件没有六个部分`,
      at('parts'),
    )
  }
  for (const key of ['items', 'notItems', 'itemTypes'] as const) {
    if (selector[key].length > 0 && columns.length === 0) {
      throw new DeclarationError(`${fields.nameOf(key)}应当同 columns 一起写`, at(key))
    }
  }
}

/** The kind of document that a text names. Throws {@link DeclarationError}. */
export function kindNamed(told: Told, fields: Fields): Kind {
  const kind = KINDS.find((one) => one === told.text || KIND_NAMES[one] === told.text)
  return (
    kind ?? oneOf(told, [...Object.values(KIND_NAMES), ...KINDS] as Kind[], fields.nameOf('kinds'))
  )
}

function levelNamed(told: Told, fields: Fields): AgencyLevel {
  const levels = Object.keys(LEVELS) as AgencyLevel[]
  const level = levels.find((one) => one === told.text || LEVELS[one] === told.text)
  return (
    level ??
    oneOf(told, [...Object.values(LEVELS), ...levels] as AgencyLevel[], fields.nameOf('levels'))
  )
}

function typeNamed({ text, at }: Told, name: string, ids: readonly string[]): string {
  if (ids.includes(text)) return text
  const hint = suggestion(text, ids)
  throw new DeclarationError(
    `${name}没有“${text}”这个事项类型${hint.startsWith('，是否') ? hint : '，用 mulint explain deadline-not-allowed 查看全部'}`,
    at,
  )
}

function readParts(fields: Fields): readonly number[] {
  const node = fields.node('parts')
  if (node === undefined) return []
  const what = '写年报的第几部分，1到6'
  return listIn(node, fields.nameOf('parts'), what).map((one) => {
    const value = one.kind === 'scalar' ? one.value : undefined
    if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 6)
      return value
    throw new DeclarationError(`${fields.nameOf('parts')}应当是1到6的整数`, one.span.start)
  })
}

function patterns(fields: Fields, key: string): readonly Pattern[] {
  return fields.lines(key, '写正则表达式').map((told) => patternIn(told, fields.nameOf(key)))
}

/** A pattern. Throws {@link DeclarationError}. */
export function patternIn({ text, at }: Told, name: string): Pattern {
  try {
    return new Pattern(text)
  } catch (error) {
    if (!(error instanceof PatternError)) throw error
    throw new DeclarationError(`${name}的第${error.at + 1}个字符：${error.message}`, at)
  }
}
