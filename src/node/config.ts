import { type Stats, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { nearest } from '../text/distance.ts'
import type { JsonNode } from '../text/json.ts'
import { type JsonFile, readJsonFile } from './json-file.ts'

/** What a settings file (.mulintrc.json) says, its paths absolute. */
export interface Config {
  /** The file itself; absent when there is none. */
  readonly file?: string
  /** Files of a user's own authorities, by the schema of ours. */
  readonly authorities: readonly string[]
  /** Files of a user's own item types (事项类型), by the schema of ours. */
  readonly deadlines: readonly string[]
  /** Files of declared rules (规则包). */
  readonly packs: readonly string[]
  /** The folder of law texts. */
  readonly lawbook?: string
}

/** What each setting takes, as messages tell it. */
const SETTINGS = {
  $schema: '一个网址或者路径',
  authorities: '一个路径或者一列路径',
  deadlines: '一个路径或者一列路径',
  packs: '一个路径或者一列路径',
  lawbook: '一个文件夹的路径',
} as const

type Setting = keyof typeof SETTINGS

/** The settings that take several paths. */
const LISTS = ['authorities', 'deadlines', 'packs'] as const satisfies readonly Setting[]
type ListSetting = (typeof LISTS)[number]

/** Reads a settings file; messages name files as seen from a folder. Throws `ConfigError`. */
export function readConfig(file: string, folder: string): Config {
  const source = readJsonFile(file, folder)
  const values = settingsIn(source)
  const base = dirname(file)
  textsOf(values, '$schema', source)
  const filesOf = (setting: ListSetting) =>
    textsOf(values, setting, source).map(({ text, at }) =>
      existing(
        resolve(base, text),
        (stats) => stats.isFile(),
        () => source.fault(at, `${setting}：没有文件“${text}”`),
      ),
    )
  const authorities = filesOf('authorities')
  const deadlines = filesOf('deadlines')
  const packs = filesOf('packs')
  const [lawbook] = textsOf(values, 'lawbook', source).map(({ text, at }) =>
    existing(
      resolve(base, text),
      (stats) => stats.isDirectory(),
      () => source.fault(at, `lawbook：没有文件夹“${text}”`),
    ),
  )
  return { file, authorities, deadlines, packs, ...(lawbook !== undefined && { lawbook }) }
}

function settingsIn({ root, fault }: JsonFile): ReadonlyMap<string, JsonNode> {
  if (root.kind !== 'object') throw fault(root.span.start, '设置应当写在一对花括号里')
  const names = Object.keys(SETTINGS)
  for (const { key, keySpan } of root.members) {
    if (names.includes(key)) continue
    const near = nearest(key, names)
    const hint = near === undefined ? `可以是 ${names.join('、')}` : `是否指 ${near}？`
    throw fault(keySpan.start, `没有设置项“${key}”，${hint}`)
  }
  return new Map(root.members.map(({ key, value }) => [key, value]))
}

/** The texts of a setting, one or, where it takes several, a list of them. */
function textsOf(
  values: ReadonlyMap<string, JsonNode>,
  setting: Setting,
  { fault }: JsonFile,
): readonly { readonly text: string; readonly at: number }[] {
  const value = values.get(setting)
  if (value === undefined) return []
  const takesSeveral = LISTS.some((list) => list === setting)
  const nodes = value.kind === 'array' && takesSeveral ? value.items : [value]
  return nodes.map((node) => {
    if (node.kind !== 'scalar' || typeof node.value !== 'string' || node.value === '') {
      throw fault(node.span.start, `${setting} 应当是${SETTINGS[setting]}`)
    }
    return { text: node.value, at: node.span.start }
  })
}

function existing(path: string, isRight: (stats: Stats) => boolean, fault: () => Error): string {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined || !isRight(stats)) throw fault()
  return path
}
