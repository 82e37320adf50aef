import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Folders that are compiled file for file. */
const COMPILED = ['rules', 'src', 'tools']

/** Removes what was compiled from sources that are gone; the compiler leaves it where it is. */
export function removeStale(): void {
  for (const folder of COMPILED) {
    for (const name of readdirSync(join('dist', folder), { recursive: true, encoding: 'utf8' })) {
      const source = join(folder, name.replace(/\.(?:d\.ts|js|js\.map)$/u, '.ts'))
      if (!existsSync(source)) rmSync(join('dist', folder, name), { recursive: true, force: true })
    }
  }
}
