import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Ajv, type AnySchema } from 'ajv'
import { describe, expect, test } from 'vitest'
import { rules } from '../rules/index.ts'
import { selectRules } from '../src/cli/selection.ts'
import type { RunResult } from '../src/engine/result.ts'
import { loadAuthorities } from '../src/node/data.ts'
import { findFiles } from '../src/node/files.ts'
import { run } from '../src/node/run.ts'
import { FORMATS, type FormatName, render } from '../src/report/index.ts'

/** Errors, warnings, infos, a related place, a fix, a workbook, a broken file and a foreign one. */
const FOLDER = 'fixtures/outputs'
const RULES =
  'cite-article-missing,cite-decree-number-wrong,cite-number-malformed,complete-required-item,deadline-not-allowed,doc-encoding-artifact,item-level-inconsistent,num-seq-duplicate,subject-missing'

const settings = {
  rules: selectRules(rules, { only: [RULES], skip: [], changes: [] }),
  authorities: loadAuthorities(),
  today: '2026-11-21',
}
const asked = settings.rules.map(({ rule }) => rule)
const result: RunResult = {
  ...(await run((await findFiles([FOLDER], '.')).files, { settings, version: '1.2.3' })),
  registryDate: '2026-07-31',
}
const rendered = (format: FormatName) =>
  render(format, result, { color: false, rules: async () => asked })

test('the fixture has everything that an output must tell', () => {
  const all = result.files.flatMap(({ diagnostics }) => diagnostics)
  expect(new Set(all.map(({ severity }) => severity)).size).toBe(3)
  expect(all.some(({ related }) => related.length > 0)).toBe(true)
  expect(all.some(({ fix }) => fix?.safety === 'safe')).toBe(true)
  expect(all.some(({ location }) => location.sheet !== undefined)).toBe(true)
  expect(new Set(result.files.map(({ status }) => status)).size).toBe(3)
})

describe.each(Object.keys(FORMATS) as FormatName[])('%s', (format) => {
  test('says this', async () => {
    await expect(await rendered(format)).toMatchFileSnapshot(`golden/outputs/${format}.golden`)
  })

  test('says the same for the same input', async () => {
    expect(await rendered(format)).toBe(await rendered(format))
  })

  test('obeys nothing that a cell says', async () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may come out
    expect(await rendered(format)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/u)
  })
})

describe('SARIF', () => {
  test('is valid', async () => {
    const validate = sarifValidator()
    const log = JSON.parse(await rendered('sarif'))
    validate(log)
    expect(validate.errors).toBe(null)
    log.runs[0].results[0].level = 'info'
    expect(validate(log)).toBe(false)
  })

  test('finds every file by its URI and every rule by its index', async () => {
    const [sarif] = JSON.parse(await rendered('sarif')).runs
    const { rules: descriptors } = sarif.tool.driver
    for (const { ruleId, ruleIndex, locations } of sarif.results) {
      expect(descriptors[ruleIndex].id).toBe(ruleId)
      const { uri } = locations[0].physicalLocation.artifactLocation
      expect(uri).toMatch(/^[\w.%/~!'()*-]+$/u)
      expect(result.files.map(({ path }) => path)).toContain(decodeURIComponent(uri))
    }
  })

  test('puts a fix where the words stand', async () => {
    const [sarif] = JSON.parse(await rendered('sarif')).runs
    const fixes = sarif.results.flatMap(
      (one: { fixes?: { artifactChanges: Change[] }[] }) => one.fixes ?? [],
    )
    const [change] = fixes.flatMap(({ artifactChanges }: { artifactChanges: Change[] }) =>
      artifactChanges.filter(({ replacements }) =>
        replacements.some(({ insertedContent }) => insertedContent.text === '国务院令第713号'),
      ),
    ) as Change[]
    const [{ deletedRegion }] = change?.replacements ?? [{ deletedRegion: NOWHERE }]
    const source = readFileSync(decodeURIComponent(change?.artifactLocation.uri ?? ''), 'utf8')
    const { charOffset, charLength } = deletedRegion
    expect(source.slice(charOffset, charOffset + charLength)).toBe('国务院令第七十三号')
  })
})

const NOWHERE = { charOffset: 0, charLength: 0 }

interface Change {
  readonly artifactLocation: { readonly uri: string }
  readonly replacements: readonly [
    {
      readonly deletedRegion: { readonly charOffset: number; readonly charLength: number }
      readonly insertedContent: { readonly text: string }
    },
  ]
}

/** The official schema of SARIF 2.1.0; it is written in an older draft, of which it uses nothing special. */
function sarifValidator() {
  const require = createRequire(import.meta.url)
  const file = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
  const { $schema: _, id: $id, ...schema } = JSON.parse(readFileSync(file, 'utf8'))
  const formats = {
    uri: (text: string) => URL.canParse(text),
    'uri-reference': /^(?:[\w.~!$&'()*+,;=:@/?#[\]-]|%[\dA-F]{2})*$/u,
    'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
  }
  return new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats }).compile({
    ...schema,
    $id,
  } as AnySchema)
}

/** Where the golden files lie, for the one that none of the outputs may name. */
test('no output names the folder it was made in', async () => {
  for (const format of Object.keys(FORMATS) as FormatName[]) {
    expect(await rendered(format)).not.toContain(join(process.cwd()))
  }
})
