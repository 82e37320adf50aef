import type { Stretch } from './flow.ts'
import {
  type CommentNode,
  type Element,
  isDirective,
  isElement,
  isText,
  type ParentNode,
} from './tree.ts'
import { UnitMap } from './units.ts'

export interface Visitor {
  /** Whether what is in the element is to be visited, and the element to be left. */
  enter(element: Element): boolean
  leave?(element: Element): void
  text?(stretch: Stretch): void
  /** A comment that speaks to mulint. */
  directive?(comment: CommentNode): void
}

/** What a browser does not show, or draws as something that is no text. */
const DROPPED = new Set([
  'audio',
  'canvas',
  'datalist',
  'head',
  'iframe',
  'noembed',
  'noframes',
  'noscript',
  'object',
  'rp',
  'rt',
  'script',
  'style',
  'template',
  'title',
  'video',
  // The settings of a workbook that was saved as a page.
  'xml',
])

const HTML = 'http://www.w3.org/1999/xhtml'

/** Takes visitors through the tree of a page, in reading order. Not recursive. */
export class Walk {
  readonly #units: UnitMap

  constructor(source: string) {
    this.#units = new UnitMap(source)
  }

  /** Visits all that is below a node and that a browser would show as text. */
  visit(root: ParentNode, visitor: Visitor): void {
    const open = [{ parent: root, next: 0 }]
    for (let frame = open.at(-1); frame !== undefined; frame = open.at(-1)) {
      const { parent } = frame
      const child = parent.childNodes[frame.next]
      frame.next += 1
      if (child === undefined) {
        open.pop()
        if (parent !== root && isElement(parent)) visitor.leave?.(parent)
      } else if (isText(child)) {
        visitor.text?.(this.#units.stretch(child, parent))
      } else if (isDirective(child)) {
        visitor.directive?.(child)
      } else if (isElement(child) && isShown(child)) {
        if (visitor.enter(child)) open.push({ parent: child, next: 0 })
      } else if (isElement(child) && child.tagName === 'head') {
        for (const inHead of child.childNodes) if (isDirective(inHead)) visitor.directive?.(inHead)
      }
    }
  }
}

function isShown({ tagName, namespaceURI }: Element): boolean {
  return namespaceURI === HTML && !DROPPED.has(tagName)
}
