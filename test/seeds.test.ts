import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rules } from '../rules/index.ts'
import type { Diagnostic } from '../src/engine/diagnostic.ts'
import { loadAuthorities } from '../src/node/data.ts'
import { findFiles } from '../src/node/files.ts'
import { run } from '../src/node/run.ts'
import { CORPUS, corpusIsRequired, hasCorpus } from './corpus.ts'

/** One fault of the ground truth on the real documents. */
interface Truth {
  readonly seed: string
  /** First and last line, or each line, or one line. */
  readonly lines: readonly number[]
  readonly rule: string
  readonly alt_rules?: readonly string[]
  readonly severity: string
  readonly certainty: 'certain' | 'likely' | 'debatable'
  readonly quote: string
}

/** Faults of a rule that exists, but which it is not yet meant to see. */
const LATER: readonly ((truth: Truth) => boolean)[] = [
  // A turn of phrase that only a word list made from this very document could know.
  ({ rule, quote }) => rule === 'text-known-typo' && quote === '对法制信息公开宣讲等内容',
  // The header and the rows with eight values are told of; what stands beside them is the same cause.
  ({ rule, seed }) => rule === 'table-column-shift' && seed.startsWith('003'),
]

test.runIf(corpusIsRequired)('the real documents are there', () => {
  expect(hasCorpus).toBe(true)
})

describe.skipIf(!hasCorpus)('real documents', () => {
  const SEEDS = [
    { seed: '000_4eba1c19de281af7.txt', kind: 'catalogue', tables: 1, entries: 15 },
    { seed: '001_37eed8d6a0720b66.txt', kind: 'catalogue', tables: 1, entries: 15 },
    { seed: '002_ae6eb2a06ee62a50.txt', kind: 'catalogue', tables: 1, entries: 15 },
    { seed: '003_8398b021416f8c8e.txt', kind: 'annual-report', tables: 2, entries: 0 },
    { seed: '004_c62194a191f85d59.txt', kind: 'ledger', tables: 1, entries: 69 },
  ]
  const known = new Set(rules.map(({ id }) => id))

  test.each(SEEDS)('$seed is recognised', async ({ seed, ...expected }) => {
    const file = await check(seed)
    expect(file).toMatchObject({ status: 'checked', ...expected })
  })

  test.each(SEEDS)('$seed shows every fault that a rule exists for', async ({ seed }) => {
    const { diagnostics } = await check(seed)
    const due = truthOf(seed).filter(
      (truth) =>
        known.has(truth.rule) &&
        truth.certainty !== 'debatable' &&
        !LATER.some((isLater) => isLater(truth)),
    )
    const missed = due.filter((truth) => !diagnostics.some((found) => matches(found, truth)))
    expect(missed).toEqual([])
  })

  test.each(SEEDS)('$seed is accused of nothing else', async ({ seed }) => {
    const { diagnostics } = await check(seed)
    const truths = truthOf(seed)
    const unfounded = diagnostics
      .filter(({ severity }) => severity !== 'info')
      .filter((found) => !truths.some((truth) => matches(found, truth)))
    expect(unfounded.map(({ rule, location, message }) => ({ rule, location, message }))).toEqual(
      [],
    )
  })

  test.each(SEEDS)('$seed is not accused where it only looks wrong', async ({ seed }) => {
    const { diagnostics } = await check(seed)
    const truths = truthOf(seed)
    const clean = cleanOf(seed)
    expect(clean.length).toBeGreaterThan(5)
    const accused = diagnostics.filter(
      (found) =>
        clean.some(({ lines, rules: tempting }) => {
          const { line = 0, endLine = line } = found.location
          const isThere = lines.some(([first, last]) => line <= last && endLine >= first)
          return isThere && tempting.includes(found.rule)
        }) && !truths.some((truth) => matches(found, truth)),
    )
    expect(accused.map(({ rule, location, message }) => ({ rule, location, message }))).toEqual([])
  })

  test('the faults that the project was founded on are found at their place', async () => {
    const { diagnostics } = await check('001_37eed8d6a0720b66.txt')
    expect(
      diagnostics.map(({ rule, location: { label, line }, actual }) => [rule, label, line, actual]),
    ).toEqual(
      expect.arrayContaining([
        ['basis-missing', '序号2／公开依据', 8, undefined],
        ['subject-missing', '序号7／公开主体', 20, undefined],
        ['num-list-duplicate', '序号10／公开依据', 27, '2'],
        ['cite-decree-number-wrong', '序号12／公开依据', 31, '国务院令第七十三号'],
        ['cite-decree-number-wrong', '序号13／公开依据', 32, '国务院令第七十三号'],
      ]),
    )
  })
})

