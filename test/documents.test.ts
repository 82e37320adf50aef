import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rules } from '../rules/index.ts'
import { selectRules } from '../src/cli/selection.ts'
import type { RunResult } from '../src/engine/result.ts'
import { loadAuthorities } from '../src/node/data.ts'
import { findFiles } from '../src/node/files.ts'
import { run } from '../src/node/run.ts'
import { render } from '../src/report/index.ts'
import { textOrigin } from '../src/table/locate.ts'

const DOCUMENTS = 'fixtures/documents'
const DEFAULTS = { only: [], skip: [], changes: [] }
const authorities = loadAuthorities()

describe('whole documents have golden reports', () => {
  test.each(readdirSync(DOCUMENTS))('%s', async (name) => {
    const result = await check(join(DOCUMENTS, name))
    const text = (await render('text', result, { color: false }))
      .replaceAll(/用\d+条规则/gu, '用〈几〉条规则')
      .replaceAll(/法规数据截至[\d-]+/gu, '法规数据截至〈日期〉')
    await expect(text).toMatchFileSnapshot(join('..', DOCUMENTS, name, 'report.golden'))
  })

  test.each(['clean-bureau', 'clean-ledger'])(
    'the flawless %s has no finding at all',
    async (name) => {
      const { files } = await check(join(DOCUMENTS, name))
      expect(files.flatMap(({ diagnostics }) => diagnostics)).toEqual([])
    },
  )

  test.each(readdirSync(DOCUMENTS).filter((name) => name.startsWith('clean-')))(
    'nobody is accused by %s',
    async (name) => {
      const { files } = await check(join(DOCUMENTS, name))
      expect(files.map(({ status }) => status)).toEqual(['checked'])
      const accused = files.flatMap(({ diagnostics }) =>
        diagnostics.filter(({ severity }) => severity !== 'info'),
      )
      expect(accused).toEqual([])
    },
  )

  test('what is no catalogue is told as such and judged by no rule', async () => {
    const { files } = await check(join(DOCUMENTS, 'meeting-notes'))
    expect(files.map(({ status }) => status)).toEqual(['not-recognised'])
  })
})

describe('places', () => {
  test.each(readdirSync(DOCUMENTS))('of %s lie inside their source', async (name) => {
    const { files } = await check(join(DOCUMENTS, name))
    for (const { diagnostics } of files) {
      for (const { location, at, actual } of diagnostics) {
        if (at === undefined) continue
        const origin = textOrigin(at.passage)
        expect(origin.end).toBeGreaterThanOrEqual(origin.start)
        expect(location.line).toBeGreaterThan(0)
        if (actual !== undefined) expect(at.passage.text).toContain(actual)
      }
    }
  })
})

describe('damaged files', () => {
  test.each(readdirSync('fixtures/damaged'))('%s gives a result, not a crash', async (name) => {
    const { files } = await check(join('fixtures/damaged', name))
    const [file] = files
    const text = files
      .flatMap(({ path, status, diagnostics, notices }) => [
        `${path}: ${status}`,
        ...notices.map((notice) => notice.text),
        ...diagnostics.map(({ rule, message }) => `${rule} ${message}`),
      ])
      .join('\n')
    expect(file?.status).toBeDefined()
    await expect(`${text}\n`).toMatchFileSnapshot(`golden/damaged-${name}.txt`)
  })
})

describe('the run', () => {
  test('gives the same report whatever the order of the rules', async () => {
    const forward = await check(DOCUMENTS)
    const backward = await check(DOCUMENTS, rules.toReversed())
    expect(await render('json', backward, { color: false })).toBe(
      await render('json', forward, { color: false }),
    )
  })

  test('gives no two findings of one file the same fingerprint', async () => {
    const { files } = await check(DOCUMENTS)
    for (const { diagnostics } of files) {
      const prints = diagnostics.map(({ fingerprint }) => fingerprint)
      expect(new Set(prints).size).toBe(prints.length)
    }
  })

  test('reads every fixture in the encoding it was written in', async () => {
    const { files } = await check(DOCUMENTS)
    const encodings = new Set(files.map(({ encoding }) => encoding))
    expect([...encodings].sort()).toEqual(['gb18030', 'utf-8'])
    expect(readFileSync(join(DOCUMENTS, 'development-bureau/source.txt')).includes('公开')).toBe(
      false,
    )
  })
})

async function check(path: string, chosen = rules): Promise<RunResult> {
  const { files } = await findFiles([path], process.cwd())
  return run(files, {
    version: '0.0.0',
    settings: { rules: selectRules(chosen, DEFAULTS), authorities, today: '2026-11-21' },
  })
}
