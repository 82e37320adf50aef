import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'

/**
 * Writes a file whole or not at all: to a neighbour first, which then takes its name. A link goes on
 * pointing where it did, and what is no file (`/dev/stdout`, a pipe) is written into. `mode` is what
 * the file may be used for; the usual when absent.
 */
export function save(file: string, content: string | Uint8Array, mode?: number): void {
  if (isStream(file)) writeFileSync(file, content, { flag: 'a' })
  else replace(whereItLies(file), content, mode)
}

/** A path without links; one of a file that is not there stays as it is. */
export function whereItLies(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    return file
  }
}

function isStream(file: string): boolean {
  const there = statSync(file, { throwIfNoEntry: false })
  // Standard output that was led into a file is a file, and still must not be replaced.
  return there !== undefined && !there.isDirectory() && (!there.isFile() || /^\/dev\//u.test(file))
}

function replace(file: string, content: string | Uint8Array, mode: number | undefined): void {
  const neighbour = `${file}.${process.pid}.tmp`
  try {
    const descriptor = openSync(neighbour, 'w', mode)
    try {
      if (mode !== undefined) fchmodSync(descriptor, mode)
      writeFileSync(descriptor, content)
      // Where the power fails, the name must not be there before the content.
      if (mode !== undefined) fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(neighbour, file)
  } catch (error) {
    rmSync(neighbour, { force: true })
    throw error
  }
}
