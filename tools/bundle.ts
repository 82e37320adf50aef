import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import { compileAuthorities } from './compile-authorities.ts'
import { removeStale } from './stale.ts'

/** What only some runs load, each a script of its own in dist/cli/lazy. */
const LAZY: Readonly<Record<string, string>> = {
  parsed: 'dist/src/readers/markdown/parsed.js',
  html: 'dist/src/readers/html/index.js',
  zip: 'dist/src/readers/package/zip.js',
  relationships: 'dist/src/readers/package/relationships.js',
  compound: 'dist/src/readers/compound/index.js',
  xlsx: 'dist/src/readers/sheet/xlsx.js',
  xls: 'dist/src/readers/sheet/xls.js',
  docx: 'dist/src/readers/word/docx.js',
  doc: 'dist/src/readers/word/doc.js',
  pdf: 'dist/src/readers/pdf/index.js',
  slow: 'dist/src/node/slow-reader.js',
  config: 'dist/src/node/config.js',
  yaml: 'dist/src/node/yaml.js',
  'executable-config': 'dist/src/node/executable-config.js',
  dictionary: 'dist/src/node/dictionary.js',
  glob: 'dist/src/node/glob.js',
  'own-authorities': 'dist/src/node/own-authorities.js',
  packs: 'dist/src/node/packs.js',
  lawbook: 'dist/src/node/lawbook.js',
  'waiver-file': 'dist/src/node/waiver-file.js',
  'waiver-writer': 'dist/src/node/waiver-writer.js',
  known: 'dist/src/cli/known.js',
  help: 'dist/src/cli/commands/help.js',
  other: 'dist/src/cli/commands/other.js',
  changes: 'dist/src/cli/changes.js',
  sarif: 'dist/src/report/sarif.js',
  github: 'dist/src/report/github.js',
  gitlab: 'dist/src/report/gitlab.js',
  junit: 'dist/src/report/junit.js',
  checkstyle: 'dist/src/report/checkstyle.js',
  rdjson: 'dist/src/report/rdjson.js',
  tinyglobby: 'tinyglobby',
  picomatch: 'picomatch',
  chalk: 'chalk',
}

/** What only `explain` tells of a rule is left out of what every check loads. */
const TOLD = /^ {4}(?:examples: \{[\s\S]*?^ {4}\}|basis: \[[\s\S]*?^ {4}\]|why: .*|how: .*),\n/gmu

const leanRules: Plugin = {
  name: 'lean-rules',
  setup({ onLoad }) {
    onLoad({ filter: /dist\/rules\/[\w-]+\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(TOLD, ''),
      loader: 'js',
    }))
  },
}

/** Leaves what is loaded late to its own script, which lies in a folder as seen from the importer. */
function lateImports(folder: string): Plugin {
  return {
    name: 'late-imports',
    setup({ onResolve }) {
      onResolve({ filter: /.*/ }, ({ kind, path, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined
        const file = path.startsWith('.') ? relative(process.cwd(), join(resolveDir, path)) : path
        const late = Object.entries(LAZY).find(([, entry]) => entry === file)
        return late && { path: `${folder}/${late[0]}.cjs`, external: true }
      })
    },
  }
}

const common: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  // A script that was compiled beforehand cannot import; late parts are scripts as well.
  supported: { 'dynamic-import': false },
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  external: ['pdfjs-dist', 'jiti'],
}

removeStale()
for (const { name, content } of compileAuthorities()) writeFileSync(`dist/${name}`, content)
rmSync('dist/cli', { recursive: true, force: true })

// What every check needs is one script, because a script loads faster than modules do and can
// bring its compiled form along (docs/decisions/0003).
await build({
  ...common,
  entryPoints: { main: 'dist/src/cli/main.js' },
  outdir: 'dist/cli',
  plugins: [leanRules, lateImports('./lazy')],
})
await build({
  ...common,
  entryPoints: LAZY,
  outdir: 'dist/cli/lazy',
  plugins: [lateImports('.')],
})
await build({
  ...common,
  entryPoints: { worker: 'dist/src/node/worker.js' },
  outdir: 'dist/cli',
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  supported: {},
  define: {},
  banner: {},
})

// A first run on a document of every kind leaves the compiled form of what it used beside the script.
const { status, stderr } = spawnSync(
  process.execPath,
  ['bin/mulint.cjs', 'check', 'fixtures/documents'],
  { env: { ...process.env, MULINT_KEEP_COMPILED: '1' }, encoding: 'utf8' },
)
if (status !== 1) throw new Error(`the first run of the bundle ended with ${status}: ${stderr}`)
