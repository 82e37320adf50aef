import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'

/**
 * Writes a file whole or not at all: to a neighbour first, which then takes its name. `mode` is
 * what the file may be used for; the usual when absent.
 */
export function save(file: string, content: string | Uint8Array, mode?: number): void {
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
