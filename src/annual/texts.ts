import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Cell, Passage } from '../table/model.ts'
import { isBlank, withoutSpace } from '../text/normalise.ts'

/** A text of a report, in the order in which it is read. */
export interface Text {
  readonly passage: Passage
  /** A paragraph, or a cell that stands alone in its row or holds sentences; no cell of a statistic. */
  readonly isProse: boolean
}

/** Every text of a report but its title, tables and paragraphs as they follow one another. */
export function textsOf(catalogue: Catalogue): readonly Text[] {
  return catalogue.once(readTexts)
}

/** The texts of a report that are prose. */
export function proseOf(catalogue: Catalogue): readonly Passage[] {
  return textsOf(catalogue).flatMap(({ passage, isProse }) => (isProse ? [passage] : []))
}

function readTexts({ paragraphs, sheets, title }: Catalogue): readonly Text[] {
  const texts: Text[] = paragraphs.map((passage) => ({ passage, isProse: true }))
  for (const { grid } of sheets) {
    for (const row of grid.table.rows) {
      const filled = row.filter(({ text }) => !isBlank(text))
      for (const cell of filled) {
        texts.push({ passage: cell, isProse: filled.length === 1 || isSentence(cell) })
      }
    }
  }
  const placeOf = places()
  return texts
    .filter(({ passage }) => passage !== title && !isBlank(passage.text))
    .map((text) => ({ text, place: placeOf(text.passage) }))
    .sort((a, b) => a.place - b.place)
    .map(({ text }) => text)
}

/** No label of the official tables is longer. */
const LONGEST_LABEL = 60

function isSentence({ text }: Cell): boolean {
  return text.includes('。') || withoutSpace(text).length > LONGEST_LABEL
}

/** Tells of passages of one document how far down they stand; origins of a document are of one kind. */
function places(): (passage: Passage) => number {
  const sheets = new Map<string, number>()
  return ({ origin }) => {
    if (origin.kind === 'text') return origin.start
    if (origin.kind === 'word') return origin.paragraph
    if (origin.kind === 'page') return origin.page * 100_000 + origin.box.top
    const sheet = sheets.get(origin.sheet) ?? sheets.size
    sheets.set(origin.sheet, sheet)
    return sheet * 10_000_000 + Number(/\d+$/u.exec(origin.address)?.[0] ?? 0)
  }
}
