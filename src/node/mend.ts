import type { Diagnostic } from '../engine/diagnostic.ts'
import { lint, type Report } from '../engine/lint.ts'
import { Changes, type LeftOut, type Mended } from '../engine/mending.ts'
import type { Settings } from '../engine/settings.ts'
import type { Waiving } from '../engine/suppress.ts'
import { byPassage, type Edit, editedText, type Fix } from '../fix/edit.ts'
import { applyReplacements, compose, plan, type Replacement } from '../fix/plan.ts'
import { readDocument } from '../readers/choose.ts'
import { UnreadableError } from '../readers/reader.ts'
import type { Document } from '../table/model.ts'
import { replaceBytes, unwritable } from '../writers/bytes.ts'
import { isAsEdited } from '../writers/compare.ts'
import { replacementsOf } from '../writers/replacements.ts'
import { isTextFormat, type TextFormat } from '../writers/stretch.ts'

/** Mending goes on until nothing is left to mend, but not for ever: two rules may disagree. */
const MOST_PASSES = 10

/**
 * What is written is read again: so many times, and so many bytes in all. When that many fixes of a
 * file turn out badly, the rest is left alone.
 */
const MOST_READINGS = 100
const LEAST_READINGS = 20
const MOST_BYTES = 64 * 1024 * 1024

export interface MendOptions {
  readonly settings: Settings
  readonly encoding?: string | undefined
  /** Puts in suggested fixes as well as safe ones. */
  readonly unsafe: boolean
  /** What is waived, and so left as it is. */
  readonly waiving?: Waiving
}

/** A text file. */
export interface TextFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly document: Document
}

export interface Mending {
  /** The file after it. */
  readonly document: Document
  readonly bytes: Uint8Array
  /** What is left to say. */
  readonly report: Report
  readonly mended: readonly Mended[]
  readonly leftOut: readonly LeftOut[]
  readonly restless: readonly string[]
  /** What replaces in the text before. */
  readonly replacements: readonly Replacement[]
}

/** Why a text file cannot be written back, as one Chinese sentence; undefined when it can. */
export function refusalOf({ bytes, document }: TextFile): string | undefined {
  const { format, encoding, source, notices } = document
  if (!isTextFormat(format) || encoding === undefined || source === undefined) {
    return `${format} 文件还不能自动改，照报告的位置人工改；或者另存为 csv 再用 mulint fix。`
  }
  const isBroken = notices.some(({ kind }) => kind === 'damaged-encoding')
  if (isBroken || replaceBytes({ bytes, encoding, text: source }, []) === undefined) {
    return '文件的编码有错，改写会丢字，没有改；应当先以同一种编码重新保存。'
  }
  return undefined
}

/**
 * Mends a text file pass after pass until no fix is left. Each pass is written, read again and
 * taken only when nothing but the edited texts has changed; a fix that spoils anything is left out.
 */
export async function mend(file: TextFile, options: MendOptions): Promise<Mending> {
  const mender = new Mender(file, options)
  return mender.run()
}

type Fixable = Diagnostic & { readonly fix: Fix }

interface State {
  readonly document: Document
  readonly bytes: Uint8Array
  /** What replaces in the text of the file. */
  readonly replacements: readonly Replacement[]
}

class Mender {
  readonly #file: TextFile
  readonly #options: MendOptions
  readonly #format: TextFormat
  readonly #source: string
  readonly #encoding: string
  readonly #leftOut = new Map<string, LeftOut>()
  #state: State
  #readings: number

  constructor(file: TextFile, options: MendOptions) {
    const { format, source, encoding } = file.document
    if (!isTextFormat(format) || source === undefined || encoding === undefined) {
      throw new Error(`mend: ${format} is no text`)
    }
    this.#file = file
    this.#options = options
    this.#format = format
    this.#source = source
    this.#encoding = encoding
    this.#state = { document: file.document, bytes: file.bytes, replacements: [] }
    const affordable = Math.floor(MOST_BYTES / Math.max(1, file.bytes.length))
    this.#readings = Math.max(LEAST_READINGS, Math.min(MOST_READINGS, affordable))
  }

