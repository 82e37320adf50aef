import { parseFragment } from 'parse5'
import type { Stretch } from './flow.ts'
import { isElement, isText, type ParentNode, type TextNode } from './tree.ts'

/** How much of the source one thing takes, and how many units of text it reads as. */
interface Written {
  readonly length: number
  readonly units: number
}

/** Tells where each unit of a text stands in a source in which it may be written otherwise. */
export class UnitMap {
  readonly #source: string
  readonly #names = new Map<string, Written>()

  constructor(source: string) {
    this.#source = source
  }

  /** The text of a node with the place of each unit. */
  stretch({ value: text, sourceCodeLocation: location }: TextNode, parent: ParentNode): Stretch {
    const end = location?.endOffset ?? 0
    const start = this.#soundStart(text, location?.startOffset ?? 0)
    if (end - start === text.length) return { text, start, end }
    const isLiteral = isElement(parent) && LITERAL.has(parent.tagName)
    const offsets = this.#read(start, end, isLiteral ? LINE_END : WRITTEN)
    while (offsets.length < text.length) offsets.push(end)
    // A line break that begins <pre> means nothing.
    return { text, start, end, offsets: offsets.slice(offsets.length - text.length) }
  }

  // The parser lets a text that begins with a reference begin with the last character of that
  // reference when there is white space before it.
  #soundStart(text: string, start: number): number {
    const first = this.#source[start]
    if (first === text[0] || first === '&' || first === '\r') return start
    const from = Math.max(0, start - LONGEST)
    const reference = this.#source.slice(from, start).lastIndexOf('&')
    return reference === -1 ? start : from + reference
  }

  #read(start: number, end: number, pattern: RegExp): number[] {
    const offsets: number[] = []
    let at = start
    for (const { 0: match, index } of this.#source.slice(start, end).matchAll(pattern)) {
      while (at < start + index) offsets.push(at++)
      const { length, units } = this.#written(match)
      for (let unit = 0; unit < units; unit++) offsets.push(at)
      at += length
    }
    while (at < end) offsets.push(at++)
    return offsets
  }

  #written(match: string): Written {
    if (!match.startsWith('&')) return { length: match.length, units: 1 }
    if (match.startsWith('&#')) return { length: match.length, units: numericUnits(match) }
    const known = this.#names.get(match)
    if (known !== undefined) return known
    const written = namedReference(match)
    this.#names.set(match, written)
    return written
  }
}

/** Elements in which an ampersand is an ampersand. */
const LITERAL = new Set(['plaintext', 'xmp'])

const LINE_END = /\r\n?/gu

/** Characters that a reference may have before its last one; a longer one has leading zeros. */
const LONGEST = 40

/** What may be written otherwise than it reads. The longest name of a character has 32 letters. */
const WRITTEN = /\r\n?|&(?:#(?:\d+|x[\da-f]+)|[a-z\d]{1,32});?/giu

function numericUnits(match: string): number {
  const code = /^&#x/iu.test(match)
    ? Number.parseInt(match.slice(3), 16)
    : Number.parseInt(match.slice(2), 10)
  return code > 0xffff && code <= 0x10ffff ? 2 : 1
}

/**
 * How much of `&name;` is a reference. Some names may stand without the semicolon and before other
 * letters (`&copyright` is ©right), all of which are one unit; what is no name stands for itself.
 */
function namedReference(match: string): Written {
  const [node] = parseFragment(match).childNodes
  const text = node !== undefined && isText(node) ? node.value : match
  if (text === match) return { length: 1, units: 1 }
  const rest = text.slice(1)
  return match.endsWith(rest)
    ? { length: match.length - rest.length, units: 1 }
    : { length: match.length, units: text.length }
}
