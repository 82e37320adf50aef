import type { Bytes } from '../../compound/bytes.ts'
import { propertiesOf } from './property.ts'

/** What a style says that matters here. */
export interface Style {
  /** Depth of the heading, from 1. */
  readonly heading: number | undefined
  /** Text in this style is hidden. */
  readonly isHidden: boolean
}

const PARAGRAPH_STYLE = 1
const CHARACTER_STYLE = 2
/** Built-in styles are known by a number, whatever they are called: nine headings and the title. */
const HEADINGS = 9
const TITLE = 62
const NO_STYLE = 0xfff

const OUTLINE_LEVEL = 0x2640
const HIDDEN = 0x083c

interface Sheet {
  /** Number of the built-in style that it is. */
  readonly kind: number
  readonly base: number
  readonly outline: number | undefined
  readonly isHidden: boolean | undefined
}

/** The styles of the document, by the number that texts know them by. */
export function readStyles(bytes: Bytes): readonly Style[] {
  const sheets = readSheets(bytes)
  return sheets.map((_, index) => {
    const line = ancestry(sheets, index)
    return {
      heading: headingOf(firstOf(line, (number) => outlineOf(sheets[number]))),
      isHidden: firstOf(line, (number) => sheets[number]?.isHidden) ?? false,
    }
  })
}

/** An outline level from 1 as a heading; what lies deeper is body text. */
export function headingOf(outline: number | undefined): number | undefined {
  return outline !== undefined && outline <= HEADINGS ? outline : undefined
}

function outlineOf(sheet: Sheet | undefined): number | undefined {
  if (sheet === undefined || sheet.outline !== undefined) return sheet?.outline
  if (sheet.kind >= 1 && sheet.kind <= HEADINGS) return sheet.kind
  return sheet.kind === TITLE ? 1 : undefined
}

function readSheets(bytes: Bytes): readonly (Sheet | undefined)[] {
  const sheets: (Sheet | undefined)[] = []
  if (bytes.length < 6) return sheets
  const header = bytes.u16(0)
  const count = bytes.u16(2)
  const fixed = bytes.u16(4)
  for (let at = 2 + header; sheets.length < count && at + 2 <= bytes.length; ) {
    const size = bytes.u16(at)
    if (at + 2 + size > bytes.length) break
    sheets.push(size === 0 ? undefined : sheetOf(bytes.part(at + 2, size), fixed))
    at += 2 + size
  }
  return sheets
}

function sheetOf(sheet: Bytes, fixed: number): Sheet | undefined {
  if (fixed < 6 || sheet.length < fixed + 2) return undefined
  const typeAndBase = sheet.u16(2)
  const type = typeAndBase & 0x0f
  let outline: number | undefined
  let isHidden: boolean | undefined
  let part = 0
  // After the name, one list of properties for paragraphs (which begins with a number), then one for text.
  for (let at = fixed + 4 + sheet.u16(fixed) * 2; at + 2 <= sheet.length; part++) {
    const size = sheet.u16(at)
    if (at + 2 + size > sheet.length) break
    const isOfParagraph = type === PARAGRAPH_STYLE && part === 0
    const isOfText = part === (type === PARAGRAPH_STYLE ? 1 : 0) && type <= CHARACTER_STYLE
    const skipped = isOfParagraph ? Math.min(2, size) : 0
    if (isOfParagraph || isOfText) {
      const list = sheet.part(at + 2 + skipped, size - skipped)
      for (const property of propertiesOf(list)) {
        if (property.code === OUTLINE_LEVEL) outline = list.u8(property.at) + 1
        if (property.code === HIDDEN) isHidden = list.u8(property.at) === 1
      }
    }
    at += 2 + size + (size % 2)
  }
  return { kind: sheet.u16(0) & 0xfff, base: typeAndBase >> 4, outline, isHidden }
}

/** A style and those it is based on, nearest first. */
function ancestry(sheets: readonly (Sheet | undefined)[], index: number): readonly number[] {
  const line: number[] = []
  for (let number = index; number !== NO_STYLE && !line.includes(number); ) {
    line.push(number)
    if (line.length > MAX_ANCESTRY) break
    number = sheets[number]?.base ?? NO_STYLE
  }
  return line
}

/** Word stops at eleven. */
const MAX_ANCESTRY = 16

function firstOf<T>(
  line: readonly number[],
  find: (number: number) => T | undefined,
): T | undefined {
  for (const number of line) {
    const found = find(number)
    if (found !== undefined) return found
  }
  return undefined
}
