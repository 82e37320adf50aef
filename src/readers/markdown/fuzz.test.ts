import type { Nodes, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { textOrigin } from '../../table/locate.ts'
import type { Block, Passage } from '../../table/model.ts'
import { documentStart } from './front-matter.ts'
import { readMarkdown } from './index.ts'

/** `MULINT_FUZZ=50000` reads more documents than the suite does. */
const DOCUMENTS = Number(process.env.MULINT_FUZZ ?? 2_000)

const SEED = Number(process.env.MULINT_FUZZ_SEED ?? 20_190_054)

const CELLS = [
  ...[
    '机构职能',
    '1',
    '',
    ' ',
    'a b',
    '国办发[2019]54号',
    '《条例》　',
    '20个工作日内',
    '\t',
    '<br>',
    '-->',
  ],
  ...[
    'x<br>y',
    'x <br/> y<BR>',
    '\\|',
    'a\\|b',
    '\\\\',
    'a\\\\\\|b',
    '`a`',
    '`a\\|b`',
    '`a\\\\b`',
    '``',
    '`',
  ],
  ...[
    '**重**点',
    '*斜*',
    '__x__',
    '~~删~~',
    '5~10日',
    '1~2，3~4',
    '[文](u)',
    '[注]',
    '[x][注]',
    '![图](u)',
  ],
  ...[
    '&amp;',
    '&#124;',
    '&#x4e2d;',
    '&nope;',
    '&',
    'A&B;',
    '<b>粗</b>',
    '<',
    '>',
    '<!--',
    '<http://a.cn>',
  ],
  ...[
    'http://a.cn/x_y',
    'www.a.cn<br>',
    'a@b.cn',
    '\\',
    'x\\',
    '\\*',
    '![a&amp;b](u)',
    '[^1]',
    '<!A',
    '?>',
    '```',
  ],
  ...[
    '</script>',
    '&fjlig;x',
    '😀',
    '&#128512;*x*',
    '[**a** b](u "t")',
    '*a **b* c**',
    '<br\\>',
    '\\<br>',
  ],
]

const LINES = [
  ...[
    '',
    '',
    '',
    '',
    ' ',
    '# 目录',
    '## 二、总则 ##',
    '正文一句。',
    '正文  ',
    '正文\\',
    '　　段首',
    '附件：*重要*',
  ],
  ...[
    '---',
    '===',
    '- 条目',
    '* 条目',
    '1. 条目',
    '2) 条目',
    '   续行',
    '    代码',
    '\t代码',
    '> 引用',
    '>> 深引',
    '>',
  ],
  ...[
    '```',
    '~~~',
    '``` js',
    '<!-- 注释',
    '-->',
    '<!-- 单行 -->',
    '<div>',
    '</div>',
    '<script>',
    '</script>',
    '<br>',
  ],
  ...[
    '<table><tr><td>',
    '<?php',
    '?>',
    '<![CDATA[',
    ']]>',
    '<!DOCTYPE',
    '[注]: http://a.cn',
    '[^1]: 脚注',
    'a | b',
    '- | -',
  ],
  ...[
    '--- | ---',
    ':-',
    '| - |',
    '|-|-|',
    '| --- | :-: |',
    '[x] 待办',
    '- [x] 待办',
    '- [ ] &amp; \\*',
    '*a',
    'b* `c',
    'd` e',
    '&copy; &#35;',
  ],
  ...[
    '# a | b',
    '#',
    '#无空格',
    '***',
    '<a href="',
    '">',
    '1.总则',
    '一、总则',
    '    | a | b |',
    ' | a | b |',
    '+',
    '\\# 非标题',
  ],
  ...[
    '[链',
    '接](u)',
    '![图',
    '示](u)',
    '`跨',
    '行`',
    '**跨',
    '行**',
    'http://a.cn',
    'www.a.cn/\\*x',
    '\\> 非引用',
    '$',
  ],
]

const PREFIXES = [
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  '> ',
  '>',
  '- ',
  '  ',
  '   ',
  '    ',
  '\t',
  '1. ',
  '> > ',
  '[^1]: ',
]
const ENDS = ['\n', '\n', '\r\n', '\r']

test(`${DOCUMENTS}篇乱写的文档，与 remark-gfm 逐字相同`, { timeout: 3_600_000 }, async () => {
  const random = randomFrom(SEED)
  const wrong: unknown[] = []
  let tables = 0
  for (let index = 0; index < DOCUMENTS; index++) {
    const source = hostileDocument(random)
    const expected = reference(source)
    if (!expected) continue
    const { blocks } = await readMarkdown(source)
    tables += expected.tables
    const faults = faultsOf(source, blocks, expected)
    if (faults.length > 0) wrong.push({ source, faults })
  }
  expect(wrong).toEqual([])
  expect(tables).toBeGreaterThan(DOCUMENTS / 4)
})

/** All that a reading says otherwise than remark-gfm. */
function faultsOf(source: string, blocks: readonly Block[], expected: Expected): unknown[] {
  const actual = textsOf(blocks)
  if (JSON.stringify(actual) !== JSON.stringify(expected.texts)) {
    return [{ actual, expected: expected.texts }]
  }
  return passagesOf(blocks).filter((passage, index) => {
    const edges = expected.edges[index]
    return !edges || !leadsBack(source, passage) || !standsAt(passage, edges)
  })
}

type Random = (below: number) => number

/** Mulberry32. */
function randomFrom(seed: number): Random {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

function pick<T>(random: Random, choices: readonly T[]): T {
  return choices[random(choices.length)] as T
}

function hostileDocument(random: Random): string {
  const mixedEnds = random(10) === 0
  const end = pick(random, ENDS)
  const lines = Array.from({ length: 1 + random(7) }, () => part(random)).flat()
  const ends = lines.map(() => (mixedEnds ? pick(random, ENDS) : end))
  return lines
    .map((line, index) => line + ends[index])
    .join('')
    .slice(0, random(3) === 0 ? -1 : undefined)
}

/** A few lines: a table, mostly, or anything else. */
function part(random: Random): string[] {
  if (random(2) === 0) return Array.from({ length: 1 + random(3) }, () => pick(random, LINES))
  const columns = 1 + random(4)
  const header = row(random, columns)
  const delimiters = `|${Array.from({ length: columns + Number(random(12) === 0) }, () => pick(random, [' --- ', '-', ':-:', ' :-- '])).join('|')}|`
  const body = Array.from({ length: random(4) }, () =>
    row(random, Math.max(1, columns + random(3) - 1)),
  )
  const prefix = pick(random, PREFIXES)
  const around = random(5) === 0 ? [] : ['']
  return [...around, ...[header, delimiters, ...body].map((line) => prefix + line), ...around]
}

function row(random: Random, columns: number): string {
  const cells = Array.from({ length: columns }, () =>
    Array.from({ length: 1 + Number(random(4) === 0) }, () => pick(random, CELLS)).join(
      pick(random, ['', ' ']),
    ),
  )
  const padded = cells.map((cell) => pick(random, [cell, ` ${cell} `])).join('|')
  return pick(random, [
    `|${padded}|`,
    `|${padded}|`,
    `|${padded}|`,
    `|${padded}| `,
    `|${padded}`,
    padded,
  ])
}

interface Expected {
  readonly texts: readonly unknown[]
  /** Of each paragraph and cell. */
  readonly edges: readonly Edges[]
  readonly tables: number
}

/** What remark-gfm says of a document, if it does not fail. */
function reference(source: string): Expected | undefined {
  const from = documentStart(source)
  const tree = parse(source.slice(from))
  if (!tree) return undefined
  const texts: unknown[] = []
  const edges: Edges[] = []
  let tables = 0
  const visit = (node: Nodes) => {
    if (node.type === 'table') {
      tables++
      texts.push(node.children.map((row) => row.children.map(plain)))
      for (const cell of node.children.flatMap((row) => row.children))
        edges.push(edgesOf(cell, from))
    } else if (node.type === 'paragraph' || node.type === 'heading') {
      const text = plain(node)
      if (text === '') return
      texts.push(node.type === 'heading' ? { heading: node.depth, text } : { text })
      edges.push(edgesOf(node, from))
    } else if ('children' in node) node.children.forEach(visit)
  }
  visit(tree)
  return { texts, edges, tables }
}

/** Tests run the build of remark that checks itself, and fails over a task that is not in a list. */
function parse(source: string): Root | undefined {
  try {
    return unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).parse(source)
  } catch {
    return undefined
  }
}

function plain(node: Nodes): string {
  if (node.type === 'break') return '\n'
  if (node.type === 'html') return /^<\/?br[\s/>]/i.test(node.value) ? '\n' : ''
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? ''
  if ('children' in node) return node.children.map(plain).join('')
  return 'value' in node ? node.value.replaceAll(/\r\n?/g, '\n') : ''
}

/** What the tree tells of the places of a passage: its node's, and those of its outermost texts. */
interface Edges {
  readonly within: readonly [number, number]
  readonly start: number | undefined
  readonly end: number | undefined
}

function edgesOf(node: Nodes, from: number): Edges {
  const first = leaf(node, 0)
  const last = leaf(node, -1)
  const { start, end } = node.position ?? { start: undefined, end: undefined }
  return {
    within: [(start?.offset ?? 0) + from, (end?.offset ?? 0) + from],
    start: first?.type === 'text' ? shifted(first.position?.start.offset, from) : undefined,
    end: last?.type === 'text' ? shifted(last.position?.end.offset, from) : undefined,
  }
}

function leaf(node: Nodes, at: 0 | -1): Nodes | undefined {
  if (!('children' in node)) return node
  const child = node.children.at(at)
  return child && leaf(child, at)
}

function shifted(offset: number | undefined, from: number): number | undefined {
  return offset === undefined ? undefined : offset + from
}

function textsOf(blocks: readonly Block[]): unknown[] {
  return blocks.map((block) => {
    if (block.kind === 'table') return block.rows.map((row) => row.map(({ text }) => text))
    const { heading, text } = block
    return heading === undefined ? { text } : { heading, text }
  })
}

function passagesOf(blocks: readonly Block[]): Passage[] {
  return blocks.flatMap((block): readonly Passage[] =>
    block.kind === 'table' ? block.rows.flat() : [block],
  )
}

function standsAt(passage: Passage, { within: [first, last], start, end }: Edges): boolean {
  const origin = textOrigin(passage)
  return (
    origin.start >= first &&
    origin.end <= last &&
    (start === undefined || start === origin.start) &&
    (end === undefined || end === origin.end)
  )
}

/** Each unit of a text stands at its place, or something is written there that is read as it. */
function leadsBack(source: string, passage: Passage): boolean {
  const { text } = passage
  const { start, end, offsets } = textOrigin(passage)
  if (!offsets) return source.slice(start, end) === text
  if (offsets.length !== text.length + 1) return false
  if (offsets[0] !== start || offsets.at(-1) !== end) return false
  return text.split('').every((char, unit) => {
    const from = offsets[unit] ?? -1
    const to = offsets[unit + 1] ?? -1
    const written = source.slice(from, to)
    if (to < from) return false
    // Entities, and images whose words are not written as they are read.
    if (/^(?:&|!\[|$)/.test(written)) return true
    if (char === '\n') return /^(?:[\r\n \t\\]|<\/?br)/i.test(written)
    return written.startsWith(char) || written.startsWith(`\\${char}`)
  })
}
