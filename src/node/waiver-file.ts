import { lstatSync, readFileSync } from 'node:fs'
import { relative, sep } from 'node:path'
import picomatch from 'picomatch'
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
} from 'yaml'
import {
  noReason,
  type RowScope,
  type RuleNames,
  roleNamed,
  unknownRole,
  unknownRule,
  type Waiver,
  type WaiverFault,
  type WaiverFilePlace,
  type WaiverScope,
} from '../engine/waiver.ts'
import { nearest } from '../text/distance.ts'
import { excerpt, printable } from '../text/printable.ts'
import { ConfigError } from './config-error.ts'
import { isDay } from './day.ts'

/** More than a thousand waivers with their reasons. */
const MAX_BYTES = 256 * 1024
const MAX_WAIVERS = 2_000

/** Deeper than any waiver; the parser calls itself for each level. */
const MAX_DEPTH = 20

/** The keys of a waiver, in the order in which they are written. */
export const WAIVER_KEYS = [
  'file',
  'rule',
  'entry',
  'item',
  'role',
  'fingerprint',
  'reason',
  'basis',
  'approver',
  'expires',
] as const
export type WaiverKey = (typeof WAIVER_KEYS)[number]

/** A file of waivers that came with a run. */
export interface GivenWaivers {
  readonly all: readonly Waiver[]
  waiversFor(path: string): readonly Waiver[]
}

/** What a file of waivers says, and what is wrong with it. */
export interface WaiverFile {
  readonly waivers: readonly Waiver[]
  readonly faults: readonly WaiverFault[]
}

/** Thrown for a file of waivers that cannot be used at all; `message` is a Chinese sentence without 。. */
class WaiverFileError extends Error {
  readonly line: number

  constructor(message: string, line = 1) {
    super(message)
    this.line = line
  }
}

/** The waivers beside a document. Whatever is wrong with them is told and not thrown. */
export function readWaiversBeside(file: string, path: string, names: RuleNames): WaiverFile {
  try {
    const { waivers, faults } = readWaivers(parseWaivers(readText(file)), path, names)
    return { waivers: waivers.map(({ waiver }) => waiver), faults }
  } catch (error) {
    if (!(error instanceof WaiverFileError)) throw error
    const source = { kind: 'file', path, line: error.line } as const
    const message = printable(`豁免文件${error.message}；其中的豁免都不起作用。`)
    return { waivers: [], faults: [{ finding: 'waiver-unreadable', message, source }] }
  }
}

/** The waivers that whoever runs the check brings along. Throws {@link ConfigError}. */
export function readGivenWaivers(file: string, folder: string, names: RuleNames): GivenWaivers {
  const path = relative(folder, file).split(sep).join('/')
  const { waivers, faults } = orConfigError(path, () =>
    readWaivers(parseWaivers(readText(file)), path, names, true),
  )
  const [fault] = faults
  if (fault !== undefined) {
    const line = fault.source.kind === 'file' ? `:${fault.source.line}` : ''
    throw new ConfigError(`${printable(path)}${line} ${fault.message.replace(/。$/u, '')}`)
  }
  const matched = waivers.map(({ waiver, file }) => ({ waiver, matches: patternOf(file) }))
  return {
    all: matched.map(({ waiver }) => waiver),
    waiversFor: (path) =>
      matched.filter(({ matches }) => matches(path)).map(({ waiver }) => waiver),
  }
}

/** A pattern without a folder is about files of that name anywhere. */
function patternOf(file = '**'): (path: string) => boolean {
  return picomatch(file, {
    dot: true,
    noextglob: true,
    nonegate: true,
    basename: !file.includes('/'),
  })
}

/** The YAML of a file of waivers. Throws {@link ConfigError} when it is not one. */
export function openWaivers(file: string, path: string): Parsed {
  return orConfigError(path, () => parseWaivers(readText(file)))
}

function orConfigError<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof WaiverFileError)) throw error
    throw new ConfigError(printable(`${path}:${error.line} 豁免文件${error.message}`))
  }
}