describe.skipIf(!hasCorpus)('the same document in another format', () => {
  const SAMPLES = join(CORPUS, 'formats/samples')
  const cases = hasCorpus
    ? readdirSync(SAMPLES)
        .filter((folder) => /^\d{3}_/u.test(folder))
        .flatMap((folder) =>
          readdirSync(join(SAMPLES, folder))
            .filter((name) => name !== 'manifest.json')
            .map((name) => [folder, name] as const),
        )
    : []

  test.each(cases)('%s/%s has the findings of its seed', async (folder, name) => {
    const seed = await check(`${folder}.txt`)
    const sample = await checkFile(join(SAMPLES, folder, name))
    expect(prints(sample)).toEqual(prints(seed))
    expect(sample.entries).toBe(seed.entries)
  })

  const prints = ({ diagnostics }: { diagnostics: readonly Diagnostic[] }) =>
    diagnostics.map(({ fingerprint }) => fingerprint).sort()
})

function truthOf(seed: string): readonly Truth[] {
  return readFileSync(join(CORPUS, 'domain/SEED-TRUTH.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Truth => JSON.parse(line))
    .filter((truth) => truth.seed === seed)
}

/** A place that looks wrong and is right, and the rules that it tempts. */
interface Clean {
  /** First and last line of each stretch. */
  readonly lines: readonly (readonly [first: number, last: number])[]
  readonly rules: readonly string[]
}

/** The places of SEED-CLEAN.md, a table for each seed: lines, text, tempting rules, why. */
function cleanOf(seed: string): readonly Clean[] {
  const parts = readFileSync(join(CORPUS, 'domain/SEED-CLEAN.md'), 'utf8').split(/^## /mu)
  const rows = parts.find((part) => part.startsWith(seed))?.split('\n') ?? []
  return rows.flatMap((row): Clean[] => {
    const [, lines = '', , tempting = ''] = row.split('|').map((cell) => cell.trim())
    const stretches = [...lines.matchAll(/(\d+)(?:–(\d+))?/gu)].map(
      ([, first, last = first]) => [Number(first), Number(last)] as const,
    )
    const named = tempting.match(/[a-z]+(?:-[a-z]+)+/gu) ?? []
    return stretches.length === 0 || named.length === 0 ? [] : [{ lines: stretches, rules: named }]
  })
}

function matches({ rule, location: { line = 0, endLine = line } }: Diagnostic, truth: Truth) {
  if (rule !== truth.rule && !truth.alt_rules?.includes(rule)) return false
  return line <= Math.max(...truth.lines) && endLine >= Math.min(...truth.lines)
}

async function check(seed: string) {
  return checkFile(join(CORPUS, 'seeds', seed))
}

async function checkFile(path: string) {
  const { files } = await findFiles([path], process.cwd())
  const { files: results } = await run(files, {
    version: '0.0.0',
    settings: {
      rules: rules.map((rule) => ({ rule })),
      authorities: loadAuthorities(),
      today: '2026-11-21',
    },
  })
  const [result] = results
  if (result === undefined) throw new Error(`no result for ${path}`)
  return result
}
