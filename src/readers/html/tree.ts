import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, type TreeAdapter } from 'parse5'
import { speaksToUs } from '../../table/directive.ts'
import { MAX_CELLS, UnreadableError } from '../reader.ts'

export type Element = DefaultTreeAdapterTypes.Element
export type ParentNode = DefaultTreeAdapterTypes.ParentNode
type Node = DefaultTreeAdapterTypes.Node
export type TextNode = DefaultTreeAdapterTypes.TextNode
export type CommentNode = DefaultTreeAdapterTypes.CommentNode

/** Elements that may be open at once. Chromium builds no deeper tree. */
const MAX_ELEMENT_DEPTH = 512

/** Elements of a page. A table has few besides its cells. */
const MAX_ELEMENTS = 2 * MAX_CELLS

/** Elements that any page may have, however short it is. */
const FEW_ELEMENTS = 1_000

/**
 * The tree that a browser builds of a page without running its scripts. A text node is one stretch
 * of the source, so that what stands on both sides of a tag that means nothing is two nodes. Throws
 * {@link UnreadableError} when elements are nested too deeply or too many.
 */
export function parsePage(source: string): ParentNode {
  return parse(source, {
    scriptingEnabled: false,
    sourceCodeLocationInfo: true,
    treeAdapter: new BoundedTree(source.length).adapter,
  })
}

class BoundedTree {
  readonly adapter: TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>
  readonly #maxElements: number
  #elements = 0
  #cells = 0
  #open = 0

  // A format that is not closed is repeated in every paragraph that follows, so a short page can
  // ask for a tree that is hundreds of times as large as the page.
  constructor(length: number) {
    this.#maxElements = Math.min(MAX_ELEMENTS, FEW_ELEMENTS + length / 2)
    this.adapter = {
      ...defaultTreeAdapter,
      createElement: (tagName, namespace, attributes) => {
        this.#countElement(tagName)
        return defaultTreeAdapter.createElement(tagName, namespace, attributes)
      },
      createCommentNode: (text) =>
        defaultTreeAdapter.createCommentNode(speaksToUs(text) ? text : ''),
      // Only a second <html> or <body> has attributes to give away, and none that matter.
      adoptAttributes: () => {},
      insertText: (parent, text) =>
        defaultTreeAdapter.appendChild(parent, defaultTreeAdapter.createTextNode(text)),
      insertTextBefore: (parent, text, reference) =>
        defaultTreeAdapter.insertBefore(parent, defaultTreeAdapter.createTextNode(text), reference),
      setNodeSourceCodeLocation: (node, location) => {
        node.sourceCodeLocation = location
        if (defaultTreeAdapter.isTextNode(node)) joinToPrevious(node)
      },
      onItemPush: () => this.#countOpen(),
      onItemPop: () => {
        this.#open -= 1
      },
    }
  }

  #countElement(tagName: string): void {
    this.#elements += 1
    if (this.#elements > this.#maxElements) {
      throw new UnreadableError(
        'too-large',
        '网页的标签过多，无法读取；应当只保留其中的目录表格，另存后再检查。',
      )
    }
    if (tagName !== 'td' && tagName !== 'th') return
    this.#cells += 1
    if (this.#cells > MAX_CELLS) throw tooManyCells()
  }

  #countOpen(): void {
    this.#open += 1
    if (this.#open > MAX_ELEMENT_DEPTH) throw tooDeep()
  }
}

export function tooManyCells(): UnreadableError {
  return new UnreadableError(
    'too-many-cells',
    `网页中的表格超过 ${MAX_CELLS} 个单元格，无法读取；应当把表格分成几个文件。`,
  )
}

export function tooDeep(): UnreadableError {
  return new UnreadableError(
    'too-deep',
    '网页的标签嵌套过深，无法读取；应当只保留其中的目录表格，另存后再检查。',
  )
}

/**
 * Puts a text node that goes on where the one before it ends into that one. The parser gives white
 * space and other text one by one.
 */
function joinToPrevious(node: TextNode): void {
  const siblings = node.parentNode?.childNodes ?? []
  const index = siblings.lastIndexOf(node)
  const previous = siblings[index - 1]
  if (previous === undefined || !defaultTreeAdapter.isTextNode(previous)) return
  const [before, own] = [previous.sourceCodeLocation, node.sourceCodeLocation]
  if (!before || !own || before.endOffset !== own.startOffset) return
  previous.value += node.value
  before.endOffset = own.endOffset
  siblings.splice(index, 1)
}

export function isElement(node: Node): node is Element {
  return defaultTreeAdapter.isElementNode(node)
}

export function isText(node: Node): node is TextNode {
  return defaultTreeAdapter.isTextNode(node)
}

/** Whether a node is a comment that speaks to mulint; the others are empty. */
export function isDirective(node: Node): node is CommentNode {
  return defaultTreeAdapter.isCommentNode(node) && node.data !== ''
}
