import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Ajv, type AnySchema } from 'ajv'
import { SaxesParser } from 'saxes'
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

describe('XML', () => {
  test.each(['junit', 'checkstyle'] as const)('of %s can be parsed', async (format) => {
    const elements = parseXml(await rendered(format))
    expect(elements.length).toBeGreaterThan(result.files.length)
  })

  test('JUnit has a suite for each file, a case for each rule asked, and counts that are true', async () => {
    const elements = parseXml(await rendered('junit'))
    const suites = elements.filter(({ name }) => name === 'testsuite')
    expect(suites.map((suite) => suite.attributes.name)).toEqual(
      result.files.map(({ path }) => path),
    )
    const [total] = elements.filter(({ name }) => name === 'testsuites')
    const count = (name: string) => elements.filter((one) => one.name === name).length
    expect(total?.attributes).toEqual({
      name: 'mulint',
      tests: String(count('testcase')),
      failures: String(count('failure')),
      errors: String(count('error')),
    })
    expect(count('error')).toBe(1)
    const catalogues = result.files.filter(({ kind }) => kind === 'catalogue').length
    expect(count('testcase')).toBe(catalogues * asked.length + 2)
  })

  test('Checkstyle has every finding', async () => {
    const found = parseXml(await rendered('checkstyle')).filter(({ name }) => name === 'error')
    const all = result.files.flatMap(({ diagnostics }) => diagnostics)
    expect(found.map(({ attributes }) => [attributes.severity, attributes.source])).toEqual(
      all.map(({ severity, rule }) => [severity, `mulint.${rule}`]),
    )
    for (const { attributes } of found) expect(Number(attributes.line)).toBeGreaterThan(0)
  })
})

/** Elements in order; throws for what is not well-formed. */
function parseXml(text: string) {
  const found: { name: string; attributes: Record<string, string> }[] = []
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => found.push({ name, attributes }))
  parser.on('error', (error) => {
    throw error
  })
  parser.write(text).close()
  return found
}

test('GitLab code quality has what it asks for, and no fingerprint twice', async () => {
  const issues: Record<string, unknown>[] = JSON.parse(await rendered('gitlab'))
  const validate = new Ajv().compile({
    type: 'array',
    items: {
      type: 'object',
      required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
      properties: {
        description: { type: 'string', minLength: 1 },
        check_name: { type: 'string', minLength: 1 },
        fingerprint: { type: 'string', pattern: '^[0-9a-f]{16,}$' },
        severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
        location: {
          type: 'object',
          required: ['path', 'lines'],
          properties: {
            path: { type: 'string', pattern: '^[^./]' },
            lines: {
              type: 'object',
              required: ['begin'],
              properties: { begin: { type: 'integer', minimum: 1 } },
            },
          },
        },
      },
    },
  })
  validate(issues)
  expect(validate.errors).toBe(null)
  expect(issues).toHaveLength(result.files.flatMap(({ diagnostics }) => diagnostics).length)
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length)
})

test('rdjson has what reviewdog asks for', async () => {
  const validate = new Ajv().compile(RDJSON)
  validate(JSON.parse(await rendered('rdjson')))
  expect(validate.errors).toBe(null)
})

const RANGE = {
  type: 'object',
  required: ['start'],
  additionalProperties: false,
  properties: Object.fromEntries(
    ['start', 'end'].map((name) => [
      name,
      {
        type: 'object',
        required: ['line'],
        additionalProperties: false,
        properties: { line: { type: 'integer', minimum: 1 } },
      },
    ]),
  ),
}

const PLACE = {
  type: 'object',
  required: ['path'],
  additionalProperties: false,
  properties: { path: { type: 'string' }, range: RANGE },
}

/** The part of reviewdog's DiagnosticResult that we use. */
const RDJSON = {
  type: 'object',
  required: ['source', 'diagnostics'],
  additionalProperties: false,
  properties: {
    source: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
    diagnostics: {
      type: 'array',
      items: {
        type: 'object',
        required: ['message', 'location', 'severity', 'code'],
        additionalProperties: false,
        properties: {
          message: { type: 'string', minLength: 1 },
          location: PLACE,
          severity: { enum: ['ERROR', 'WARNING', 'INFO'] },
          code: { type: 'object', required: ['value'], properties: { value: { type: 'string' } } },
          related_locations: {
            type: 'array',
            items: {
              type: 'object',
              required: ['location'],
              properties: { message: { type: 'string' }, location: PLACE },
            },
          },
        },
      },
    },
  },
}

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
