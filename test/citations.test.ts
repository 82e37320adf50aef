import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rules } from '../rules/index.ts'
import { resolve } from '../src/authority/resolve.ts'
import type { Diagnostic } from '../src/engine/diagnostic.ts'
import { lint } from '../src/engine/lint.ts'
import { parseCitations } from '../src/grammar/citation.ts'
import { loadAuthorities } from '../src/node/data.ts'
import { readDocument } from '../src/readers/choose.ts'
import { CORPUS, corpusIsRequired, hasCorpus } from './corpus.ts'

const authorities = loadAuthorities()
const citing = rules.filter(({ id }) => /^(?:cite|content-law)-/u.test(id))

/** What a person found out about a citation of a real document. */
interface Verdict {
  readonly file: string
  /** 序号 */
  readonly row: number | string
  readonly citation: string
  readonly verdict:
    | 'correct'
    | 'wrong'
    | 'outdated'
    | 'imprecise'
    | 'missing'
    | 'unverified'
    | 'implicit'
  readonly finding?: string
}

/** Where we say less than the person, and why. */
const LESS: readonly (readonly [why: string, holds: (verdict: Verdict) => boolean])[] = [
  [
    'the registry knows this document from memory only',
    ({ citation }) => citation.includes('长政办发〔2018〕72号'),
  ],
  [
    'that the section does not fit the item is not known for certain',
    ({ citation, verdict }) => verdict === 'imprecise' && citation.includes('推进服务公开'),
  ],
  [
    'which 项 fits an item better is a matter of judgement where words of one are quoted',
    ({ citation, verdict }) => verdict === 'imprecise' && citation.includes('“（五）办理行政许可'),
  ],
  [
    'the heading was not verified word by word',
    ({ citation }) => citation.includes('在发布重大政策的同时做好解读工作'),
  ],
  [
    '印发 and 关于印发 of one title are told apart by nobody',
    ({ citation, verdict }) =>
      verdict === 'imprecise' && citation.includes('关于印发〈关于推行地方'),
  ],
]

test.runIf(corpusIsRequired)('the real citations are there', () => {
  expect(hasCorpus).toBe(true)
})

describe.skipIf(!hasCorpus)('the citations of the real documents', () => {
  const verdicts = hasCorpus ? readVerdicts() : []

  test('each can be found in its document, or is the lack of one', () => {
    const absent = verdicts.filter(({ verdict, citation, file }) => {
      const isText = !['missing', 'implicit'].includes(verdict) && !/处）$|……/u.test(citation)
      return isText && !readSeed(file).includes(citation.slice(0, 20))
    })
    // 办公室 in the list, 办公厅 in the document
    expect(absent.map(({ citation }) => citation)).toEqual([
      '《长治市人民政府办公室关于推进社会公益事业发展领域政府信息公开的实施方案》（长政办发〔2018〕72号）',
    ])
  })

  const told = verdicts.filter(
    ({ citation, file }) => hasCorpus && readSeed(file).includes(citation),
  )

  test.each(told)('$file $row $verdict: $citation', async (verdict) => {
    const found = await findingsAt(verdict)
    const faults = found.filter(({ severity }) => severity !== 'info')
    const isLess = LESS.some(([, holds]) => holds(verdict))
    if (verdict.verdict === 'correct' || verdict.verdict === 'unverified') {
      expect(faults.map(({ message }) => message)).toEqual([])
    } else if (!isLess) {
      const expected = {
        wrong: () => faults.length > 0,
        outdated: () => found.some(({ rule }) => rule === 'cite-outdated'),
        imprecise: () => found.length > 0,
        missing: () => true,
        implicit: () => true,
      }[verdict.verdict]
      expect(expected(), verdict.finding).toBe(true)
    }
  })
})

describe.skipIf(!hasCorpus)('the citations of real catalogues as they are written', () => {
  test('are judged as read through by a person', async () => {
    const lines: string[] = []
    for (const [index, text] of readCitations().entries()) {
      lines.push(`${index + 2} ${oneLine(text)}`)
      for (const citation of parseCitations(text)) {
        const { authority, by, candidates } = resolve(citation, authorities)
        if (authority) lines.push(`    = ${by}: ${authority.title}${authority.number ?? ''}`)
        else lines.push(candidates.length > 0 ? `    ? ${candidates.length}` : '    ?')
      }
      for (const { severity, rule, message } of await findingsOf(text)) {
        lines.push(`    ${severity} ${rule}: ${message}`)
      }
    }
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('golden/citations.golden')
  })
})

/** The findings on a citation of a real document. */
async function findingsAt({ file, row, citation }: Verdict): Promise<readonly Diagnostic[]> {
  const found = await seedFindings(file)
  return found.filter(({ location, at }) => {
    if (at === undefined || location.entry !== String(row)) return false
    const start = at.passage.text.indexOf(citation)
    const { start: from, end } = at.span ?? { start: 0, end: at.passage.text.length }
    return start >= 0 && from < start + citation.length && end > start
  })
}

const seeds = new Map<string, Promise<readonly Diagnostic[]>>()

function seedFindings(file: string): Promise<readonly Diagnostic[]> {
  const known = seeds.get(file) ?? findingsIn(`${file}.txt`, readSeed(file))
  seeds.set(file, known)
  return known
}

/** The findings on a citation that is the basis of an item. */
async function findingsOf(citation: string): Promise<readonly Diagnostic[]> {
  const cell = `"${citation.replaceAll('"', '""')}"`
  const text = `序号,公开事项,公开内容,公开依据,公开时限\n1,工作动态,动态信息,${cell},实时更新\n`
  return findingsIn('目录.csv', text)
}

async function findingsIn(name: string, text: string): Promise<readonly Diagnostic[]> {
  const document = await readDocument({ name, bytes: new TextEncoder().encode(text) })
  const settings = {
    rules: citing.map((rule) => ({ rule })),
    authorities,
    today: '2026-11-21',
    kind: 'catalogue',
  } as const
  return lint(document, settings).diagnostics
}

function readVerdicts(): readonly Verdict[] {
  return readFileSync(join(CORPUS, 'authorities/seed-citations.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

function readSeed(file: string): string {
  return readFileSync(join(CORPUS, 'seeds', `${file}.txt`), 'utf8')
}

function readCitations(): readonly string[] {
  const [, ...lines] = readFileSync(join(CORPUS, 'domain/vocab/citations.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
  return lines.map((line) => line.slice(0, line.indexOf('\t')).replaceAll('⏎', '\n'))
}

function oneLine(text: string): string {
  return text.replaceAll('\n', '⏎')
}
