import { Document, isMap, type Node, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml'
import { roleNamed, type Waiver } from '../engine/waiver.ts'
import { withoutSpace } from '../text/normalise.ts'
import { printable } from '../text/printable.ts'
import { ConfigError } from './config-error.ts'
import { save } from './save.ts'
import { openWaivers, textOf, WAIVER_KEYS } from './waiver-file.ts'
import { isThere } from './waivers.ts'

/** A waiver to write, as it stands in a file. */
export interface NewWaiver
  extends Pick<Waiver, 'rule' | 'reason' | 'basis' | 'approver' | 'expires'> {
  readonly entry?: string
  readonly item?: string
  readonly role?: string
  /** The 序号 that the item has today, told in a remark. */
  readonly seen?: string
}

const PLACE_KEYS = ['rule', 'entry', 'item', 'role', 'fingerprint'] as const
const TEXT_KEYS = ['reason', 'basis', 'approver', 'expires'] as const

const HEAD = ' mulint 的豁免，一条一项；写法见 docs/waivers.md，也可以用 mulint waive 写。'

/**
 * Writes a waiver into a file, or new words into the one that stands there for the same place.
 * Everything else in the file stays. Throws {@link ConfigError}.
 */
export function addWaiver(
  file: string,
  name: string,
  waiver: NewWaiver,
): 'added' | 'changed' | 'same' {
  const old = isThere(file) ? openWaivers(file, name) : undefined
  const document = old?.document ?? new Document([])
  if (old === undefined) document.commentBefore = HEAD
  if (old?.items.length === 0) document.contents = document.createNode([]) as never
  const list = document.contents as unknown as YAMLSeq<Node>
  const there = old?.items.find((item) => isSamePlace(item, waiver))
  const did = there === undefined ? 'added' : revise(there as YAMLMap, waiver)
  if (did === 'same') return did
  if (there === undefined) {
    list.flow = false
    list.add(nodeOf(document, waiver))
  }
  write(file, name, old?.text ?? '', document.toString({ lineWidth: 0 }))
  return did
}

function nodeOf(document: Document, waiver: NewWaiver): Node {
  const pairs = WAIVER_KEYS.flatMap((key) => {
    const value = (waiver as unknown as Readonly<Record<string, string | undefined>>)[key]
    return value === undefined ? [] : [[key, value] as const]
  })
  const node = document.createNode(Object.fromEntries(pairs)) as YAMLMap
  if (waiver.seen !== undefined) {
    const item = node.get('item', true) as Scalar
    item.comment = ` 写下时是序号${printable(waiver.seen)}`
  }
  return node
}

function isSamePlace(item: Node, waiver: NewWaiver): boolean {
  if (!isMap(item)) return false
  return PLACE_KEYS.every((key) => {
    const written = wordsOf(item, key)
    const wanted = key === 'fingerprint' ? undefined : waiver[key]
    if (written === undefined || wanted === undefined) return written === wanted
    if (key === 'role') return roleNamed(written) === roleNamed(wanted)
    return key === 'item' ? withoutSpace(written) === withoutSpace(wanted) : written === wanted
  })
}

function revise(item: YAMLMap, waiver: NewWaiver): 'changed' | 'same' {
  let did: 'changed' | 'same' = 'same'
  for (const key of TEXT_KEYS) {
    const value = waiver[key]
    if (value === undefined || wordsOf(item, key) === value) continue
    item.set(key, value)
    did = 'changed'
  }
  return did
}

function wordsOf(item: YAMLMap, key: string): string | undefined {
  const text = textOf(item.get(key, true) as Node | undefined)?.trim()
  return text === '' ? undefined : text
}

/** Keeps a byte order mark and the line ends of what stood there. */
function write(file: string, name: string, old: string, yaml: string): void {
  const mark = old.startsWith('\uFEFF') ? '\uFEFF' : ''
  const plain = yaml.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n')
  const text = old.includes('\r\n') ? plain.replaceAll('\n', '\r\n') : plain
  try {
    save(file, mark + text)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new ConfigError(printable(`豁免文件写不进“${name}”（${code}），核对文件夹和权限`))
  }
}
