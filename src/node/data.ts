import { existsSync, openSync, readFileSync, readSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Authorities } from '../authority/registry.ts'

/** The registry of authorities that this build ships with; nothing is read until it is asked. */
export function loadAuthorities(): Authorities {
  let file: number | undefined
  return new Authorities((start, end) => {
    file ??= openSync(join(distFolder(), 'authorities.txt'), 'r')
    const bytes = Buffer.allocUnsafe(end - start)
    readSync(file, bytes, 0, end - start, start)
    return bytes.toString('utf8')
  })
}

/** The version in package.json. */
export function loadVersion(): string {
  const text = readFileSync(join(distFolder(), '..', 'package.json'), 'utf8')
  return /"version":\s*"([^"]+)"/u.exec(text)?.[1] ?? '0.0.0'
}

/** The folder `dist`, wherever in it this module was put by the compiler or the bundler. */
export function distFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'authorities.txt'))) {
    const above = dirname(folder)
    if (above === folder) throw new Error('dist/authorities.txt is missing: run npm run build')
    folder = existsSync(join(above, 'dist', 'authorities.txt')) ? join(above, 'dist') : above
  }
  return folder
}
