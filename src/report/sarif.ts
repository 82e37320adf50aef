import type { Diagnostic, Location } from '../engine/diagnostic.ts'
import type { FileResult, RunResult } from '../engine/result.ts'
import { type Certainty, type Rule, SEVERITIES } from '../rule/rule.ts'
import { sourceSpan } from '../table/locate.ts'
import { escapeUnprintable, printable } from '../text/printable.ts'
import { placeName, placeWords } from './place.ts'
import { type RuleFacts, ruleFacts } from './rule-facts.ts'
import { pathUri } from './uri.ts'

/** GitHub refuses a run with more results, and more places of one result. */
export const MAX_RESULTS = 25_000
const MAX_PLACES = 1_000

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const
const PROBLEMS = { error: 'error', warning: 'warning', info: 'recommendation' } as const
const PRECISIONS: Readonly<Record<Certainty, string>> = {
  certain: 'very-high',
  likely: 'high',
  hint: 'medium',
}

/** Text that would have to be written otherwise in one of the text formats is not offered as it is. */
const NEEDS_ESCAPING = /["|,\\`<>&\t\r\n]/u

/**
 * The report in SARIF 2.1.0 as code scanning reads it; ends with a line break. `tell` is given a
 * sentence when there are more results than fit.
 */
export function renderSarif(
  run: RunResult,
  rules: readonly Rule[],
  tell: (sentence: string) => void,
): string {
  const all = run.files.flatMap(foundIn)
  const kept = mostSevere(all, MAX_RESULTS)
  const facts = ruleFacts(
    rules,
    kept.map(({ diagnostic }) => diagnostic.rule),
  )
  const indexes = new Map(facts.map(({ id }, index) => [id, index]))
  const left = all.length - kept.length
  const limit = `SARIF 一次最多收${MAX_RESULTS}条，按级别从高到低写入，还有${left}条没有写入；全部结果见 -f json。`
  if (left > 0) tell(limit)
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'mulint',
            semanticVersion: run.version,
            language: 'zh-CN',
            rules: facts.map(descriptorOf),
            notifications: notificationKinds(run, left > 0).map((id) => ({ id })),
          },
        },
        automationDetails: { id: 'mulint/' },
        originalUriBaseIds: { [BASE]: { description: { text: '运行 mulint 的文件夹' } } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: run.files.every(({ crash }) => crash === undefined),
            toolExecutionNotifications: [
              ...run.files.flatMap(notificationsOf),
              ...(left > 0 ? [notification(LIMIT, 'warning', limit)] : []),
            ],
          },
        ],
        results: kept.map(({ file, diagnostic, ...state }) => ({
          ...resultOf(file, diagnostic, indexes),
          ...state,
        })),
        properties: { registryDate: run.registryDate },
      },
    ],
  }
  return `${escapeUnprintable(JSON.stringify(log, undefined, 2))}\n`
}

const BASE = '%SRCROOT%'
const UNREADABLE = 'input-unreadable'
const LIMIT = 'results-limit'

interface Found {
  readonly file: FileResult
  readonly diagnostic: Diagnostic
  readonly suppressions?: readonly object[]
  readonly baselineState?: 'unchanged'
}

/** What is told of a file, what waivers set aside and what the baseline knows. */
function foundIn(file: FileResult): readonly Found[] {
  const { diagnostics, suppressed = [], known = [] } = file
  return [
    ...diagnostics.map((diagnostic) => ({ file, diagnostic })),
    ...suppressed.map(({ diagnostic, waiver }) => ({
      file,
      diagnostic,
      suppressions: [
        {
          kind: waiver.source.kind === 'comment' ? 'inSource' : 'external',
          justification: printable(waiver.reason),
        },
      ],
    })),
    ...known.map((diagnostic) => ({ file, diagnostic, baselineState: 'unchanged' as const })),
  ]
}

/** As many as there is room for, the most severe ones, in the order in which they stand. */
function mostSevere<T extends { readonly diagnostic: Diagnostic }>(
  all: readonly T[],
  room: number,
): readonly T[] {
  if (all.length <= room) return all
  const rank = ({ diagnostic }: T) => SEVERITIES.indexOf(diagnostic.severity)
  const kept = new Set([...all].sort((a, b) => rank(a) - rank(b)).slice(0, room))
  return all.filter((one) => kept.has(one))
}

function descriptorOf({ id, title, severity, certainty, tags, why, how, basis }: RuleFacts) {
  return {
    id,
    name: title,
    shortDescription: { text: title },
    fullDescription: { text: why ?? title },
    help: { text: helpText(title, why, how, basis), markdown: helpPage(title, why, how, basis) },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags,
      precision: PRECISIONS[certainty],
      'problem.severity': PROBLEMS[severity],
    },
  }
}

type Told = readonly [
  title: string,
  why: string | undefined,
  how: string | undefined,
  basis: readonly string[],
]

