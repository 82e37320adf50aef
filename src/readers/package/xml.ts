import { MAX_DEPTH, UnreadableError } from '../reader.ts'
import { damaged } from './directory.ts'
import { isText, resolveAttribute, resolveText } from './entities.ts'

export interface XmlElement {
  /** Without its prefix: `tc` for `w:tc`. */
  readonly name: string
  /**
   * By name without prefix: `id` for `r:id`. Where two then have the same name, the one without a
   * prefix counts, or else the first; namespace declarations are left out.
   */
  readonly attributes: ReadonlyMap<string, string>
  /** The start tag in the part, from `<` to past `>`. */
  readonly start: number
  readonly end: number
}

/** Characters between two tags, comments or the like. */
export interface XmlText {
  /** Entities resolved, line ends as `\n`. */
  readonly text: string
  /** The same characters as they are written in the part; a CDATA section with its marks. */
  readonly from: number
  readonly to: number
}

/** Told what a part holds, in its order; all places are UTF-16 units of the decoded part. */
export interface XmlHandler {
  open(element: XmlElement): void
  /** An empty element (`<w:br/>`) is closed as well. */
  close(name: string): void
  text(text: XmlText): void
}

/**
 * Goes through a part of an office package without building a tree. Throws {@link UnreadableError}
 * when it is not well-formed, holds a document type (which has no place in a package), or nests too
 * deep; what the handler throws passes through.
 */
export function scanXml(text: string, handler: XmlHandler): void {
  if (!isText(text)) throw damaged()
  new Scanner(text, handler).scan()
}

/** More attributes than any element of an office package has. */
const MAX_ATTRIBUTES = 256

const TAB = 9
const LINE_FEED = 10
const RETURN = 13
const BLANK = 32
const BANG = 33
const SLASH = 47
const EQUALS = 61
const GREATER = 62
const QUESTION = 63

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map()

class Scanner {
  readonly #text: string
  readonly #handler: XmlHandler
  /** The elements that are open, by their whole names. */
  readonly #open: string[] = []
  #hasRoot = false
  #at = 0

  constructor(text: string, handler: XmlHandler) {
    this.#text = text
    this.#handler = handler
  }

