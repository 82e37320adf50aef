import type { MendRun } from '../engine/mending.ts'
import { renderMendingDiff } from './mending-diff.ts'
import { renderMendingJson } from './mending-json.ts'
import { renderMending } from './mending-text.ts'
import { choosePaint } from './paint.ts'

/** The accounts of what was mended, by name. */
export const MENDING_FORMATS = ['text', 'json', 'diff'] as const

export type MendingFormat = (typeof MENDING_FORMATS)[number]

/** Renders the account of a run of `fix`. */
export async function renderMendRun(
  name: MendingFormat,
  run: MendRun,
  color: boolean,
): Promise<string> {
  if (name === 'json') return renderMendingJson(run)
  const paint = await choosePaint(color)
  return name === 'diff' ? renderMendingDiff(run, paint) : renderMending(run, paint)
}
