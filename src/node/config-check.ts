import { nearest } from '../text/distance.ts'
import type { JsonMember, JsonNode } from '../text/json.ts'
import { excerpt } from '../text/printable.ts'
import type { ConfigError } from './config-error.ts'
import {
  LONGEST_WORD,
  MOST_ITEMS,
  MOST_RULES,
  MOST_WORDS,
  type ObjectShape,
  RULE_SEVERITIES,
  type Shape,
  told,
} from './config-shape.ts'
import { globFault } from './glob.ts'
import type { JsonFile } from './json-file.ts'

/** Checks that a value is what settings may hold there. Throws `ConfigError` about the first thing that is not. */
export function checkShape(node: JsonNode, shape: Shape, source: JsonFile): void {
  new Check(source).value(node, shape, [])
}

type Path = readonly string[]

class Check {
  readonly #source: JsonFile

  constructor(source: JsonFile) {
    this.#source = source
  }

  value(node: JsonNode, shape: Shape, path: Path): void {
    switch (shape.kind) {
      case 'some':
        this.#some(node, shape.of, path)
        break
      case 'object':
        this.#object(node, shape, path)
        break
      case 'path-or':
        if (node.kind === 'object') this.#object(node, shape.of, path)
        else this.#wanted(isText(node), node, shape, path)
        break
      case 'rules':
        this.#rules(node, shape, path)
        break
      case 'pairs':
        this.#pairs(node, shape, path)
        break
      case 'choice':
        this.#choice(node, shape.of, path)
        break
      case 'glob':
        this.#glob(node, shape, path)
        break
      case 'word':
        this.#wanted(isText(node), node, shape, path)
        this.#word(textOf(node), node.span.start, path)
        break
      default:
        this.#wanted(FITS[shape.kind](node), node, shape, path)
    }
  }

