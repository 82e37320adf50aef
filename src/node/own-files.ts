import { basename } from 'node:path'

/** What a file of waivers beside a document ends with. */
export const WAIVERS_END = '.mulint.yaml'

/** Where a baseline is written unless somebody says otherwise. */
export const BASELINE_NAME = 'mulint-baseline.json'

/** Whether a file is one of mulint's own, which is no document to check. */
export function isOwnFile(file: string): boolean {
  const name = basename(file).toLowerCase()
  return name.endsWith(WAIVERS_END) || name === BASELINE_NAME
}
