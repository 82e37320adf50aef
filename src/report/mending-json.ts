import type { Change, MendedFile, MendRun } from '../engine/mending.ts'
import { escapeUnprintable } from '../text/printable.ts'
import { fileOf, placeOf } from './json.ts'

/** The account as JSON, version 1, as `schemas/fix.schema.json` defines it; ends with a line break. */
export function renderMendingJson(run: MendRun): string {
  const { files, unsafe, isTrial, rules, registryDate, version } = run
  const sum = (numberOf: (file: MendedFile) => number) =>
    files.reduce((total, file) => total + numberOf(file), 0)
  const account = {
    version: 1,
    tool: { name: 'mulint', version },
    registry: { date: registryDate },
    summary: {
      files: files.length,
      rules,
      mended: sum(({ mended }) => mended.length),
      leftOut: sum(({ leftOut }) => leftOut.length),
      left: sum(({ result }) => (result.status === 'checked' ? result.diagnostics.length : 0)),
      refused: sum(({ refusal }) => (refusal === undefined ? 0 : 1)),
      unreadable: sum(({ result }) => (result.status === 'unreadable' ? 1 : 0)),
      unwritten: sum(({ isUnwritten }) => (isUnwritten ? 1 : 0)),
    },
    unsafe,
    trial: isTrial,
    files: files.map(accountOf),
  }
  return `${escapeUnprintable(JSON.stringify(account, undefined, 2))}\n`
}

function accountOf({ result, mended, leftOut, ...file }: MendedFile) {
  const { findings, ...about } = fileOf(result)
  return {
    ...about,
    refusal: file.refusal,
    output: file.output,
    written: file.output !== undefined && file.isUnwritten !== true,
    ...(file.remarks.length > 0 && { remarks: file.remarks }),
    ...(file.restless.length > 0 && { restless: file.restless }),
    mended: mended.map(({ diagnostic, changes }) => ({
      rule: diagnostic.rule,
      safety: diagnostic.fix?.safety,
      message: diagnostic.message,
      fingerprint: diagnostic.fingerprint,
      changes: changes.map(changeOf),
    })),
    leftOut: leftOut.map(({ diagnostic, why }) => ({
      rule: diagnostic.rule,
      safety: diagnostic.fix?.safety,
      message: diagnostic.message,
      fingerprint: diagnostic.fingerprint,
      place: placeOf(diagnostic.location),
      why,
    })),
    left: findings,
  }
}

function changeOf({ location, before, after, row }: Change) {
  return {
    place: placeOf(location),
    before,
    after,
    row,
  }
}