  #some(node: JsonNode, shape: Shape, path: Path): void {
    if (node.kind !== 'array') {
      // What would do instead is told of the list as well.
      const isRight = shape.kind === 'object' || shape.kind === 'path-or' || isText(node)
      this.#wanted(isRight, node, { kind: 'some', of: shape }, path)
      this.value(node, shape, path)
      return
    }
    this.#atMost(node.items.length, MOST_ITEMS, node, path)
    for (const [index, item] of node.items.entries()) {
      const isRight = shape.kind === 'object' || shape.kind === 'path-or' || isText(item)
      this.#wanted(isRight, item, { kind: 'some', of: shape }, path)
      this.value(item, shape, [...path, String(index + 1)])
    }
  }

  #object(node: JsonNode, shape: ObjectShape, path: Path): void {
    if (node.kind !== 'object') {
      if (path.length === 0) throw this.#fault(node, '设置应当写在一对花括号里')
      throw this.#unwanted(node, shape, path)
    }
    const names = Object.keys(shape.keys)
    for (const { key, keySpan, value } of node.members) {
      const known = Object.hasOwn(shape.keys, key) ? shape.keys[key] : undefined
      if (known === undefined) {
        const where = path.length === 0 ? '' : `${nameOf(path)} 里`
        const near = nearest(key, names)
        const hint = near === undefined ? `可以是 ${names.join('、')}` : `是否指 ${near}？`
        throw this.#source.fault(
          keySpan.start,
          `${where}没有设置项“${excerpt(key, LONGEST_WORD)}”，${hint}`,
        )
      }
      this.value(value, known.shape, [...path, key])
    }
    const missing = shape.required?.find((name) => !node.members.some(({ key }) => key === name))
    if (missing !== undefined) throw this.#fault(node, `${nameOf(path)} 缺少 ${missing}`)
  }

  /** What the rules are called is not known here. */
  #rules(node: JsonNode, shape: Shape, path: Path): void {
    for (const { key, value } of this.#members(node, shape, path, MOST_RULES)) {
      const name = nameOf([...path, excerpt(key, LONGEST_WORD)])
      if (value.kind === 'array') {
        throw this.#fault(value, `${name} 没有选项，应当直接写级别，如 "warning"`)
      }
      this.#choice(value, RULE_SEVERITIES, [...path, excerpt(key, LONGEST_WORD)])
    }
  }

  #pairs(node: JsonNode, shape: Shape, path: Path): void {
    for (const { key, keySpan, value } of this.#members(node, shape, path, MOST_WORDS)) {
      this.#word(key, keySpan.start, path)
      this.#wanted(isText(value), value, { kind: 'word' }, [...path, key])
      this.#word(textOf(value), value.span.start, path)
      if (textOf(value) === key) throw this.#fault(value, `${nameOf(path)}：“${key}”改成了它自己`)
    }
  }

  #members(node: JsonNode, shape: Shape, path: Path, most: number): readonly JsonMember[] {
    if (node.kind !== 'object') throw this.#unwanted(node, shape, path)
    this.#atMost(node.members.length, most, node, path)
    return node.members
  }

  // Letters before anything else: the lexicon finds words by their first two.
  #word(text: string, at: number, path: Path): void {
    if (/^[\p{L}\p{N}“”《》、，。]{2}[^$\p{C}]*$/u.test(text) && text.length <= LONGEST_WORD) return
    const told = excerpt(text, LONGEST_WORD)
    throw this.#source.fault(
      at,
      `${nameOf(path)}：“${told}”应当是2到${LONGEST_WORD}个字的词，头两个是文字或者数字，不含“$”和换行`,
    )
  }

  #choice(node: JsonNode, all: readonly string[], path: Path): void {
    if (isText(node) && all.includes(textOf(node))) return
    if (!isText(node)) throw this.#unwanted(node, { kind: 'choice', of: all }, path)
    const text = textOf(node)
    const near = nearest(text, all)
    const hint = near === undefined ? `可以是 ${all.join('、')}` : `是否指 ${near}？`
    throw this.#fault(node, `${nameOf(path)} 不能是“${excerpt(text, LONGEST_WORD)}”，${hint}`)
  }

  #glob(node: JsonNode, shape: Shape, path: Path): void {
    this.#wanted(isText(node), node, shape, path)
    const fault = globFault(textOf(node))
    if (fault !== undefined) throw this.#fault(node, `${nameOf(path)}：${fault}`)
  }

  #atMost(count: number, most: number, node: JsonNode, path: Path): void {
    if (count > most) throw this.#fault(node, `${nameOf(path)} 超过${most}项`)
  }

  #wanted(isRight: boolean, node: JsonNode, shape: Shape, path: Path): void {
    if (!isRight) throw this.#unwanted(node, shape, path)
  }

  #unwanted(node: JsonNode, shape: Shape, path: Path): ConfigError {
    return this.#fault(node, `${nameOf(path)} 应当是${told(shape)}`)
  }

  #fault(node: JsonNode, message: string): ConfigError {
    return this.#source.fault(node.span.start, message)
  }
}

const FITS: Readonly<
  Record<'text' | 'path' | 'flag' | 'count' | 'day' | 'encoding', (node: JsonNode) => boolean>
> = {
  text: isText,
  path: isText,
  flag: (node) => node.kind === 'scalar' && typeof node.value === 'boolean',
  count: (node) =>
    node.kind === 'scalar' && Number.isSafeInteger(node.value) && Number(node.value) >= 0,
  day: (node) => isText(node) && isDay(textOf(node)),
  encoding: (node) => isText(node) && isEncoding(textOf(node)),
}

function isText(node: JsonNode): boolean {
  return textOf(node) !== ''
}

function textOf(node: JsonNode): string {
  return node.kind === 'scalar' && typeof node.value === 'string' ? node.value : ''
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return (
    /^\d{4}-\d{2}-\d{2}$/u.test(text) &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().slice(0, 10) === text
  )
}

function isEncoding(name: string): boolean {
  try {
    new TextDecoder(name)
    return true
  } catch {
    return false
  }
}

/** A place in settings as people say it: rules.cite-outdated, overrides.2.files. */
function nameOf(path: Path): string {
  return path.join('.')
}
