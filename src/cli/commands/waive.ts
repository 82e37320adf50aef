import type { Diagnostic } from '../../engine/diagnostic.ts'
import { isInRow, waivableNames } from '../../engine/suppress.ts'
import { type RowScope, roleNamed, unknownRole, unknownRule } from '../../engine/waiver.ts'
import { findFiles, type InputFile } from '../../node/files.ts'
import { run } from '../../node/run.ts'
import type { NewWaiver } from '../../node/waiver-writer.ts'
import { isThere, waiverFilesOf } from '../../node/waivers.ts'
import { familyOf } from '../../rule/rule.ts'
import { withoutSpace } from '../../text/normalise.ts'
import { printable } from '../../text/printable.ts'
import { type Arguments, dayOf, listOf, textOf } from '../arguments.ts'
import { EXIT, UsageError } from '../exit-code.ts'
import { readRunOptions } from '../inputs.ts'
import type { Terminal } from '../terminal.ts'

/** Places are named up to this many. */
const NAMED = 8

/** `mulint waive`: writes one waiver beside a document, for findings that are really there. */
export async function waive(given: Arguments, terminal: Terminal): Promise<number> {
  const file = await inputOf(given, terminal)
  const [rule, ...more] = listOf(given, 'rule')
  if (rule === undefined || more.length > 0) {
    throw new UsageError('waive 要用 --rule 写明一条规则或者一个规则族')
  }
  const reason = wordsOf(given, 'reason')
  if (reason === undefined) throw new UsageError('waive 要用 --reason 写明理由')
  const expires = dayOf(given, 'expires')
  if (expires !== undefined && expires < terminal.today) {
    throw new UsageError(`--expires ${expires} 已经过去，豁免到期后不起作用`)
  }
  const scope = scopeOf(given)

  const found = await findingsOf(file, given, terminal, rule)
  const matched = found.filter((one) => isInRow(one, scope))
  if (matched.length === 0) throw new UsageError(nothing(file.path, rule, found))
  const basis = wordsOf(given, 'basis')
  const approver = wordsOf(given, 'approver')
  const waiver: NewWaiver = {
    ...settled(rule, scope, found, matched),
    reason,
    ...(basis !== undefined && { basis }),
    ...(approver !== undefined && { approver }),
    ...(expires !== undefined && { expires }),
  }
  const [exact, common] = waiverFilesOf(file.file)
  const target = isThere(exact) ? exact : common
  const { addWaiver } = await import('../../node/waiver-writer.ts')
  const changed = addWaiver(target, nameBeside(file.path, target), waiver)
  const did = { added: '写入', changed: '更新', same: '已经写在' }[changed]
  terminal.out(
    `${printable(`${did} ${nameBeside(file.path, target)}：豁免 ${rule}，${placesOf(matched)}`)}。\n`,
  )
  return EXIT.clean
}

async function inputOf(given: Arguments, terminal: Terminal): Promise<InputFile> {
  const [path, ...more] = given.positionals
  if (path === undefined || more.length > 0) throw new UsageError('waive 后面写一个文件')
  const { files } = await findFiles([path], terminal.folder)
  const [file] = files
  if (file === undefined || !file.isNamed) {
    throw new UsageError(`“${printable(path)}”不是一个能检查的文件`)
  }
  return file
}

function wordsOf(given: Arguments, name: string): string | undefined {
  const text = textOf(given, name)?.replace(/\s+/gu, ' ').trim()
  return text === '' ? undefined : text
}

function scopeOf(given: Arguments): Omit<RowScope, 'kind'> {
  const entry = wordsOf(given, 'entry')
  const item = wordsOf(given, 'item')
  const named = wordsOf(given, 'role')
  const role = named === undefined ? undefined : roleNamed(named)
  if (named !== undefined && role === undefined) {
    throw new UsageError(printable(`--role：${unknownRole(named)}`))
  }
  return {
    ...(entry !== undefined && { entry }),
    ...(item !== undefined && { item: withoutSpace(item) }),
    ...(role !== undefined && { role }),
  }
}

/** What the rule finds in the file, waived or not. */
async function findingsOf(
  file: InputFile,
  given: Arguments,
  terminal: Terminal,
  rule: string,
): Promise<readonly Diagnostic[]> {
  // To --rule and --entry other commands give another meaning.
  const values = new Map(given.values)
  for (const name of ['rule', 'entry', 'no-inline-config', 'waivers']) values.delete(name)
  const options = await readRunOptions({ ...given, values }, terminal)
  const judged = await options.fileSettings.of(file.file)
  const unknown = unknownRule(rule, waivableNames(judged.settings))
  if (unknown !== undefined) throw new UsageError(unknown.replace(/。$/u, ''))
  const perFile = new Map([[file.file, judged]])
  const waivers = { ignoresOwn: true }
  const [result] = (await run([file], { ...options, perFile, waivers })).files
  if (result === undefined || result.status !== 'checked') {
    const why = result?.diagnostics[0]?.message.replace(/。$/u, '') ?? ''
    throw new UsageError(printable(`${file.path} 没有检查：${why}`))
  }
  return result.diagnostics.filter((one) => one.rule === rule || familyOf(one.rule) === rule)
}

/**
 * The place as it is written down. Where the item alone means the same findings, it stands instead
 * of the 序号, which changes as soon as a row is inserted.
 */
function settled(
  rule: string,
  scope: Omit<RowScope, 'kind'>,
  found: readonly Diagnostic[],
  matched: readonly Diagnostic[],
): Omit<NewWaiver, 'reason'> {
  const { entry, item, ...rest } = scope
  if (entry === undefined) return { rule, ...scope }
  const items = new Set(matched.map((one) => one.item))
  const [only] = items
  if (item !== undefined || items.size !== 1 || only === undefined) return { rule, ...scope }
  const meant = found.filter((one) => isInRow(one, { item: only, ...rest }))
  if (meant.length !== matched.length) return { rule, entry, item: only, ...rest }
  return { rule, item: only, ...rest, seen: entry }
}

function nothing(path: string, rule: string, found: readonly Diagnostic[]): string {
  if (found.length === 0) return printable(`${path} 里没有 ${rule} 的问题，没有可以豁免的`)
  return printable(`${path} 的这一处没有 ${rule} 的问题，有的是${placesOf(found)}`)
}

function placesOf(found: readonly Diagnostic[]): string {
  const places = [...new Set(found.map(({ location }) => location.label))]
  const more = places.length > NAMED ? `等${places.length}处` : ''
  return `${places.slice(0, NAMED).join('、')}${more}`
}

/** A file beside another, as messages name it. */
function nameBeside(path: string, file: string): string {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  return folder + file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)
}
