import type { Box } from '../../table/origin.ts'
import { tooLarge } from './budget.ts'
import {
  boxAround,
  IDENTITY,
  isCountable,
  type Matrix,
  multiply,
  type Point,
  transform,
} from './geometry.ts'
import { MAX_STROKES } from './lines.ts'
import { type Stroke, strokesOf } from './path.ts'
import type { Font, FontGlyph, Operators, PageContent } from './pdfjs.ts'

/** A character as it stands on the page; points from the top left corner. */
export interface Glyph {
  readonly text: string
  /** Where the pen stands before and after it, on the baseline. */
  readonly start: Point
  readonly end: Point
  readonly box: Box
  /** Height of the font. */
  readonly size: number
}

/** What a page shows, in the order in which it is drawn. */
export interface Drawing {
  readonly glyphs: readonly Glyph[]
  readonly strokes: readonly Stroke[]
}

/** Glyphs of a page; a dense one has 5,000. */
const MAX_GLYPHS = 100_000

// Share of the font's height above and below the baseline. What fonts say of themselves is often 0.
const ASCENT = 0.88
const DESCENT = 0.12

/** What a page looks like once its operators have run. */
export function drawingOf(page: PageContent): Drawing {
  const { operators } = page
  const pen = new Pen(page)
  const steps = stepsOf(operators)
  for (const [index, operator] of page.functions.entries()) {
    steps.get(operator)?.(pen, page.arguments[index] ?? [])
  }
  return pen
}

interface State {
  readonly matrix: Matrix
  readonly font: Font | undefined
  readonly size: number
  readonly leading: number
  readonly characterSpacing: number
  readonly wordSpacing: number
  readonly stretch: number
  readonly rise: number
}

type Arguments = readonly unknown[]
type Step = (pen: Pen, given: Arguments) => void

function stepsOf(operators: Operators): ReadonlyMap<number, Step> {
  const set = (change: (given: Arguments) => Partial<State>): Step => {
    return (pen, given) => pen.set(change(given))
  }
  return new Map<number, Step>([
    [operators.save, (pen) => pen.save()],
    [operators.restore, (pen) => pen.restore()],
    [operators.transform, (pen, given) => pen.turn(matrixOf(given))],
    [
      operators.paintFormXObjectBegin,
      (pen, given) => {
        pen.save()
        pen.turn(matrixOf(given[0]))
      },
    ],
    [operators.paintFormXObjectEnd, (pen) => pen.restore()],
    [operators.beginText, (pen) => pen.moveTo(IDENTITY)],
    [operators.setTextMatrix, (pen, given) => pen.moveTo(matrixOf(given[0]))],
    [operators.moveText, (pen, given) => pen.moveBy(Number(given[0]), Number(given[1]))],
    [
      operators.setLeadingMoveText,
      (pen, given) => {
        pen.set({ leading: -Number(given[1]) })
        pen.moveBy(Number(given[0]), Number(given[1]))
      },
    ],
    [operators.nextLine, (pen) => pen.nextLine()],
    [operators.setLeading, set(([leading]) => ({ leading: Number(leading) }))],
    [operators.setCharSpacing, set(([spacing]) => ({ characterSpacing: Number(spacing) }))],
    [operators.setWordSpacing, set(([spacing]) => ({ wordSpacing: Number(spacing) }))],
    [operators.setHScale, set(([percent]) => ({ stretch: Number(percent) / 100 }))],
    [operators.setTextRise, set(([rise]) => ({ rise: Number(rise) }))],
    [operators.setFont, (pen, given) => pen.setFont(given)],
    [operators.setGState, (pen, given) => pen.setAll(given[0])],
    [operators.showText, (pen, given) => pen.show(given[0])],
    [operators.constructPath, (pen, given) => pen.draw(given)],
  ])
}

class Pen implements Drawing {
  readonly glyphs: Glyph[] = []
  readonly strokes: Stroke[] = []

  #page: PageContent
  #stroking: ReadonlySet<number>
  #filling: ReadonlySet<number>
  #saved: State[] = []
  #state: State
  #textMatrix = IDENTITY
  #line: Point = { x: 0, y: 0 }
  #at: Point = { x: 0, y: 0 }

