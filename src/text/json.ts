import type { Span } from './span.ts'

/** A value in a JSON text, and where it stands. */
export type JsonNode =
  | { readonly kind: 'object'; readonly span: Span; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly span: Span; readonly items: readonly JsonNode[] }
  | {
      readonly kind: 'scalar'
      readonly span: Span
      readonly value: string | number | boolean | null
    }

export interface JsonMember {
  readonly key: string
  readonly keySpan: Span
  readonly value: JsonNode
}

/** What breaks a JSON text, as one Chinese sentence without 。, and where. */
export class JsonError extends Error {
  override readonly name = 'JsonError'
  readonly at: number

  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

/** Deeper than anything people write, and far from what the stack holds. */
const MAX_DEPTH = 100

const SPACE = /[ \t\r\n]*/uy
const WORD = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/uy
const STRING_END = /["\\\n\r]/gu

/** Parses JSON with comments and trailing commas. Throws {@link JsonError}, also for a key that stands twice. */
export function parseJson(text: string): JsonNode {
  const parser = new Parser(text)
  const node = parser.value(0)
  parser.blank()
  if (parser.at < text.length) throw new JsonError('后面还有多余的内容', parser.at)
  return node
}

/** The value as JSON.parse would give it; a key `__proto__` is a key like any other. */
export function jsonValue(node: JsonNode): unknown {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'array') return node.items.map(jsonValue)
  return Object.fromEntries(node.members.map(({ key, value }) => [key, jsonValue(value)]))
}

/** The node that a path of keys and indexes leads to, or the last one on the way that is there. */
export function nodeAt(node: JsonNode, path: readonly string[]): JsonNode {
  const [first, ...rest] = path
  if (first === undefined || node.kind === 'scalar') return node
  const next =
    node.kind === 'array'
      ? node.items[Number(first)]
      : node.members.find(({ key }) => key === first)?.value
  return next === undefined ? node : nodeAt(next, rest)
}

/** The line and the column of a place in a text, both from 1. */
export function lineAndColumn(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

/** A cursor, and one method for each part of the grammar. */
class Parser {
  at = 0
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  value(depth: number): JsonNode {
    this.blank()
    if (depth > MAX_DEPTH) throw new JsonError(`嵌套超过${MAX_DEPTH}层`, this.at)
    const start = this.at
    switch (this.#text[start]) {
      case undefined:
        throw new JsonError('没有写完', start)
      case '{':
        return { kind: 'object', members: this.#members(depth), span: { start, end: this.at } }
      case '[':
        return { kind: 'array', items: this.#items(depth), span: { start, end: this.at } }
      case '"':
        return { kind: 'scalar', value: this.#string(), span: { start, end: this.at } }
      default:
        return { kind: 'scalar', value: this.#word(), span: { start, end: this.at } }
    }
  }

  /** Passes white space and comments. */
  blank(): void {
    for (;;) {
      SPACE.lastIndex = this.at
      SPACE.exec(this.#text)
      this.at = SPACE.lastIndex
      if (this.#text.startsWith('//', this.at)) this.#passBehind('\n')
      else if (this.#text.startsWith('/*', this.at)) this.#passBehind('*/')
      else return
    }
  }

  /** Passes a comment; only one that ends with its line may end with the text. */
  #passBehind(close: string): void {
    const end = this.#text.indexOf(close, this.at + 2)
    if (end < 0 && close === '*/') throw new JsonError('注释没有结束', this.at)
    this.at = end < 0 ? this.#text.length : end + close.length
  }

  #members(depth: number): JsonMember[] {
    const members = new Map<string, JsonMember>()
    this.#list('}', () => {
      const start = this.at
      if (this.#text[start] !== '"') throw new JsonError('这里应当是用双引号括起来的名称', start)
      const key = this.#string()
      const keySpan = { start, end: this.at }
      if (members.has(key)) throw new JsonError(`“${key}”写了两次`, start)
      this.blank()
      if (this.#text[this.at] !== ':') throw new JsonError('名称后面缺少冒号', this.at)
      this.at++
      members.set(key, { key, keySpan, value: this.value(depth + 1) })
    })
    return [...members.values()]
  }

  #items(depth: number): JsonNode[] {
    const items: JsonNode[] = []
    this.#list(']', () => items.push(this.value(depth + 1)))
    return items
  }

  /** What stands between brackets, with commas between and perhaps one behind. */
  #list(close: string, part: () => void): void {
    this.at++
    for (;;) {
      this.blank()
      if (this.#text[this.at] === close) break
      part()
      this.blank()
      const next = this.#text[this.at]
      if (next === close) break
      if (next === undefined) throw new JsonError(`没有写完，缺少“${close}”`, this.at)
      if (next !== ',') throw new JsonError(`这里缺少逗号或者“${close}”`, this.at)
      this.at++
    }
    this.at++
  }

  #string(): string {
    const start = this.at
    let end = start + 1
    for (;;) {
      STRING_END.lastIndex = end
      const stop = STRING_END.exec(this.#text)
      if (stop === null || stop[0] === '\n' || stop[0] === '\r') {
        throw new JsonError('引号没有成对', start)
      }
      end = stop.index + 1
      if (stop[0] === '"') break
      end++
    }
    this.at = end
    try {
      return JSON.parse(this.#text.slice(start, end))
    } catch {
      throw new JsonError('引号里有不能这样写的字符', start)
    }
  }

  #word(): string | number | boolean | null {
    WORD.lastIndex = this.at
    const [word] = WORD.exec(this.#text) ?? []
    if (word === undefined) throw new JsonError('这里应当是一个值', this.at)
    this.at = WORD.lastIndex
    return JSON.parse(word)
  }
}