function helpText(...[title, why, how, basis]: Told): string {
  return [
    title,
    ...(why === undefined ? [] : [`为什么：${why}`]),
    ...(how === undefined ? [] : [`怎么改：${how}`]),
    ...basis.map((line) => `依据：${line}`),
  ].join('\n')
}

function helpPage(...[title, why, how, basis]: Told): string {
  return [
    `# ${title}`,
    ...(why === undefined ? [] : ['## 为什么', why]),
    ...(how === undefined ? [] : ['## 怎么改', how]),
    ...(basis.length === 0 ? [] : ['## 依据', basis.map((line) => `- ${line}`).join('\n')]),
  ].join('\n\n')
}

/** One finding. */
function resultOf(file: FileResult, diagnostic: Diagnostic, indexes: ReadonlyMap<string, number>) {
  const { rule, severity, location, fingerprint, messageId, certainty } = diagnostic
  const { expected, evidence } = diagnostic
  const related = relatedLocations(file, diagnostic)
  const fixes = fixesOf(file, diagnostic)
  return {
    ruleId: rule,
    ruleIndex: indexes.get(rule),
    level: LEVELS[severity],
    message: messageOf(`${placeWords(location)}${diagnostic.message}`),
    locations: [locationOf(file, location)],
    ...(related.length > 0 && { relatedLocations: related }),
    partialFingerprints: { 'mulintRow/v1': fingerprint },
    ...(fixes.length > 0 && { fixes }),
    properties: {
      messageId,
      certainty,
      ...(expected.length > 0 && { expected }),
      ...(evidence.length > 0 && { evidence }),
    },
  }
}

// SARIF reads {0} as an argument and [words](1) as a link, which no cell may put there.
function messageOf(text: string) {
  return { text: text.replace(/[{}]/gu, '$&$&').replaceAll('](', '] (') }
}

function locationOf({ path }: FileResult, location: Location) {
  const { label, line, col, endLine, endCol } = location
  const name = line === undefined ? placeName(location) : ''
  return {
    physicalLocation: {
      artifactLocation: artifactOf(path),
      // What has no lines gets the first character, without which code scanning shows nothing.
      region:
        line === undefined
          ? { startLine: 1, startColumn: 1 }
          : { startLine: line, startColumn: col, endLine, endColumn: endCol },
    },
    logicalLocations: [
      {
        name: printable(label),
        ...(name !== '' && { fullyQualifiedName: name }),
        ...(location.row !== undefined && { kind: 'cell' }),
      },
    ],
  }
}

function artifactOf(path: string) {
  const uri = pathUri(path)
  // What lies outside the folder is not found from its base.
  return uri.startsWith('../') || uri.startsWith('file:') ? { uri } : { uri, uriBaseId: BASE }
}

function relatedLocations(file: FileResult, { related }: Diagnostic) {
  const told = related.map(({ message, location }) => ({
    ...locationOf(file, location),
    message: messageOf(`${printable(location.label)}：${message}`),
  }))
  const distinct = new Map(told.map((one) => [JSON.stringify(one), one]))
  return [...distinct.values()].slice(0, MAX_PLACES)
}

/** A fix of a text file, in characters of its text; other formats have no such places. */
function fixesOf({ path }: FileResult, { fix }: Diagnostic) {
  if (fix === undefined) return []
  const isPlain = fix.edits.every(
    ({ passage, text }) => passage.origin.kind === 'text' && !NEEDS_ESCAPING.test(text),
  )
  if (!isPlain) return []
  const replacements = fix.edits.map(({ passage, span, text }) => {
    const { start, end } = sourceSpan({ passage, span })
    return {
      deletedRegion: { charOffset: start, charLength: end - start },
      insertedContent: { text },
    }
  })
  return [
    {
      description: { text: fix.safety === 'safe' ? '改法唯一' : '供参考，由人决定' },
      artifactChanges: [{ artifactLocation: artifactOf(path), replacements }],
    },
  ]
}

type Level = 'error' | 'warning' | 'note'

function notification(id: string, level: Level, text: string, file?: FileResult) {
  return {
    descriptor: { id },
    level,
    message: messageOf(text),
    ...(file && {
      locations: [{ physicalLocation: { artifactLocation: artifactOf(file.path) } }],
    }),
  }
}

/** That a file could not be read, and what was noticed while reading one. */
function notificationsOf(file: FileResult) {
  const failed =
    file.status === 'unreadable'
      ? file.diagnostics.map(({ message }) => notification(UNREADABLE, 'error', message, file))
      : []
  const noticed = file.notices.map(({ kind, text }) =>
    notification(kind, 'note', printable(text), file),
  )
  return [...failed, ...noticed]
}

function notificationKinds({ files }: RunResult, isCut: boolean): readonly string[] {
  const kinds = files.flatMap(({ status, notices }) => [
    ...(status === 'unreadable' ? [UNREADABLE] : []),
    ...notices.map(({ kind }) => kind),
  ])
  return [...new Set(isCut ? [...kinds, LIMIT] : kinds)].sort()
}
