import { realpathSync } from 'node:fs'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { JsonMember, JsonNode } from '../text/json.ts'
import { excerpt, printable } from '../text/printable.ts'
import { ConfigError } from './config-error.ts'
import { type JsonFile, nameFrom } from './json-file.ts'
import { repositoryRoot } from './project.ts'

const MAX_DEPTH = 20
const MAX_NODES = 100_000

/**
 * Runs a settings file that is a program and takes what it exports. Throws {@link ConfigError},
 * also where it lies outside the current project and was not named by whoever runs this
 * (docs/decisions/0010).
 */
export async function readExecutable(
  file: string,
  folder: string,
  isNamed: boolean,
): Promise<JsonFile> {
  const name = nameFrom(folder, file)
  if (!isNamed && !isTrusted(file, folder)) {
    throw new ConfigError(
      `${name} 是会运行的程序，不在当前项目里，没有读取；可以换成 .mulintrc.jsonc，用 -c 指明设置文件，或者用 --no-nested-config 只用当前文件夹的设置`,
    )
  }
  const fault = (_at: number, message: string) => new ConfigError(`${name} ${printable(message)}`)
  return { root: toNode(await load(file, name), fault, 0, { count: 0 }), fault }
}

/**
 * In a repository, all that belongs to it (a repository inside it does not); elsewhere only the
 * working folder, for what lies below may have been handed in.
 */
function isTrusted(file: string, folder: string): boolean {
  const [place, here] = [dirname(realpathSync(file)), realpathSync(folder)]
  const project = repositoryRoot(here)
  return project === undefined ? place === here : repositoryRoot(place) === project
}

async function load(file: string, name: string): Promise<unknown> {
  const { createJiti } = await jitiFor(name)
  const { exit } = process
  try {
    // A check that ends before it began must not look clean.
    process.exit = (): never => {
      throw new Error('设置里不能用 process.exit')
    }
    const jiti = createJiti(pathToFileURL(file).href, { fsCache: false, moduleCache: false })
    const exported = await jiti.import<{ default?: unknown }>(file)
    return exported.default ?? exported
  } catch (error) {
    const told = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    throw new ConfigError(`${name} 运行出错：${excerpt(printable(told), 200)}`)
  } finally {
    process.exit = exit
  }
}

async function jitiFor(name: string) {
  try {
    return await import('jiti')
  } catch {
    throw new ConfigError(
      `${name} 要用软件包 jiti 来读，而它没有安装；应当运行 npm install jiti，或者换成 .mulintrc.jsonc`,
    )
  }
}

/** What a program exports, as if it had been written in a data file; it has no places. */
function toNode(
  value: unknown,
  fault: JsonFile['fault'],
  depth: number,
  counted: { count: number },
): JsonNode {
  const span = { start: 0, end: 0 }
  if (depth > MAX_DEPTH) throw fault(0, `嵌套超过${MAX_DEPTH}层，或者自己套着自己`)
  if (++counted.count > MAX_NODES) throw fault(0, `超过${MAX_NODES}个值`)
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) {
    return { kind: 'scalar', span, value: value as string | number | boolean | null }
  }
  if (Array.isArray(value)) {
    return {
      kind: 'array',
      span,
      items: value.map((item) => toNode(item, fault, depth + 1, counted)),
    }
  }
  if (typeof value !== 'object') {
    throw fault(0, '导出的设置里只能有文字、数、真假、列表和对象')
  }
  const members = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(
      ([key, item]): JsonMember => ({
        key,
        keySpan: span,
        value: toNode(item, fault, depth + 1, counted),
      }),
    )
  return { kind: 'object', span, members }
}