function readText(file: string): string {
  try {
    const stats = lstatSync(file)
    if (!stats.isFile()) throw new WaiverFileError('不是普通文件')
    if (stats.size > MAX_BYTES) throw new WaiverFileError(`超过${MAX_BYTES / 1024} KB`)
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file))
  } catch (error) {
    if (error instanceof WaiverFileError) throw error
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new WaiverFileError('不存在')
    if (code !== 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw new WaiverFileError(`读不出来（${code}）`)
    throw new WaiverFileError('不是 UTF-8 文本，应当另存为 UTF-8')
  }
}

/** A file of waivers as it was parsed; `items` are its waivers. */
export interface Parsed {
  readonly text: string
  readonly document: Document.Parsed
  readonly items: readonly Node[]
  lineOf(node: Node | null | undefined): number
}

function parseWaivers(text: string): Parsed {
  const counter = new LineCounter()
  // The parser knows a byte order mark only before some beginnings.
  const document = parseYaml(text.replace(/^\uFEFF/u, ''), counter)
  const [error] = document.errors
  const lineAt = (offset: number) => Math.max(1, counter.linePos(offset).line)
  if (error !== undefined) {
    throw new WaiverFileError('不合 YAML 的写法', lineAt(error.pos[0]))
  }
  const lineOf = (node: Node | null | undefined) => lineAt(node?.range?.[0] ?? 0)
  const { contents } = document
  if (contents === null) return { text, document, items: [], lineOf }
  if (isScalar(contents) && contents.value === null) return { text, document, items: [], lineOf }
  if (!isSeq(contents)) {
    throw new WaiverFileError('应当是一个列表，每条豁免以“- rule:”开头', lineOf(contents as Node))
  }
  if (contents.items.length > MAX_WAIVERS) {
    throw new WaiverFileError(`超过${MAX_WAIVERS}条，应当改用 mulint baseline`)
  }
  return { text, document, items: contents.items as Node[], lineOf }
}

function parseYaml(text: string, lineCounter: LineCounter): Document.Parsed {
  if (isTooDeep(text)) throw new WaiverFileError(`嵌套超过${MAX_DEPTH}层`)
  try {
    return parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      // With 'silent' a second document in the file would be dropped without a word.
      logLevel: 'error',
      // The parser would compare each key with each.
      uniqueKeys: false,
    })
  } catch {
    throw new WaiverFileError('不合 YAML 的写法')
  }
}

// - - - or ? ? ? in a line, and lines that are indented deeper and deeper.
const DASHES = /^[ \t]*(?:[-?:][ \t]+){20}/mu
const INDENTED = /^ {100}/mu

/** A look at the text before it is parsed: the parser calls itself for each level and may not survive. */
function isTooDeep(text: string): boolean {
  let depth = 0
  for (const [bracket] of text.matchAll(/[[\]{}]/gu)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1)
    if (depth > MAX_DEPTH) return true
  }
  return DASHES.test(text) || INDENTED.test(text)
}

interface ReadWaiver {
  readonly waiver: Waiver
  /** Pattern of the files that it is about. */
  readonly file: string | undefined
}

function readWaivers(
  { items, lineOf }: Parsed,
  path: string,
  names: RuleNames,
  isGiven = false,
): { readonly waivers: readonly ReadWaiver[]; readonly faults: readonly WaiverFault[] } {
  const waivers: ReadWaiver[] = []
  const faults: WaiverFault[] = []
  for (const item of items) {
    const place = (node: Node | null | undefined): WaiverFilePlace => {
      const source = { kind: 'file', path, line: lineOf(node) } as const
      return isGiven ? { ...source, isGiven } : source
    }
    const read = readWaiver(item, names, place, isGiven)
    if ('waiver' in read) waivers.push(read)
    else faults.push(read)
  }
  return { waivers, faults }
}

type Place = (node: Node | null | undefined) => WaiverFilePlace