  scan(): void {
    const text = this.#text
    for (;;) {
      const tag = text.indexOf('<', this.#at)
      const end = tag === -1 ? text.length : tag
      if (end > this.#at) this.#characters(this.#at, end)
      if (tag === -1) break
      this.#at = tag
      this.#markup(tag)
    }
    if (this.#open.length > 0 || !this.#hasRoot) throw damaged()
  }

  #characters(from: number, to: number): void {
    const raw = this.#text.slice(from, to)
    if (this.#open.length > 0) this.#handler.text({ text: resolveText(raw), from, to })
    else if (/[^\t\n\r ]/u.test(raw)) throw damaged()
  }

  #markup(start: number): void {
    switch (this.#text.charCodeAt(start + 1)) {
      case SLASH:
        this.#endTag(start)
        break
      case QUESTION:
        this.#instruction(start)
        break
      case BANG:
        this.#declaration(start)
        break
      default:
        this.#startTag(start)
    }
  }

  #instruction(start: number): void {
    this.#at = start + 2
    const name = this.#name()
    if (!this.#blanks() && this.#text.charCodeAt(this.#at) !== QUESTION) throw damaged()
    // The XML declaration looks like one, and begins the part.
    if (name.toLowerCase() === 'xml' && start > 0) throw damaged()
    this.#at = this.#past('?>', this.#at)
  }

  #declaration(start: number): void {
    const text = this.#text
    if (text.startsWith('<!--', start)) {
      this.#at = this.#past('--', start + 4) + 1
      if (text[this.#at - 1] !== '>') throw damaged()
    } else if (text.startsWith('<![CDATA[', start) && this.#open.length > 0) {
      this.#at = this.#past(']]>', start + 9)
      const content = text.slice(start + 9, this.#at - 3).replace(/\r\n?/gu, '\n')
      this.#handler.text({ text: content, from: start, to: this.#at })
    } else {
      throw text.startsWith('<!DOCTYPE', start) ? documentType() : damaged()
    }
  }

  #past(mark: string, from: number): number {
    const found = this.#text.indexOf(mark, from)
    if (found === -1) throw damaged()
    return found + mark.length
  }

  #endTag(start: number): void {
    this.#at = start + 2
    const name = this.#name()
    this.#blanks()
    if (this.#text.charCodeAt(this.#at) !== GREATER || this.#open.pop() !== name) throw damaged()
    this.#at += 1
    this.#handler.close(localName(name))
  }

  #startTag(start: number): void {
    this.#at = start + 1
    const name = this.#name()
    const attributes = this.#attributes()
    const isEmpty = this.#text.charCodeAt(this.#at) === SLASH
    if (isEmpty) this.#at += 1
    if (this.#text.charCodeAt(this.#at) !== GREATER) throw damaged()
    this.#at += 1
    if (this.#open.length === 0 && this.#hasRoot) throw damaged()
    if (this.#open.length === MAX_DEPTH) throw tooDeep()
    this.#hasRoot = true
    const local = localName(name)
    if (!isEmpty) this.#open.push(name)
    this.#handler.open({ name: local, attributes, start, end: this.#at })
    if (isEmpty) this.#handler.close(local)
  }

  /** The attributes of a tag, up to its `>` or `/>`. */
  #attributes(): ReadonlyMap<string, string> {
    let attributes: Map<string, string> | undefined
    const names: string[] = []
    for (;;) {
      const hasBlank = this.#blanks()
      const unit = this.#text.charCodeAt(this.#at)
      if (unit === GREATER || unit === SLASH) return attributes ?? NO_ATTRIBUTES
      if (!hasBlank) throw damaged()
      const name = this.#name()
      if (names.includes(name) || names.length === MAX_ATTRIBUTES) throw damaged()
      names.push(name)
      const value = this.#value()
      attributes ??= new Map()
      addAttribute(attributes, name, value)
    }
  }

  #value(): string {
    this.#blanks()
    if (this.#text.charCodeAt(this.#at) !== EQUALS) throw damaged()
    this.#at += 1
    this.#blanks()
    const quote = this.#text[this.#at]
    if (quote !== '"' && quote !== "'") throw damaged()
    const start = this.#at + 1
    this.#at = this.#past(quote, start)
    return resolveAttribute(this.#text.slice(start, this.#at - 1))
  }

  /** Passes blanks and tells whether there were any. */
  #blanks(): boolean {
    const start = this.#at
    while (isBlank(this.#text.charCodeAt(this.#at))) this.#at += 1
    return this.#at > start
  }

  #name(): string {
    const start = this.#at
    while (isNameUnit(this.#text.charCodeAt(this.#at))) this.#at += 1
    const first = this.#text.charCodeAt(start)
    // A digit, a dot or a hyphen begins no name.
    if (this.#at === start || (first >= 45 && first <= 57)) throw damaged()
    return this.#text.slice(start, this.#at)
  }
}

function isBlank(unit: number): boolean {
  return unit === BLANK || unit === LINE_FEED || unit === TAB || unit === RETURN
}

/** Letters, digits, `:`, `_`, `-`, `.` and all that is not ASCII. */
function isNameUnit(unit: number): boolean {
  return (
    (unit >= 97 && unit <= 122) ||
    (unit >= 65 && unit <= 90) ||
    (unit >= 48 && unit <= 58) ||
    unit === 95 ||
    unit === 45 ||
    unit === 46 ||
    unit > 127
  )
}

function addAttribute(attributes: Map<string, string>, name: string, value: string): void {
  const colon = name.indexOf(':')
  if (colon === -1) {
    if (name !== 'xmlns') attributes.set(name, value)
    return
  }
  const local = name.slice(colon + 1)
  if (!name.startsWith('xmlns:') && !attributes.has(local)) attributes.set(local, value)
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

function documentType(): UnreadableError {
  return new UnreadableError(
    'document-type',
    '文件内有办公软件不会写入的文档类型声明（DOCTYPE），不予读取；应当核对文件的来源。',
  )
}

function tooDeep(): UnreadableError {
  return new UnreadableError(
    'too-deep',
    `文件内的结构嵌套超过 ${MAX_DEPTH} 层，无法读取；应当核对文件的来源。`,
  )
}
