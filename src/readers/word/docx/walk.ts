import { scanXml, type XmlElement, type XmlHandler, type XmlText } from '../../package/xml.ts'

/** Told what a part holds, but for what is no text of the document. */
export interface Visitor {
  /** `parents` are the names of the elements around it, outermost first. */
  enter(element: XmlElement, parents: readonly string[]): Closing
  /** An element is left out with all that it holds. */
  leaveOut(element: XmlElement, parents: readonly string[]): void
  /** What stands in a `t`, which is all the text there is. */
  text(text: XmlText): void
}

/** What is to be done at the end of an element. */
export type Closing = (() => void) | undefined

export function walk(text: string, visitor: Visitor): void {
  scanXml(text, new Walker(visitor))
}

/** What is no text of the document: removed, told twice, or code. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'del',
  'moveFrom',
  'delText',
  'instrText',
  'delInstrText',
  'Fallback',
  'rt',
  'sdtPr',
  'sectPr',
  'tblPr',
  'tblPrEx',
  'pPrChange',
  'rPrChange',
  'tcPrChange',
  'trPrChange',
  'tblGridChange',
])

class Walker implements XmlHandler {
  readonly #visitor: Visitor
  /** Names of the elements that are open. */
  readonly #path: string[] = []
  readonly #closings: Closing[] = []
  /** Depth inside an element that is left out. */
  #leftOut = 0

  constructor(visitor: Visitor) {
    this.#visitor = visitor
  }

  open(element: XmlElement): void {
    if (this.#leftOut > 0) {
      this.#leftOut += 1
    } else if (LEFT_OUT.has(element.name)) {
      this.#visitor.leaveOut(element, this.#path)
      this.#leftOut = 1
    } else {
      this.#closings.push(this.#visitor.enter(element, this.#path))
      this.#path.push(element.name)
    }
  }

  close(): void {
    if (this.#leftOut > 0) {
      this.#leftOut -= 1
      return
    }
    this.#path.pop()
    this.#closings.pop()?.()
  }

  text(text: XmlText): void {
    if (this.#leftOut === 0 && this.#path.at(-1) === 't') this.#visitor.text(text)
  }
}
