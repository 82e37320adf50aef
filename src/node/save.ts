import { renameSync, rmSync, writeFileSync } from 'node:fs'

/** Writes a file whole or not at all: to a neighbour first, which then takes its name. */
export function save(file: string, content: string | Uint8Array): void {
  const neighbour = `${file}.${process.pid}.tmp`
  try {
    writeFileSync(neighbour, content)
    renameSync(neighbour, file)
  } catch (error) {
    rmSync(neighbour, { force: true })
    throw error
  }
}