  async run(): Promise<Mending> {
    const mended: Mended[] = []
    for (let pass = 1; ; pass++) {
      const { settings, waiving } = this.#options
      const report = lint(this.#state.document, settings, undefined, waiving)
      const wanted = this.#wanted(report)
      const restless = wanted.length > 0 && pass > MOST_PASSES
      if (wanted.length === 0 || restless) {
        return {
          ...this.#state,
          report,
          mended,
          leftOut: [...this.#leftOut.values()],
          restless: [...new Set(wanted.map(({ rule }) => rule))],
        }
      }
      mended.push(...(await this.#pass(wanted, report)))
    }
  }

  #wanted({ diagnostics }: Report): readonly Fixable[] {
    const found: Fixable[] = []
    for (const diagnostic of diagnostics) {
      const { fix } = diagnostic
      if (fix === undefined || (fix.safety === 'suggested' && !this.#options.unsafe)) continue
      if (!this.#leftOut.has(keyOf(diagnostic))) found.push({ ...diagnostic, fix })
    }
    return found
  }

  /** Puts in what can be put in at once, or else leaves something out for good. */
  async #pass(wanted: readonly Fixable[], report: Report): Promise<readonly Mended[]> {
    const changes = new Changes(this.#state.document, report)
    let rest = wanted
    while (rest.length > 0) {
      const { taken, later } = plan(rest)
      const fit = taken.filter((one) => {
        const why = this.#whyNot(one)
        if (why !== undefined) this.#leaveOut(one, why)
        return why === undefined
      })
      const before = this.#state
      const done = await this.#settle(fit, [], before)
      if (done.length > 0) {
        return done.flatMap((diagnostic) => {
          const [first, ...others] = changes.of(diagnostic)
          return first === undefined ? [] : [{ diagnostic, changes: [first, ...others] as const }]
        })
      }
      rest = later
    }
    return []
  }

  /** Why a fix cannot be written, whatever stands around it. */
  #whyNot({ fix }: Fixable): string | undefined {
    const texts = fix.edits.map(({ text }) => text).join('')
    const character = unwritable(texts, this.#encoding)
    if (character !== undefined) {
      return `${this.#encoding} 编码里没有“${character}”字，先把文件另存为 UTF-8`
    }
    const start = formulaStart(fix.edits)
    return start === undefined ? undefined : `改后以“${start}”开头，表格软件会当作公式`
  }

  #leaveOut(diagnostic: Fixable, why: string): void {
    this.#leftOut.set(keyOf(diagnostic), { diagnostic, why })
  }

  /**
   * The fixes that can be put in together with those that are `done`: all, or else those of each
   * half, and so on down to those that spoil something.
   */
  async #settle(
    fixes: readonly Fixable[],
    done: readonly Fixable[],
    before: State,
  ): Promise<readonly Fixable[]> {
    const [only] = fixes
    if (only === undefined) return done
    if (this.#readings === 0) {
      for (const one of fixes) this.#leaveOut(one, '这个文件里改不成的太多，没有再试，人工改')
      return done
    }
    const all = [...done, ...fixes]
    const after = await this.#tried(all, before)
    if (after !== undefined) {
      this.#state = after
      return all
    }
    if (fixes.length === 1) {
      this.#leaveOut(only, '这样改会动到别的内容，人工改')
      return done
    }
    const middle = fixes.length >> 1
    const left = await this.#settle(fixes.slice(0, middle), done, before)
    return this.#settle(fixes.slice(middle), left, before)
  }

  /** The file with fixes put in, if nothing else is different when it is read again. */
  async #tried(fixes: readonly Fixable[], before: State): Promise<State | undefined> {
    this.#readings -= 1
    const text = before.document.source ?? ''
    const edits = fixes.flatMap(({ fix }) => fix.edits)
    const added = replacementsOf({ format: this.#format, text }, edits)
    const expected = applyReplacements(text, added)
    if (expected === text) return undefined
    const replacements = compose(before.replacements, added)
    const bytes = replaceBytes(
      { bytes: this.#file.bytes, encoding: this.#encoding, text: this.#source },
      replacements,
    )
    if (bytes === undefined || formulaStart(edits) !== undefined) return undefined
    const document = await this.#read(bytes)
    if (document?.source !== expected || document.encoding !== this.#encoding) return undefined
    return isAsEdited(before.document, document, edits)
      ? { document, bytes, replacements }
      : undefined
  }

  async #read(bytes: Uint8Array): Promise<Document | undefined> {
    try {
      const { name } = this.#file
      return await readDocument({ name, bytes }, { encoding: this.#options.encoding })
    } catch (error) {
      if (UnreadableError.is(error)) return undefined
      throw error
    }
  }
}

/** Knows a fix again in a later pass: no pass moves a cell. */
function keyOf({ rule, messageId, location, fix }: Diagnostic): string {
  const { table, row, column, line } = location
  const place = row === undefined ? line : `${table} ${row} ${column}`
  const edits = fix?.edits.map(({ span, text }) => `${span.start} ${text}`) ?? []
  return [rule, messageId, place, ...edits].join('\n')
}

/** What a text begins with that edits turn into a formula. */
function formulaStart(edits: readonly Edit[]): string | undefined {
  for (const [passage, list] of byPassage(edits)) {
    const edited = editedText(passage, list)
    if (isFormula(edited) && !isFormula(passage.text)) return edited.trimStart()[0]
  }
  return undefined
}
/** Whether a spreadsheet would compute a text; a plain number is none. */
function isFormula(text: string): boolean {
  return /^\s*[=+\-@＝＋－＠]/u.test(text) && !/^\s*[+-]?\d[\d,.]*%?\s*$/u.test(text)
}