  constructor(page: PageContent) {
    const { operators } = page
    this.#page = page
    this.#stroking = new Set([
      operators.stroke,
      operators.closeStroke,
      operators.fillStroke,
      operators.eoFillStroke,
      operators.closeFillStroke,
      operators.closeEOFillStroke,
    ])
    this.#filling = new Set([operators.fill, operators.eoFill])
    this.#state = {
      matrix: page.transform,
      font: undefined,
      size: 0,
      leading: 0,
      characterSpacing: 0,
      wordSpacing: 0,
      stretch: 1,
      rise: 0,
    }
  }

  save(): void {
    this.#saved.push(this.#state)
  }

  restore(): void {
    this.#state = this.#saved.pop() ?? this.#state
  }

  set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change }
  }

  /** What a dictionary of settings says of the font; the rest is colour. */
  setAll(settings: unknown): void {
    if (!Array.isArray(settings)) return
    for (const setting of settings) {
      if (Array.isArray(setting) && setting[0] === 'Font') this.setFont(setting[1])
    }
  }

  setFont(given: unknown): void {
    if (!Array.isArray(given)) return
    this.set({ font: this.#page.fontOf(String(given[0])), size: Number(given[1]) })
  }

  turn(matrix: Matrix): void {
    this.set({ matrix: multiply(this.#state.matrix, matrix) })
  }

  moveTo(matrix: Matrix): void {
    this.#textMatrix = matrix
    this.#line = { x: 0, y: 0 }
    this.#at = this.#line
  }

  moveBy(x: number, y: number): void {
    this.#line = { x: this.#line.x + x, y: this.#line.y + y }
    this.#at = this.#line
  }

  nextLine(): void {
    this.moveBy(0, -this.#state.leading)
  }

  /** Shows glyphs; a number between them moves the pen back by thousandths of the font's size. */
  show(shown: unknown): void {
    const { font, size, stretch } = this.#state
    if (!font || size === 0 || !Array.isArray(shown)) return
    const matrix = multiply(this.#state.matrix, this.#textMatrix)
    for (const item of shown as readonly (FontGlyph | number)[]) {
      if (this.glyphs.length >= MAX_GLYPHS) throw tooLarge()
      if (typeof item === 'number') this.#advance(font, (-item * size) / 1000, stretch)
      else this.#showGlyph(font, item, matrix)
    }
  }

  #showGlyph(font: Font, glyph: FontGlyph, matrix: Matrix): void {
    const { size, stretch, rise, characterSpacing, wordSpacing } = this.#state
    const scale = font.fontMatrix[0] * size
    const spacing = characterSpacing + (glyph.isSpace ? wordSpacing : 0)
    const { x, y: baseline } = this.#at
    const y = baseline + rise
    const metrics = glyph.vmetric ?? font.defaultVMetrics
    const length = (font.vertical && metrics ? metrics[0] : glyph.width) * scale
    const corners: readonly [number, number, number, number] = font.vertical
      ? [x - size / 2, y, x + size / 2, y + length]
      : [x, y - DESCENT * size, x + length * stretch, y + ASCENT * size]
    const [left, bottom, right, top] = corners
    const box = boxAround([
      transform(matrix, left, bottom),
      transform(matrix, right, bottom),
      transform(matrix, left, top),
      transform(matrix, right, top),
    ])
    this.#advance(font, length + spacing, stretch)
    const text = typeof glyph.unicode === 'string' ? glyph.unicode : ''
    if (text === '' || !isCountable(box)) return
    this.glyphs.push({
      text,
      start: transform(matrix, x, y),
      end: font.vertical
        ? transform(matrix, x, y + length)
        : transform(matrix, x + length * stretch, y),
      box,
      size: Math.hypot(matrix[2], matrix[3]) * Math.abs(size),
    })
  }

  #advance(font: Font, length: number, stretch: number): void {
    const { x, y } = this.#at
    this.#at = font.vertical ? { x, y: y + length } : { x: x + length * stretch, y }
  }

  /** Takes the straight lines out of a path. */
  draw([operator, data]: Arguments): void {
    const isStroked = this.#stroking.has(Number(operator))
    if (!isStroked && !this.#filling.has(Number(operator))) return
    const path = Array.isArray(data) ? data[0] : undefined
    if (!(path instanceof Float32Array)) return
    for (const stroke of strokesOf(path, this.#state.matrix, isStroked)) {
      if (this.strokes.length >= MAX_STROKES) return
      this.strokes.push(stroke)
    }
  }
}

function matrixOf(given: unknown): Matrix {
  const isList = Array.isArray(given) || given instanceof Float32Array
  const numbers = isList ? Array.from(given, Number) : []
  return numbers.length === 6 ? (numbers as unknown as Matrix) : IDENTITY
}
