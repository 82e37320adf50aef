import type { Lawbook } from '../authority/lawbook.ts'
import type { Authorities } from '../authority/registry.ts'
import type { Diagnostic } from '../engine/diagnostic.ts'
import { lint, type Report } from '../engine/lint.ts'
import { applyReplacements, plan } from '../fix/plan.ts'
import { readDocument } from '../readers/choose.ts'
import { outdent, unmark } from '../rule/example.ts'
import type { BadExample, GoodExample, Rule } from '../rule/rule.ts'
import { LineMap, sourceSpan } from '../table/locate.ts'
import type { Place } from '../table/model.ts'
import type { Span } from '../text/span.ts'

/** What the examples of a rule are judged by. */
export interface ExampleTestOptions {
  readonly authorities: Authorities
  readonly lawbook?: Lawbook
  /** YYYY-MM-DD; a rule that does not hold on that day is tried on the nearest day on which it does. */
  readonly today: string
}

/** An example on which a rule did not do what it should. */
export interface ExampleFailure {
  /** Name of the example; absent where it is about the rule as a whole. */
  readonly example?: string
  /** One Chinese sentence without 。 */
  readonly reason: string
  readonly expected?: readonly string[]
  readonly actual?: readonly string[]
}

/** Runs every example of a rule. */
export async function testExamples(
  rule: Rule,
  options: ExampleTestOptions,
): Promise<readonly ExampleFailure[]> {
  const failures: ExampleFailure[] = []
  for (const example of rule.examples.good) {
    failures.push(...(await failuresOfGood(rule, example, options)))
  }
  const said = new Set<string>()
  for (const example of rule.examples.bad) {
    const { failures: found, requirements } = await failuresOfBad(rule, example, options)
    failures.push(...found)
    for (const requirement of requirements) said.add(requirement)
  }
  const silent = new Set(Object.keys(rule.messages).map(requirementOf))
  for (const one of said) silent.delete(one)
  if (rule.pack !== undefined && silent.size > 0 && failures.length === 0) {
    const reason = `${[...silent].join('、')} 没有会报的例子，每个要求应当至少有一个`
    failures.push({ reason })
  }
  return failures
}

/** Words and items that are missing have messages of one requirement: mentions:政府网站 */
function requirementOf(messageId: string): string {
  return messageId.split(':')[0] ?? messageId
}

async function failuresOfGood(
  rule: Rule,
  example: GoodExample,
  options: ExampleTestOptions,
): Promise<readonly ExampleFailure[]> {
  const { diagnostics, unread } = await tell(rule, example, outdent(example.table), options)
  if (unread !== undefined) return [{ example: example.name, reason: unread }]
  if (diagnostics.length === 0) return []
  return [{ example: example.name, reason: '不应当报', actual: sentences(diagnostics) }]
}

async function failuresOfBad(
  rule: Rule,
  example: BadExample,
  options: ExampleTestOptions,
): Promise<{
  readonly failures: readonly ExampleFailure[]
  readonly requirements: readonly string[]
}> {
  const { source, marks, pointers } = unmark(outdent(example.table))
  const { diagnostics, unread } = await tell(rule, example, source, options)
  const requirements = diagnostics.map(({ messageId }) => requirementOf(messageId))
  const fails = (failure: Omit<ExampleFailure, 'example'>) => ({
    failures: [{ example: example.name, ...failure }],
    requirements,
  })
  if (unread !== undefined) return fails({ reason: unread })
  const said = sentences(diagnostics)
  if (!isSame(said, example.says)) {
    return fails({ reason: '说的话不对', expected: example.says, actual: said })
  }
  const related = diagnostics.flatMap((one) => one.related)
  for (const [places, wanted] of [
    [diagnostics, marks],
    [related, pointers],
  ] as const) {
    const expected = wanted.map((span) => placeText(source, span))
    // What is said twice about one place is marked once.
    const actual = places
      .map(({ at }) => placeText(source, spanOf(at)))
      .filter((place, index, all) => place !== all[index - 1])
    if (!isSame(actual, expected)) return fails({ reason: '⟦⟧标的地方不对', expected, actual })
  }
  const output = applyReplacements(source, plan(diagnostics.flatMap(({ fix }) => fix ?? [])))
  const fixed = example.fixed === undefined ? source : outdent(example.fixed)
  if (output.trimEnd() !== fixed.trimEnd()) {
    const reason =
      example.fixed === undefined ? '会改动文字，应当写 fixed（改后的表）' : '改后的表不对'
    return fails({ reason, expected: lines(fixed), actual: lines(output) })
  }
  if (example.fixed === undefined) return { failures: [], requirements }
  const again = sentences((await tell(rule, example, output, options)).diagnostics)
  if (again.length > 0) return fails({ reason: '改后还会报', actual: again })
  return { failures: [], requirements }
}

function sentences(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.flatMap(({ message, related }) => [
    message,
    ...related.map((remark) => remark.message),
  ])
}

interface Telling {
  readonly diagnostics: readonly Diagnostic[]
  /** Why nothing was judged. */
  readonly unread?: string
}

async function tell(
  rule: Rule,
  { format = 'md', kind = rule.kinds[0], lastYear }: GoodExample,
  source: string,
  { today, ...others }: ExampleTestOptions,
): Promise<Telling> {
  const settings = { rules: [{ rule }], ...others, kind, today, asOf: dayFor(rule, today) }
  const read = (text: string, name: string) =>
    readDocument({ name, bytes: new TextEncoder().encode(text) })
  const before =
    lastYear === undefined ? undefined : lint(await read(outdent(lastYear), '上年.md'), settings)
  const document = await read(source, `例子.${format}`)
  const report = lint(document, settings, before?.figures)
  const unread = reasonUnread(report)
  return { diagnostics: report.diagnostics, ...(unread !== undefined && { unread }) }
}

/** Why an example shows nothing: its table was not recognised, or cannot be judged. */
function reasonUnread({ recognition, diagnostics }: Report): string | undefined {
  const { catalogues, tables } = recognition
  if (diagnostics.length > 0 || catalogues.some(({ refusal }) => refusal === undefined)) {
    return undefined
  }
  const rejected = tables.find((table) => table.rejected !== undefined)?.rejected
  return `例子没有认出${rejected === undefined ? '，应当写一张有表头的表' : `：${rejected.replace(/。$/u, '')}`}`
}

function dayFor({ holds }: Rule, today: string): string {
  if (holds?.from !== undefined && today < holds.from) return holds.from
  return holds?.to !== undefined && today > holds.to ? holds.to : today
}

function spanOf(at: Place | undefined): Span {
  if (at === undefined) throw new Error('example-test: a rule spoke about no place')
  return sourceSpan(at)
}

/** A place of an example as people find it; where nothing stands, any of the blanks of the cell will do. */
function placeText(source: string, { start, end }: Span): string {
  let first = start
  while (start === end && /[ \t]/u.test(source[first - 1] ?? '')) first--
  const { line, col } = new LineMap(source).range({ start: first, end: Math.max(first, end) })
  return `第${line}行第${col}个字符“${source.slice(start, end)}”`
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, index) => text === other[index])
}

function lines(text: string): readonly string[] {
  return text.trimEnd().split('\n')
}
