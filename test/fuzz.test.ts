// Damages the files of fixtures/ (and of the corpus, where it is) and reads them.
// A million cases: MULINT_FUZZ=1000000 npx vitest run test/fuzz.test.ts (about two hours), others
// with MULINT_FUZZ_SEED=<number>. The smallest file that failed is left as mulint-fuzz-failed in the
// folder for temporary files, the last one that was read as mulint-fuzz-last, should all end there.
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc, { type Arbitrary } from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { rules } from '../rules/index.ts'
import { lint } from '../src/engine/lint.ts'
import { loadAuthorities } from '../src/node/data.ts'
import { SlowReader } from '../src/node/slow-reader.ts'
import { isRisky, readDocument } from '../src/readers/choose.ts'
import { type Source, UnreadableError } from '../src/readers/reader.ts'
import type { Document } from '../src/table/model.ts'
import { bytesDamaged, type Damage, damage, markupDamaged, textDamaged } from './fuzz/damage.ts'
import { faultsOf, isSentence } from './fuzz/faults.ts'
import { type File, filesOf, packages, pdfs } from './fuzz/files.ts'
import { type Part, zip } from './zip.ts'

const SEED = Number(process.env.MULINT_FUZZ_SEED ?? 20_191_103)
const CASES = Number(process.env.MULINT_FUZZ ?? (process.env.CI === 'true' ? 10_000 : 2_000))
const MAX_SECONDS = 5

/** Of each hundred cases; a PDF file takes as long as twenty others, in a process of its own. */
const WEIGHTS = {
  text: 39,
  'office packages by their parts': 30,
  'office packages': 8,
  'old office files': 22,
  pdf: 1,
}

const NAMES = [
  ...'md csv tsv txt html xlsx xls et docx doc wps pdf'.split(' ').map((end) => `目录.${end}`),
  '目录',
  '__proto__',
  '',
]
const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'big5']

const settings = {
  rules: rules.map((rule) => ({ rule })),
  authorities: loadAuthorities(),
  today: '2026-11-21',
}
const slow = new SlowReader()

afterAll(() => slow.close())

const PROTOTYPE = Object.getOwnPropertyNames(Object.prototype)

/** How a damaged file comes about, told in a way that a person can follow. */
interface Case {
  readonly from: string
  readonly damages: readonly unknown[]
  readonly bytes: Uint8Array
}

const opened = await packages()

const CASES_OF: Readonly<Record<keyof typeof WEIGHTS, Arbitrary<Case>>> = {
  text: damaged(filesOf('text'), textDamaged),
  'office packages by their parts': rezipped(),
  'office packages': damaged(filesOf('package'), bytesDamaged),
  'old office files': damaged(filesOf('compound'), bytesDamaged),
  pdf: damaged(pdfs(), textDamaged),
}

describe('a damaged file is read as a sound document or refused in a sentence', () => {
  test.each(Object.entries(CASES_OF))(
    '%s',
    async (family, cases) => {
      const weight = WEIGHTS[family as keyof typeof WEIGHTS]
      const property = fc.asyncProperty(
        cases,
        fc.constantFrom(...NAMES),
        fc.option(fc.constantFrom(...ENCODINGS), { nil: undefined, freq: 8 }),
        ({ bytes }, name, encoding) => holds({ name, bytes }, encoding),
      )
      await fc.assert(property, { seed: SEED, numRuns: Math.ceil((CASES * weight) / 100) })
    },
    CASES * 1_000,
  )
})

/** Files of one kind; mostly crossed with others of their kind. */
function damaged(files: readonly File[], damages: Arbitrary<readonly Damage[]>): Arbitrary<Case> {
  return fc.record({ file: fc.nat(), other: fc.nat(), damages }).map(({ file, other, damages }) => {
    const { path, bytes } = files[file % files.length] as File
    const crossed = files[other % files.length] as File
    return build({ from: path, damages: [crossed.path, ...damages] }, () =>
      damage(bytes, damages, crossed.bytes),
    )
  })
}

/** Packages that are sound as such, with damaged parts in them, or with parts of other packages. */
function rezipped(): Arbitrary<Case> {
  const part = fc.record({ nth: fc.nat(), other: fc.nat(), damages: markupDamaged })
  return fc
    .record({
      file: fc.nat(),
      parts: fc.array(part, { minLength: 1, maxLength: 2 }),
      isLess: fc.constantFrom(false, false, false, true),
    })
    .map(({ file, parts, isLess }) => {
      const sound = opened[file % opened.length]
      const all = opened.flatMap(({ parts }) => parts)
      const changed: Part[] = [...(sound?.parts ?? [])]
      const from = sound?.path ?? ''
      return build({ from, damages: [{ isLess }, ...parts] }, () => {
        for (const { nth, other, damages } of parts) {
          const at = nth % changed.length
          const [name, bytes] = changed[at] as Part
          // A part of the same name in another package goes with it best.
          const alike = all.filter(([one]) => one === name)
          changed[at] = [name, damage(bytes, damages, (alike[other % alike.length] as Part)[1])]
        }
        if (isLess) changed.splice((parts[0]?.nth ?? 0) % changed.length, 1)
        return zip(changed)
      })
    })
}

/** Keeps a case readable where it is printed: its bytes are made when they are asked for. */
function build(told: Omit<Case, 'bytes'>, make: () => Uint8Array): Case {
  return Object.defineProperty(told as Case, 'bytes', { get: make, enumerable: false })
}

async function holds(source: Source, encoding: string | undefined): Promise<void> {
  writeFileSync(join(tmpdir(), 'mulint-fuzz-last'), source.bytes)
  const started = performance.now()
  try {
    const document = await read(source, encoding)
    if (document !== undefined) {
      expect([...faultsOf(document)].slice(0, 3)).toEqual([])
      lint(document, settings)
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(PROTOTYPE)
    expect((performance.now() - started) / 1000).toBeLessThan(MAX_SECONDS)
  } catch (error) {
    writeFileSync(join(tmpdir(), 'mulint-fuzz-failed'), source.bytes)
    throw error
  }
}

/** Reads a file as the program does. */
async function read(source: Source, encoding?: string): Promise<Document | undefined> {
  try {
    return await (isRisky(source) ? slow.read(source) : readDocument(source, { encoding }))
  } catch (error) {
    if (!UnreadableError.is(error)) throw error
    expect(error.message).toSatisfy(isSentence)
    return undefined
  }
}
