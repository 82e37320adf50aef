import { byPassage, editedText } from '../fix/edit.ts'
import type { Replacement } from '../fix/plan.ts'
import { LineMap } from '../table/locate.ts'
import type { Cell, Document, Passage } from '../table/model.ts'
import type { Span } from '../text/span.ts'
import type { Diagnostic, Location } from './diagnostic.ts'
import type { Report } from './lint.ts'
import { locate, tableNaming } from './place.ts'
import type { FileResult } from './result.ts'

/** What a fix did to one cell or paragraph. */
export interface Change {
  readonly location: Location
  /** The whole text. */
  readonly before: string
  readonly after: string
  /** All cells of its row, where the fix moves texts from one to another; told once a row. */
  readonly row?: RowChange
}

interface RowChange {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** A finding that was mended. */
export interface Mended {
  readonly diagnostic: Diagnostic
  readonly changes: readonly [Change, ...Change[]]
}

/** A finding whose fix was left out. */
export interface LeftOut {
  readonly diagnostic: Diagnostic
  /** One Chinese clause without 。. */
  readonly why: string
}

/** What became of one file that was to be mended. */
export interface MendedFile {
  /** What is left to do, as a check of the mended text finds it. */
  readonly result: FileResult
  readonly mended: readonly Mended[]
  readonly leftOut: readonly LeftOut[]
  /** Why nothing could be mended, one Chinese sentence. */
  readonly refusal?: string
  /** Fixes were still wanted after the last pass, by these rules. */
  readonly restless: readonly string[]
  /** The text before, and what replaces in it; absent where the format is no text. */
  readonly text?: string
  readonly replacements: readonly Replacement[]
  /** The file that the mended text was written to, as reports name it. */
  readonly output?: string
  /** What has to be said about writing it, Chinese sentences. */
  readonly remarks: readonly string[]
  /** The mended text was to be written and could not. */
  readonly isUnwritten?: true
}

/** Everything that a run of `fix` did. */
export interface MendRun {
  readonly files: readonly MendedFile[]
  /** Whether suggested fixes were put in as well. */
  readonly unsafe: boolean
  /** Whether it only shows what it would do. */
  readonly isTrial: boolean
  readonly rules: number
  readonly registryDate: string
  readonly version: string
}

/** Tells what fixes change in a document, in the words of its report. */
export class Changes {
  readonly #report: Report
  readonly #lines: LineMap | undefined
  readonly #rows = new Map<Passage, readonly Cell[]>()

  constructor(document: Document, report: Report) {
    this.#report = report
    this.#lines = document.source === undefined ? undefined : new LineMap(document.source)
    for (const block of document.blocks) {
      if (block.kind !== 'table') continue
      for (const row of block.rows) for (const cell of row) this.#rows.set(cell, row)
    }
  }

  of(diagnostic: Diagnostic): readonly Change[] {
    const edits = byPassage(diagnostic.fix?.edits ?? [])
    const after = new Map(
      [...edits].map(([passage, list]) => [passage, editedText(passage, list)] as const),
    )
    const told = new Set<readonly Cell[]>()
    return [...after].flatMap(([passage, text]) => {
      const row = this.#rows.get(passage)
      if (text === passage.text || (row && told.has(row))) return []
      const location = this.#locate(passage, edits.get(passage)?.[0]?.span, diagnostic)
      const change = { location, before: passage.text, after: text }
      if (row === undefined || !isMoved(row, after)) return [change]
      told.add(row)
      const cells = (textOf: (cell: Cell) => string) => row.map(textOf)
      return [
        {
          ...change,
          row: {
            before: cells((cell) => cell.text),
            after: cells((cell) => after.get(cell) ?? cell.text),
          },
        },
      ]
    })
  }

  #locate(passage: Passage, span: Span | undefined, { at, location }: Diagnostic): Location {
    if (at?.passage === passage) return location
    const { catalogues } = this.#report.recognition
    const catalogue = catalogues.find((one) => one.entryOf(passage)) ?? catalogues[0]
    if (catalogue === undefined) return location
    const place = { passage, ...(span && { span }) }
    return locate(place, catalogue, tableNaming(catalogues), this.#lines)
  }
}

/** Whether texts of a row are moved: what is put into one of its cells stood in another. */
function isMoved(row: readonly Cell[], after: ReadonlyMap<Passage, string>): boolean {
  const edited = row.filter((cell) => after.has(cell))
  return edited.some((cell) => {
    const text = after.get(cell)?.trim() ?? ''
    if (text === '' || cell.text.includes(text)) return false
    return edited.some((other) => other !== cell && other.text.includes(text))
  })
}
