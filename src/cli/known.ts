import { isAbsolute, relative, resolve, sep } from 'node:path'
import { compare } from '../engine/baseline.ts'
import type { RunResult } from '../engine/result.ts'
import type { Settings } from '../engine/settings.ts'
import { isAsked } from '../engine/suppress.ts'
import type { Waiver } from '../engine/waiver.ts'
import { readBaseline, surroundings } from '../node/baseline-file.ts'
import type { GivenWaivers } from '../node/waiver-file.ts'
import { printable } from '../text/printable.ts'
import { UsageError } from './exit-code.ts'
import type { Terminal } from './terminal.ts'

export interface WithoutKnown {
  readonly result: RunResult
  /** Number of findings that the baseline knows and that are gone. */
  readonly stale: number
}

/** The result without what a baseline knows; says on the side what became of the rest of it. */
export function withoutKnown(
  result: RunResult,
  named: string,
  settingsOf: (path: string) => Settings,
  terminal: Terminal,
): WithoutKnown {
  const file = resolve(terminal.folder, named)
  const name = nameOfBaseline(named, terminal)
  const baseline = readBaseline(file, name)
  if (baseline === undefined) {
    throw new UsageError(`没有基准“${printable(name)}”，先用 mulint baseline 写一个`)
  }
  const around = surroundings(file, terminal.folder, settingsOf)
  const { files, stale, moved } = compare(result.files, baseline, around)
  const gone = [...stale.values()].reduce((sum, entries) => sum + entries.length, 0)
  for (const { from, to } of moved) {
    const told = `${to} 的问题同 ${from} 全部相同，看作改名，按存量处理；运行 mulint baseline 更新`
    terminal.error(`mulint：${printable(told)}\n`)
  }
  if (gone > 0) {
    const told = `基准 ${name} 里有${gone}条已经不再出现，运行 mulint baseline 清掉`
    terminal.error(`mulint：${printable(told)}\n`)
  }
  return { result: { ...result, files }, stale: gone }
}

/** What messages call a baseline; settings give whole paths. */
export function nameOfBaseline(named: string, { folder }: Terminal): string {
  return isAbsolute(named) ? relative(folder, named).split(sep).join('/') || '.' : named
}

/** Says which waivers that came with the run were of no use to any of the files that they are about. */
export function tellIdleWaivers(
  { files }: RunResult,
  given: GivenWaivers | undefined,
  settingsOf: (path: string) => Settings,
  terminal: Terminal,
): void {
  if (given === undefined) return
  const checked = files.filter(({ status }) => status === 'checked')
  const meant = new Map<Waiver, Set<Settings>>()
  for (const { path } of checked) {
    for (const waiver of given.waiversFor(path)) {
      meant.set(waiver, (meant.get(waiver) ?? new Set()).add(settingsOf(path)))
    }
  }
  const suppressed = checked.flatMap(({ suppressed = [] }) => suppressed)
  const used = new Set(suppressed.map(({ waiver }) => waiver))
  for (const waiver of given.all) {
    const judges = meant.get(waiver)
    if (used.has(waiver) || judges === undefined) continue
    const fault = faultOf(waiver, terminal.today)
    if (fault !== undefined || [...judges].every((settings) => isAsked(waiver.rule, settings))) {
      terminal.error(`mulint：${printable(`${placeOf(waiver)}${fault ?? '没有对应的问题'}`)}\n`)
    }
  }
}

function faultOf({ expires }: Waiver, today: string): string | undefined {
  return expires !== undefined && expires < today ? `已于${expires}到期，不再起作用` : undefined
}

function placeOf({ rule, source }: Waiver): string {
  const where = source.kind === 'file' ? `${source.path} 第${source.line}行` : ''
  return `${where}豁免 ${rule} `
}
