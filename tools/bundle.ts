import { writeFileSync } from 'node:fs'
import { build } from 'esbuild'
import { compileAuthorities } from './compile-authorities.ts'

for (const { name, content } of compileAuthorities()) writeFileSync(`dist/${name}`, content)

// One file for what every check needs, further ones for what only some runs load.
await build({
  entryPoints: { main: 'dist/src/cli/main.js' },
  outdir: 'dist/cli',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  keepNames: false,
  legalComments: 'none',
  logLevel: 'warning',
})
