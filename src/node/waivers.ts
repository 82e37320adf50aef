import { lstatSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { Settings } from '../engine/settings.ts'
import { type Waiving, waivableNames } from '../engine/suppress.ts'
import type { InputFile } from './files.ts'
import { WAIVERS_END } from './own-files.ts'
import type { GivenWaivers } from './waiver-file.ts'

/** Which waivers count in a run. */
export interface WaiverOptions {
  /** What lies beside a document or stands in it waives nothing. */
  readonly ignoresOwn?: boolean
  /** Waivers that whoever runs the check brings along. */
  readonly given?: GivenWaivers
}

/** What is waived for a file: by the waivers beside it, and by those that came with the run. */
export async function waivingFor(
  file: InputFile,
  settings: Settings,
  { ignoresOwn = false, given }: WaiverOptions,
): Promise<Waiving> {
  const beside = ignoresOwn ? [] : waiverFilesOf(file.file).filter(isThere)
  const fromRun = given?.waiversFor(file.path) ?? []
  if (beside.length === 0) return { waivers: fromRun, ignoresComments: ignoresOwn }
  const { readWaiversBeside } = await import('./waiver-file.ts')
  const names = waivableNames(settings)
  const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1)
  const read = beside.map((one) => readWaiversBeside(one, folder + basename(one), names))
  return {
    waivers: [...read.flatMap(({ waivers }) => waivers), ...fromRun],
    faults: read.flatMap(({ faults }) => faults),
  }
}

/**
 * The files that may hold the waivers of a document: that of its whole name, 目录.xlsx.mulint.yaml,
 * for it alone, and that of its name, 目录.mulint.yaml, for whatever format it is saved in.
 */
export function waiverFilesOf(file: string): readonly [exact: string, common: string] {
  const common = basename(file, extname(file))
  return [`${file}${WAIVERS_END}`, join(dirname(file), `${common}${WAIVERS_END}`)]
}

/** A link in a submission might lead anywhere, so that it counts like a file that cannot be read. */
export function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined
}
