import { attributeOf, isCell } from './element.ts'
import type { Element, ParentNode } from './tree.ts'
import type { Walk } from './walk.ts'

/** What tells a table that holds data from one that only puts parts of a page side by side. */
interface Shape {
  rows: number
  cells: number
  /** Cells of the row that is being counted, and of the longest row. */
  cellsInRow: number
  longestRow: number
  /** Cells of all tables inside. */
  cellsInside: number
  hasTablesInside: boolean
  /** A caption, a header or a footer. */
  isMarked: boolean
}

/**
 * The tables that only lay out a page: those that say so, and those with tables inside that have one
 * row, one column, or fewer cells than the tables inside. A header or a caption makes a table one of
 * data.
 */
export function findLayoutTables(walk: Walk, root: ParentNode): ReadonlySet<Element> {
  const layouts = new Set<Element>()
  const open: Shape[] = []
  walk.visit(root, {
    enter(element) {
      if (element.tagName === 'table') open.push(newShape())
      else count(open.at(-1), element)
      return true
    },
    leave(element) {
      const shape = element.tagName === 'table' ? open.pop() : undefined
      if (shape === undefined) return
      if (isLayout(element, shape)) layouts.add(element)
      const outer = open.at(-1)
      if (outer === undefined) return
      outer.cellsInside += shape.cells + shape.cellsInside
      outer.hasTablesInside = true
    },
  })
  return layouts
}

function newShape(): Shape {
  return {
    rows: 0,
    cells: 0,
    cellsInRow: 0,
    longestRow: 0,
    cellsInside: 0,
    hasTablesInside: false,
    isMarked: false,
  }
}

const MARKS = new Set(['caption', 'thead', 'tfoot', 'th'])

function count(shape: Shape | undefined, element: Element): void {
  if (shape === undefined) return
  if (MARKS.has(element.tagName)) shape.isMarked = true
  if (element.tagName === 'tr') {
    shape.rows += 1
    shape.cellsInRow = 0
  } else if (isCell(element)) {
    shape.cells += 1
    shape.cellsInRow += 1
    shape.longestRow = Math.max(shape.longestRow, shape.cellsInRow)
  }
}

function isLayout(element: Element, shape: Shape): boolean {
  const role = attributeOf(element, 'role')
  if (role === 'presentation' || role === 'none') return shape.hasTablesInside
  if (!shape.hasTablesInside || shape.isMarked) return false
  return shape.rows === 1 || shape.longestRow === 1 || shape.cells < shape.cellsInside
}