/** One waiver, or what makes it void. */
function readWaiver(
  item: Node,
  names: RuleNames,
  place: Place,
  isGiven: boolean,
): ReadWaiver | WaiverFault {
  const unknown = (node: Node | null | undefined, message: string): WaiverFault => ({
    finding: 'waiver-unknown',
    message: printable(`${message}；这条豁免不起作用。`),
    source: place(node),
  })
  if (!isMap(item)) return unknown(item, '豁免应当写作“- rule: …”和“reason: …”等几行')
  const values = new Map<WaiverKey, string>()
  for (const { key, value } of item.items as Pair<Node, Node | null>[]) {
    const name = textOf(key)
    if (name === undefined || !isKey(name, isGiven)) {
      return unknown(key, unknownKey(name ?? '', isGiven))
    }
    const text = textOf(value)
    if (text === undefined) return unknown(key, `${name} 应当是一行文字`)
    if (values.has(name)) return unknown(key, `${name} 写了两次`)
    values.set(name, text.trim())
  }
  for (const [name, text] of values) if (text === '') values.delete(name)
  const rule = values.get('rule')
  if (rule === undefined) return unknown(item, '豁免缺少 rule')
  const wrongRule = unknownRule(rule, names)
  if (wrongRule !== undefined) {
    return { finding: 'waiver-unknown', message: wrongRule, source: place(item) }
  }
  const reason = values.get('reason')
  if (reason === undefined) {
    return { finding: 'waiver-no-reason', message: noReason(rule), source: place(item) }
  }
  const role = values.get('role')
  const knownRole = role === undefined ? undefined : roleNamed(role)
  if (role !== undefined && knownRole === undefined) return unknown(item, unknownRole(role))
  const expires = values.get('expires')
  if (expires !== undefined && !isDay(expires)) {
    return unknown(item, `expires 应当是存在的日期，写作 YYYY-MM-DD，不能是“${short(expires)}”`)
  }
  const basis = values.get('basis')
  const approver = values.get('approver')
  return {
    waiver: {
      rule,
      scope: scopeOf(values, knownRole),
      reason,
      ...(basis !== undefined && { basis }),
      ...(approver !== undefined && { approver }),
      ...(expires !== undefined && { expires }),
      source: place(item),
    },
    file: values.get('file'),
  }
}

function scopeOf(values: ReadonlyMap<WaiverKey, string>, role: RowScope['role']): WaiverScope {
  const entry = values.get('entry')
  const item = values.get('item')
  const fingerprint = values.get('fingerprint')
  const row: RowScope = {
    kind: 'row',
    ...(entry !== undefined && { entry }),
    ...(item !== undefined && { item }),
    ...(role !== undefined && { role }),
    ...(fingerprint !== undefined && { fingerprint }),
  }
  return Object.keys(row).length > 1 ? row : { kind: 'file' }
}

function isKey(name: string, isGiven: boolean): name is WaiverKey {
  return keysFor(isGiven).some((key) => key === name)
}

/** Beside a document there is only that document. */
function keysFor(isGiven: boolean): readonly WaiverKey[] {
  return isGiven ? WAIVER_KEYS : WAIVER_KEYS.filter((key) => key !== 'file')
}

function unknownKey(name: string, isGiven: boolean): string {
  const keys = keysFor(isGiven)
  const near = nearest(name, keys)
  const hint = near === undefined ? `，可以是 ${keys.join('、')}` : `，是否指 ${near}`
  return `豁免没有“${short(name)}”这一项${hint}`
}

/** A scalar as it is written (012 stays 012); undefined for anything else, an alias among them. */
export function textOf(node: Node | null | undefined): string | undefined {
  if (node === null || node === undefined) return ''
  if (isAlias(node) || !isScalar(node) || node.anchor !== undefined) return undefined
  if (typeof node.value === 'string') return node.value
  return node.value === null ? '' : (node.source ?? String(node.value))
}

function short(text: string): string {
  return excerpt(text, 40)
}
