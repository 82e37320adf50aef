import { isAlias, isMap, isScalar, isSeq, type Node, type ParsedNode, parseDocument } from 'yaml'
import { JsonError, type JsonMember, type JsonNode } from '../text/json.ts'
import type { Span } from '../text/span.ts'

/** Deeper than anything people write, and far from what the stack holds. */
const MAX_DEPTH = 100
/** A file of settings repeats itself less often than this. */
const MAX_ALIASES = 50
const MAX_ANCHORS = 1_000
const MAX_NODES = 100_000
const LONGEST_LINE = 10_000

/** Parses YAML 1.2 into the same nodes as JSON. Throws {@link JsonError}. */
export function parseYaml(text: string): JsonNode {
  refuseAbsurd(text)
  const document = parseDocument(text, {
    // The core schema knows no dates and no merge keys: what is written is what is meant.
    schema: 'core',
    version: '1.2',
    prettyErrors: false,
    strict: true,
    // Compares each key with each; counted below.
    uniqueKeys: false,
    logLevel: 'error',
  })
  const [problem] = [...document.errors, ...document.warnings]
  if (problem !== undefined) {
    throw new JsonError(REASONS[problem.code] ?? 'YAML 写法不对', problem.pos[0])
  }
  const { contents } = document
  if (contents === null) throw new JsonError('没有内容', 0)
  return new Converter(document).node(contents, 0)
}

/** What the parser of YAML takes seconds for, nobody wrote by hand. */
function refuseAbsurd(text: string): void {
  let depth = 0
  for (const { 0: letter, index } of text.matchAll(/[[\]{}]/gu)) {
    depth = Math.max(0, depth + (letter === '[' || letter === '{' ? 1 : -1))
    if (depth > MAX_DEPTH) throw tooDeep(index)
  }
  const anchors = text.match(/(?<![^\s[{,:&])&/gu) ?? []
  if (anchors.length > MAX_ANCHORS) throw new JsonError(`锚点（&）超过${MAX_ANCHORS}个`, 0)
  let start = 0
  for (const line of text.split('\n')) {
    if (line.length > LONGEST_LINE) throw new JsonError(`这一行超过${LONGEST_LINE}个字`, start)
    start += line.length + 1
  }
}

function tooDeep(at: number): JsonError {
  return new JsonError(`嵌套超过${MAX_DEPTH}层`, at)
}

/** Turns nodes of YAML into those of JSON and counts them, so that aliases cannot multiply without end. */
class Converter {
  readonly #document: ReturnType<typeof parseDocument>
  #nodes = 0
  #aliases = 0

  constructor(document: ReturnType<typeof parseDocument>) {
    this.#document = document
  }

  node(node: Node | null, depth: number, from?: Span): JsonNode {
    const span = from ?? spanOf(node)
    if (depth > MAX_DEPTH) throw tooDeep(span.start)
    if (++this.#nodes > MAX_NODES) throw new JsonError(`超过${MAX_NODES}个值`, span.start)
    if (node === null) return { kind: 'scalar', span, value: null }
    if (isAlias(node)) {
      if (++this.#aliases > MAX_ALIASES) {
        throw new JsonError(`引用（*）超过${MAX_ALIASES}处`, span.start)
      }
      const target = node.resolve(this.#document)
      if (target === undefined) throw new JsonError('引用（*）没有对应的锚点（&）', span.start)
      return this.node(target, depth + 1, span)
    }
    if (isSeq(node)) {
      return {
        kind: 'array',
        span,
        items: node.items.map((item) => this.node(item as Node | null, depth + 1, from)),
      }
    }
    if (isMap(node)) {
      const seen = new Set<string>()
      const members = node.items.map(({ key, value }): JsonMember => {
        const name = isScalar(key) ? key.value : undefined
        const keySpan = from ?? spanOf(key as Node | null)
        if (typeof name !== 'string') throw new JsonError('这里应当是文字的名称', keySpan.start)
        if (seen.has(name)) throw new JsonError(`“${name}”写了两次`, keySpan.start)
        seen.add(name)
        const child =
          value === null ? { kind: 'scalar' as const, span: keySpan, value: null } : undefined
        return { key: name, keySpan, value: child ?? this.node(value as Node, depth + 1, from) }
      })
      return { kind: 'object', span, members }
    }
    const value = isScalar(node) ? node.value : undefined
    if (value === null || typeof value === 'string' || typeof value === 'boolean') {
      return { kind: 'scalar', span, value }
    }
    if (typeof value === 'number') return { kind: 'scalar', span, value }
    throw new JsonError('这里应当是文字、数或者真假', span.start)
  }
}

function spanOf(node: Node | null): Span {
  const [start, end] = (node as ParsedNode | null)?.range ?? [0, 0]
  return { start, end }
}

/** What the parser of YAML finds, in Chinese where people meet it. */
const REASONS: Readonly<Record<string, string>> = {
  ALIAS_PROPS: '引用（*）不能再带锚点或者标签',
  BAD_ALIAS: '引用（*）没有对应的锚点（&）',
  BAD_DQ_ESCAPE: '双引号里的“\\”后面的字符不能这样写',
  BAD_INDENT: '缩进不对，或者括号没有成对',
  BAD_SCALAR_START: '以这个符号开头的值应当写在引号里',
  BLOCK_AS_IMPLICIT_KEY: '这里缩进不对，或者“：”写在了不该有的地方',
  BLOCK_IN_FLOW: '花括号、方括号里面不能用缩进的写法',
  MISSING_CHAR: '缺少冒号、逗号、引号或者括号',
  MULTILINE_IMPLICIT_KEY: '名称应当写在一行里，后面是冒号和空格',
  MULTIPLE_DOCS: '一个文件里只能有一份，不能用“---”再起一份',
  RESOURCE_EXHAUSTION: '嵌套太深',
  TAB_AS_INDENT: '缩进应当用空格，不能用制表符',
  TAG_RESOLVE_FAILED: '不能用标签（!）',
  UNEXPECTED_TOKEN: '这里有多余的内容',
}
