import type { Bytes } from '../../compound/bytes.ts'
import { symbolOf } from '../symbols.ts'
import { CHARACTER_ENTRY, firstBehind, type Run, readBins } from './bins.ts'
import { readFonts } from './fonts.ts'
import type { Header } from './header.ts'
import type { Text } from './pieces.ts'
import { propertiesOf } from './property.ts'
import { endsParagraph, PARAGRAPH_END } from './signs.ts'
import type { Style } from './styles.ts'

/** A stretch of the text's characters; `end` is exclusive. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** What the properties of a stretch of characters say that matters here. */
interface RunShape {
  readonly isDeleted: boolean
  readonly isHidden: boolean
  /** Fonts whose signs the characters may be. */
  readonly fonts: readonly string[]
  /** The code of the one sign that the characters stand for. */
  readonly symbol: number | undefined
}

type Marked = Run & RunShape

const DELETED = 0x0800
const HIDDEN = 0x083c
const SYMBOL = 0x6a09
const STYLE = 0x4a30
/** Font of Western, East Asian and other characters. */
const FONTS = [0x4a4f, 0x4a50, 0x4a51]

/** Values of a switch that stand for what the style says, and for its contrary. */
const AS_STYLE = 0x80
const UNLIKE_STYLE = 0x81

const SYMBOL_FONT = /^(?:wingdings|webdings|symbol)/iu

const LEFT_OUT = 0
const PRIVATE_USE = 0xf0

/**
 * Takes deleted and hidden characters out of the text and puts in what the signs of symbol fonts
 * mean; marks that end paragraphs and cells stay, but that a paragraph with a deleted end goes on
 * with the next. What was hidden is given back as it read.
 */
export function applyRuns(header: Header, text: Text, styles: readonly Style[]): readonly Hidden[] {
  const runs = markedRuns(header, styles)
  if (runs.length === 0) return []
  const hidden: Growing[] = []
  for (const piece of text.pieces) {
    const last = piece.offset + (piece.end - piece.start) * piece.width
    for (let index = Math.max(0, firstBehind(runs, piece.offset) - 1); ; index++) {
      const run = runs[index]
      if (run === undefined || run.from >= last) break
      const range = {
        start: piece.start + Math.max(0, Math.ceil((run.from - piece.offset) / piece.width)),
        end: Math.min(piece.end, piece.start + Math.ceil((run.to - piece.offset) / piece.width)),
      }
      if (range.start < range.end) applyRun(run, range, text.units, hidden)
    }
  }
  return hidden
}

/** Characters of one paragraph that were hidden. */
export interface Hidden extends Range {
  readonly text: string
}

function applyRun(run: Marked, range: Range, units: Uint16Array, hidden: Growing[]): void {
  for (let at = range.start; at < range.end; at++) {
    const unit = units[at] ?? 0
    if (run.isDeleted ? endsCell(unit) : endsParagraph(unit)) continue
    if (!run.isDeleted && !run.isHidden) units[at] = signOf(run, unit)
    else {
      if (!run.isDeleted) keep(at, unit, hidden)
      units[at] = LEFT_OUT
    }
  }
}

type Growing = { -readonly [Key in keyof Hidden]: Hidden[Key] }

function keep(at: number, unit: number, hidden: Growing[]): void {
  const character = String.fromCharCode(unit)
  const last = hidden.at(-1)
  if (last?.end !== at) hidden.push({ start: at, end: at + 1, text: character })
  else {
    last.end = at + 1
    last.text += character
  }
}

/** Whether a mark ends more than a paragraph. */
function endsCell(unit: number): boolean {
  return endsParagraph(unit) && unit !== PARAGRAPH_END
}

function signOf({ symbol, fonts }: RunShape, unit: number): number {
  if (unit === LEFT_OUT || (symbol === undefined && unit >> 8 !== PRIVATE_USE)) return unit
  const code = symbol ?? unit
  for (const font of fonts) {
    const sign = symbolOf(font, code).charCodeAt(0)
    if (sign !== code) return sign
  }
  return code
}

/** The runs that change what is read. */
function markedRuns(header: Header, styles: readonly Style[]): readonly Marked[] {
  const { document, characterBins } = header
  const fonts = readFonts(header.fonts)
  const known = new Map<number, RunShape>()
  return readBins(document, characterBins, CHARACTER_ENTRY).flatMap((run): Marked[] => {
    if (run.at === 0) return []
    const shape =
      known.get(run.at) ?? shapeOf(document.part(run.at + 1, document.u8(run.at)), fonts, styles)
    known.set(run.at, shape)
    const { isDeleted, isHidden, symbol } = shape
    const isMarked = isDeleted || isHidden || symbol !== undefined || shape.fonts.length > 0
    return isMarked ? [{ ...run, ...shape }] : []
  })
}

function shapeOf(list: Bytes, fonts: readonly string[], styles: readonly Style[]): RunShape {
  let isDeleted = false
  let hidden = AS_STYLE
  let style: Style | undefined
  let symbol: number | undefined
  const used: string[] = []
  for (const { code, at } of propertiesOf(list)) {
    if (code === DELETED) isDeleted = list.u8(at) !== 0
    else if (code === HIDDEN) hidden = list.u8(at)
    else if (code === STYLE) style = styles[list.u16(at)]
    else if (code === SYMBOL) {
      used.unshift(fonts[list.u16(at)] ?? '')
      symbol = list.u16(at + 2)
    } else if (FONTS.includes(code)) used.push(fonts[list.u16(at)] ?? '')
  }
  return {
    isDeleted,
    isHidden: isOn(hidden, style?.isHidden ?? false),
    fonts: symbol === undefined ? used.filter((font) => SYMBOL_FONT.test(font)) : used,
    symbol,
  }
}

function isOn(value: number, ofStyle: boolean): boolean {
  if (value === AS_STYLE) return ofStyle
  return value === UNLIKE_STYLE ? !ofStyle : value !== 0
}
