import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

const CORE = [
  'src/text',
  'src/table',
  'src/grammar',
  'src/authority',
  'src/catalogue',
  'src/annual',
  'src/fix',
]

/** Bottom first: each layer, and all that it may import besides itself. */
const LAYERS: Record<string, readonly string[]> = {
  'src/text': [],
  'src/table': ['src/text'],
  'src/grammar': ['src/text'],
  'src/authority': ['src/text', 'src/table', 'src/grammar'],
  'src/catalogue': ['src/text', 'src/table'],
  'src/annual': ['src/text', 'src/table', 'src/grammar', 'src/catalogue'],
  'src/fix': ['src/text', 'src/table'],
  'src/rule': CORE,
  rules: [...CORE, 'src/rule'],
  'src/declared': [...CORE, 'src/rule'],
  'src/convert': ['src/text', 'src/table', 'src/catalogue'],
  'src/engine': [
    'src/text',
    'src/table',
    'src/authority',
    'src/catalogue',
    'src/annual',
    'src/fix',
    'src/rule',
  ],
  'src/readers': [
    'src/text',
    'src/table',
    'unified',
    'remark-parse',
    'remark-gfm',
    'mdast',
    'parse5',
    'pdfjs-dist',
  ],
  'src/report': ['src/text', 'src/table', 'src/rule', 'src/engine', 'chalk'],
  'src/node': [
    'src/text',
    'src/table',
    'src/authority',
    'src/catalogue',
    'src/annual',
    'src/fix',
    'src/rule',
    'rules',
    'src/declared',
    'src/engine',
    'src/readers',
    'node:',
    'tinyglobby',
    'ajv',
    'yaml',
    'jiti',
    'ignore',
    'picomatch',
  ],
  'src/cli': [
    'src/text',
    'src/table',
    'src/authority',
    'src/catalogue',
    'src/annual',
    'src/convert',
    'src/rule',
    'src/declared',
    'src/engine',
    'src/report',
    'src/node',
    'rules',
    'node:',
    'yargs',
    'chalk',
    'picomatch',
  ],
}

const layers = Object.entries(LAYERS)

describe('imports go down and never up or sideways', () => {
  test.each(layers)('%s imports only what it may', (layer, allowed) => {
    const found = imports(layer)
    expect(found.length + readdirSync(layer).length).toBeGreaterThan(0)
    expect(found.filter(({ target }) => ![layer, ...allowed].some(within(target)))).toEqual([])
  })

  test('every layer leans only on layers below it', () => {
    const order = Object.keys(LAYERS)
    const upward = layers.flatMap(([layer, allowed]) =>
      allowed
        .filter((other) => order.includes(other) && order.indexOf(other) > order.indexOf(layer))
        .map((other) => `${layer} → ${other}`),
    )
    expect(upward).toEqual([])
  })

  test('every folder of src is a layer', () => {
    const folders = readdirSync('src', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `src/${name}`)
    expect(folders.filter((folder) => !Object.hasOwn(LAYERS, folder))).toEqual([])
  })

  test('the middle imports no package and no part of Node', () => {
    const outside = [...CORE, 'src/rule', 'rules', 'src/declared', 'src/engine']
      .flatMap(imports)
      .filter(({ target }) => !target.startsWith('src/') && !target.startsWith('rules/'))
    expect(outside).toEqual([])
  })

  test('parts of Node are named as such', () => {
    const bare = layers
      .flatMap(([layer]) => imports(layer))
      .filter(({ target }) => builtinModules.includes(target))
    expect(bare).toEqual([])
  })
})

function imports(folder: string) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(folder, name))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^'\s]+)'/gu)].map(
        ([, specifier = '']) => ({
          file,
          target: specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : specifier,
        }),
      ),
    )
}

/** A prefix is a folder, a package, or a scheme such as `node:`. */
function within(target: string) {
  return (prefix: string) =>
    target === prefix || target.startsWith(prefix.endsWith(':') ? prefix : `${prefix}/`)
}
