import { parseArgs } from 'node:util'
import { isDay } from '../node/day.ts'
import { nearest } from '../text/distance.ts'
import { UsageError } from './exit-code.ts'
import type { Option } from './options.ts'

/** Options as given, and what is left. */
export interface Arguments {
  readonly values: ReadonlyMap<string, string | boolean | readonly string[]>
  readonly positionals: readonly string[]
}

/** Parses words by a table of options. Throws {@link UsageError} with the nearest valid name. */
export function parseWords(words: readonly string[], options: readonly Option[]): Arguments {
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      options.map(({ name, short, type }) => [name, { type, ...(short && { short }) }]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const byName = new Map(options.map((option) => [option.name, option]))
  const values = new Map<string, string | boolean | string[]>()
  const positionals: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const negated = token.name.startsWith('no-') ? byName.get(token.name.slice(3)) : undefined
    if (negated?.negatable && byName.get(token.name) === undefined) {
      if (token.value !== undefined) throw new UsageError(`--${token.name} 不带值`)
      values.set(negated.name, false)
      continue
    }
    const option = byName.get(token.name)
    if (option === undefined) throw unknownOption(token.rawName, options)
    take(option, token.value, values)
  }
  return { values, positionals }
}

function take(
  option: Option,
  value: string | undefined,
  values: Map<string, string | boolean | string[]>,
): void {
  const { name, type, multiple, choices } = option
  if (type === 'boolean') {
    if (value !== undefined) throw new UsageError(`--${name} 不带值`)
    values.set(name, true)
    return
  }
  if (value === undefined || value === '' || value.startsWith('--')) {
    throw new UsageError(`--${name} 后面缺少${option.value ?? '值'}`)
  }
  if (choices !== undefined && !choices.includes(value)) {
    throw new UsageError(`--${name} 不能是“${value}”${suggest(nearest(value, choices), choices)}`)
  }
  if (!multiple) {
    values.set(name, value)
    return
  }
  const list = values.get(name)
  if (Array.isArray(list)) list.push(value)
  else values.set(name, [value])
}

/** The value of an option that takes one. */
export function textOf({ values }: Arguments, name: string): string | undefined {
  const value = values.get(name)
  return typeof value === 'string' ? value : undefined
}

/** The values of an option that takes several. */
export function listOf({ values }: Arguments, name: string): readonly string[] {
  const value = values.get(name)
  return Array.isArray(value) ? value : []
}

/** The value of an option that takes a day. Throws {@link UsageError}. */
export function dayOf(given: Arguments, name: string): string | undefined {
  const day = textOf(given, name)
  if (day === undefined) return undefined
  if (!isDay(day)) {
    throw new UsageError(`--${name} 应当是存在的日期，写作 YYYY-MM-DD，不能是“${day}”`)
  }
  return day
}

/** The end of a sentence that names what was probably meant, or else all that is possible. */
export function suggest(near: string | undefined, all: readonly string[]): string {
  if (near !== undefined) return `，是否指 ${near}？`
  return all.length === 0 ? '' : `，可以是 ${all.join('、')}`
}

function unknownOption(raw: string, options: readonly Option[]): UsageError {
  const names = options.flatMap(({ name, negatable }) =>
    negatable ? [`--${name}`, `--no-${name}`] : [`--${name}`],
  )
  const near = nearest(raw, names)
  return new UsageError(
    `没有选项 ${raw}${near === undefined ? '，用 mulint --help 查看全部选项' : `，是否指 ${near}？`}`,
  )
}
