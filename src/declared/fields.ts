import { nearest } from '../text/distance.ts'
import { type JsonNode, jsonValue } from '../text/json.ts'
import { excerpt, printable } from '../text/printable.ts'

/** A mistake in a declaration, as one Chinese sentence without 。, and where it stands. */
export class DeclarationError extends Error {
  override readonly name = 'DeclarationError'
  readonly at: number

  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

/** A text and where it stands. */
export interface Told {
  readonly text: string
  readonly at: number
}

/** Longer than anything people write on one line. */
const LONGEST_LINE = 300
const LONGEST_TEXT = 20_000

/** The members of a mapping, each with the name that messages call it by. */
export class Fields {
  readonly at: number
  readonly #name: string
  readonly #nodes: ReadonlyMap<string, JsonNode>

  /** `name` is the subject of its messages. Throws {@link DeclarationError} for keys that are not among those. */
  constructor(node: JsonNode, name: string, keys: readonly string[]) {
    if (node.kind !== 'object') {
      throw new DeclarationError(
        `${name}应当逐项写出（${keys.slice(0, 3).join('、')}……）${insteadOf(node)}`,
        node.span.start,
      )
    }
    for (const { key, keySpan } of node.members) {
      if (keys.includes(key)) continue
      throw new DeclarationError(
        `${name}没有“${excerpt(key, 40)}”这一项${suggestion(key, keys)}`,
        keySpan.start,
      )
    }
    this.#name = name
    this.at = node.span.start
    this.#nodes = new Map(node.members.map(({ key, value }) => [key, value]))
  }

  /** The keys that are there, in the order in which they are written. */
  get keys(): readonly string[] {
    return [...this.#nodes.keys()]
  }

  node(key: string): JsonNode | undefined {
    return this.#nodes.get(key)
  }

  /** A member that has to be there. */
  needed(key: string, what: string): JsonNode {
    const node = this.#nodes.get(key)
    if (node === undefined) throw this.fault(this.at, `${this.#name}缺少 ${key}，${what}`)
    return node
  }

  /** What messages call a member. */
  nameOf(key: string): string {
    return this.#name === '' ? `${key} ` : `${this.#name}的 ${key} `
  }

  /** One line of text. */
  line(key: string, what: string): Told {
    return lineIn(this.needed(key, what), this.nameOf(key), what)
  }

  /** One line of text, if it is there. */
  optionalLine(key: string, what: string): Told | undefined {
    const node = this.#nodes.get(key)
    return node && lineIn(node, this.nameOf(key), what)
  }

  /** One or more lines of text, white space at both ends aside. */
  text(key: string, what: string): Told {
    return textIn(this.needed(key, what), this.nameOf(key), what)
  }

  /** A text, or a list of texts; none where the member is not there. */
  lines(key: string, what: string): readonly Told[] {
    const node = this.#nodes.get(key)
    if (node === undefined) return []
    return listIn(node, this.nameOf(key), what).map((one) => lineIn(one, this.nameOf(key), what))
  }

  /** One of several words. */
  choice<T extends string>(key: string, choices: readonly T[], otherwise?: T): T {
    const node = this.#nodes.get(key)
    if (node === undefined && otherwise !== undefined) return otherwise
    const told = this.line(key, `可以是 ${choices.join('、')}`)
    return oneOf(told, choices, this.nameOf(key))
  }

  fault(at: number, message: string): DeclarationError {
    return new DeclarationError(message, at)
  }
}

/** The one of several words that a text is. Throws {@link DeclarationError} with the nearest of them. */
export function oneOf<T extends string>(
  { text, at }: Told,
  choices: readonly T[],
  name: string,
): T {
  const found = choices.find((choice) => choice === text)
  if (found !== undefined) return found
  throw new DeclarationError(`${name}不能是“${excerpt(text, 40)}”${suggestion(text, choices)}`, at)
}

/** A node as a list, which it is or is the only part of. */
export function listIn(node: JsonNode, name: string, what: string): readonly JsonNode[] {
  if (node.kind !== 'array') return [node]
  if (node.items.length === 0) throw new DeclarationError(`${name}是空的，${what}`, node.span.start)
  return node.items
}

export function lineIn(node: JsonNode, name: string, what: string): Told {
  const told = textIn(node, name, what)
  if (/[\n\t]/u.test(told.text)) throw new DeclarationError(`${name}应当写成一行`, told.at)
  if (told.text.length > LONGEST_LINE) {
    throw new DeclarationError(`${name}超过${LONGEST_LINE}个字，应当写短`, told.at)
  }
  return told
}

function textIn(node: JsonNode, name: string, what: string): Told {
  const at = node.span.start
  if (node.kind !== 'scalar' || typeof node.value !== 'string') {
    const isNumber = node.kind === 'scalar' && typeof node.value === 'number'
    const hint = isNumber ? `，数字两边加引号，写作 "${node.value}"` : `，${what}`
    throw new DeclarationError(`${name}应当是文字${hint}`, at)
  }
  const text = node.value.replace(/\r\n?/gu, '\n').trim()
  if (text === '') throw new DeclarationError(`${name}是空的，${what}`, at)
  // A message is printed as it is.
  const shown = text.replace(/[\n\t]/gu, '')
  if (printable(shown) !== shown) {
    throw new DeclarationError(`${name}里有不能显示的字符，应当删去`, at)
  }
  if (text.length > LONGEST_TEXT) {
    throw new DeclarationError(`${name}超过${LONGEST_TEXT}个字，应当写短`, at)
  }
  return { text, at }
}

/** The end of a sentence about a word that is none of those. */
export function suggestion(word: string, words: readonly string[]): string {
  const near = nearest(word, words)
  return near === undefined ? `，可以是 ${words.join('、')}` : `，是否指 ${near}？`
}

function insteadOf(node: JsonNode): string {
  if (node.kind === 'array') return '，不能是列表'
  return node.kind === 'scalar' ? `，不能是“${excerpt(String(jsonValue(node)), 40)}”` : ''
}
