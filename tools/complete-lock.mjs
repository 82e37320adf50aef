// Completes package-lock.json after `npm install` against a registry that does not serve the
// binaries of other platforms: npm leaves them out, and `npm ci` then calls the file incomplete.
// Run: node tools/complete-lock.mjs
import { readFileSync, writeFileSync } from 'node:fs'

const CPUS = [
  'arm64',
  'arm',
  'x64',
  'ia32',
  'ppc64',
  'riscv64',
  's390x',
  'loong64',
  'mips64el',
  'wasm32',
]
const SYSTEMS = [
  'android',
  'darwin',
  'linux',
  'win32',
  'freebsd',
  'netbsd',
  'openbsd',
  'sunos',
  'aix',
  'openharmony',
]

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const added = {}
for (const [path, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(optionalDependencies)) {
    if (lock.packages[`node_modules/${name}`] || lock.packages[`${path}/node_modules/${name}`])
      continue
    const words = name.split(/[/-]/u)
    const cpu = words.find((word) => CPUS.includes(word))
    const os = words.find((word) => SYSTEMS.includes(word))
    if (cpu === undefined) throw new Error(`${name}: not the binary of a platform`)
    added[`node_modules/${name}`] = {
      version: range.replace(/^[\^~]/u, ''),
      ...(dev && { dev }),
      cpu: [cpu],
      optional: true,
      ...(os && { os: [os] }),
    }
  }
}
lock.packages = Object.fromEntries(
  Object.entries({ ...lock.packages, ...added }).sort(([a], [b]) => (a < b ? -1 : 1)),
)
writeFileSync('package-lock.json', `${JSON.stringify(lock, undefined, 2)}\n`)
console.log(`added ${Object.keys(added).length} packages`)
