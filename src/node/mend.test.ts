import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rules } from '../../rules/index.ts'
import { replace } from '../fix/edit.ts'
import { readDocument } from '../readers/choose.ts'
import { defineRule, type Rule } from '../rule/rule.ts'
import type { Cell } from '../table/model.ts'
import { charsetOf } from '../writers/charset.ts'
import { loadAuthorities } from './data.ts'
import { type Mending, mend, refusalOf } from './mend.ts'

const authorities = loadAuthorities()

const HEADER = ['序号', '公开事项', '公开内容', '公开依据', '公开时限', '公开主体', '备注']
const ROWS = [
  ['1', '公开指南', '甲内容', '依据甲', '实时更新', '市教育局', '甲'],
  ['2', '公开制度', '乙内容', '依据乙', '实时更新', '市教育局', ''],
  ['3', '公开年报', '丙内容', '依据丙', '实时更新', '市教育局', '丙备注'],
]

type TextFormat = 'csv' | 'tsv' | 'md' | 'html'

const ENCODINGS = ['utf-8', 'utf-8 BOM', 'utf-16le', 'utf-16be', 'gb18030'] as const
const LINE_ENDS = { LF: '\n', CRLF: '\r\n', CR: '\r' } as const

describe('bytes outside the edits', () => {
  const cases = ENCODINGS.flatMap((encoding) =>
    Object.entries(LINE_ENDS).flatMap(([name, end]) =>
      (['csv', 'tsv', 'md', 'html'] as const).map(
        (format) => [encoding, name, format, end] as const,
      ),
    ),
  )

  test.each(cases)('stay as they are: %s, %s, %s', async (encoding, _name, format, end) => {
    // 𠮷 takes two units of UTF-16, and four bytes in the other encodings.
    const text = layOut(format, ROWS).replaceAll('\n', end)
    const source = text.replace('丙内容', '丙𠮷容')
    const before = encoded(source, encoding)
    const [from, to] = ['实时更新', '长期公开，〇每年更新']
    const done = await mended(before, format, [replacing(from, () => to)])
    expect(done.mended).toHaveLength(3)
    expect(Buffer.from(done.bytes)).toEqual(encoded(source.replaceAll(from, to), encoding))
    const again = await mended(done.bytes, format, [replacing(from, () => to)])
    expect(again.mended).toEqual([])
    expect(again.bytes).toBe(done.bytes)
  })
})

describe('what is put into a cell', () => {
  test.each<[TextFormat, string, string]>([
    ['csv', '甲,乙', '"甲,乙"'],
    ['csv', '甲"乙"', '"甲""乙"""'],
    ['csv', '甲\n乙', '"甲\n乙"'],
    ['csv', '甲;乙', '甲;乙'],
    ['tsv', '甲\t乙', '"甲\t乙"'],
    ['tsv', '甲,乙', '甲,乙'],
    ['md', '甲|乙', '甲\\|乙'],
    ['md', '甲\\乙', '甲\\\\乙'],
    ['md', '甲\n乙', '甲<br>乙'],
    ['md', '甲*乙*', '甲\\*乙\\*'],
    ['md', '甲<b>乙', '甲\\<b>乙'],
    ['md', '甲&amp;', '甲\\&amp;'],
    ['html', '甲<乙>&丙', '甲&lt;乙&gt;&amp;丙'],
    ['html', '甲\n乙', '甲<br>乙'],
  ])('of %s is escaped: %j', async (format, text, written) => {
    const source = layOut(format, ROWS)
    const done = await mended(encoded(source), format, [replacing('丙备注', () => text)])
    expect(done.leftOut).toEqual([])
    expect(Buffer.from(done.bytes).toString()).toBe(source.replace('丙备注', written))
    expect(cellsOf(done)).toContain(text)
  })

  test.each<[TextFormat, string]>([
    ['csv', '主动公开'],
    ['md', '主动公开'],
    ['html', '主动公开'],
  ])('of %s that was empty stands there', async (format, text) => {
    const done = await mended(encoded(layOut(format, ROWS)), format, [replacing('', () => text)])
    const expected = layOut(
      format,
      ROWS.map((row) => row.map((cell) => cell || text)),
    )
    expect(Buffer.from(done.bytes).toString()).toBe(expected)
  })

  test('between quotes is doubled, and the quotes stay', async () => {
    const source = layOut('csv', ROWS).replace('丙备注', '"丙,""备""注"')
    const done = await mended(encoded(source), 'csv', [
      replacing('丙,"备"注', () => '丙,"备"与"注"'),
    ])
    expect(Buffer.from(done.bytes).toString()).toBe(source.replace('""备""注', '""备""与""注""'))
  })

  test.each<[why: string, written: string, text: string, to: string, expected: string]>([
    ['an entity', '甲&amp;乙&nbsp;丙', '甲&乙 丙', '甲和乙 丙', '甲和乙&nbsp;丙'],
    ['behind an entity', '&lt;甲&gt;乙', '<甲>乙', '<甲>丁', '&lt;甲&gt;丁'],
    [
      'tags stay',
      '国办发<span>[</span>2019<b>]</b>5号',
      '国办发[2019]5号',
      '国办发〔2019〕5号',
      '国办发<span>〔</span>2019<b>〕</b>5号',
    ],
    ['over tags', '实<b>时</b>发布', '实时发布', '长期公开', '长期公开<b></b>'],
    ['a line break goes', '甲<br>乙', '甲\n乙', '甲乙', '甲乙'],
    ['folded blanks go', '甲 \n  a', '甲 a', '甲a', '甲a'],
  ])('of HTML: %s', async (_why, written, text, to, expected) => {
    const source = layOut('html', ROWS).replace('丙备注', written)
    const done = await mended(encoded(source), 'html', [replacing(text, () => to)])
    expect(done.leftOut).toEqual([])
    expect(Buffer.from(done.bytes).toString()).toBe(source.replace(written, expected))
  })

  test.each<[why: string, written: string, text: string, to: string, expected: string]>([
    ['marks stay', '国发[**2019**]5号', '国发[2019]5号', '国发〔2019〕5号', '国发〔**2019**〕5号'],
    ['an escape', '甲\\|乙\\*', '甲|乙*', '甲丙乙*', '甲丙乙\\*'],
    ['a line break', '甲<br>乙', '甲\n乙', '甲乙', '甲乙'],
  ])('of Markdown: %s', async (_why, written, text, to, expected) => {
    const source = layOut('md', ROWS).replace('丙备注', written)
    const done = await mended(encoded(source), 'md', [replacing(text, () => to)])
    expect(done.leftOut).toEqual([])
    expect(Buffer.from(done.bytes).toString()).toBe(source.replace(written, expected))
  })

  test.each(['=1+1', '+甲', '-甲', '@甲', ' =甲', '＝甲'])('is no formula: %s', async (text) => {
    const bytes = encoded(layOut('csv', ROWS))
    const done = await mended(bytes, 'csv', [replacing('丙备注', () => text)])
    expect(done.leftOut.map(({ why }) => why)).toEqual([expect.stringContaining('公式')])
    expect(done.bytes).toBe(bytes)
  })

  test('may begin as a formula where one stood, and may be a number below zero', async () => {
    const source = layOut('csv', ROWS).replace('丙备注', '-丙')
    const one = await mended(encoded(source), 'csv', [replacing('-丙', () => '-丁')])
    expect(one.mended).toHaveLength(1)
    const two = await mended(encoded(source), 'csv', [replacing('-丙', () => '-12')])
    expect(two.mended).toHaveLength(1)
  })

  test('is left out where the encoding has no character for it', async () => {
    const bytes = encoded(layOut('csv', ROWS), 'gb18030')
    const done = await mended(bytes, 'csv', [
      replacing('实时更新', () => '长期\ue5e5公开'),
      replacing('丙备注', () => '丁备注'),
    ])
    expect(done.leftOut.map(({ why }) => why)).toEqual(
      Array(3).fill('gb18030 编码里没有“\ue5e5”字，先把文件另存为 UTF-8'),
    )
    expect(done.mended).toHaveLength(1)
  })

  test('is left out where it would be read otherwise, alone', async () => {
    // Nothing may be escaped inside code.
    const source = layOut('md', ROWS).replace('丙备注', '`丙备注`')
    const done = await mended(encoded(source), 'md', [
      replacing('丙备注', () => '丙`备注'),
      replacing('实时更新', () => '长期公开'),
    ])
    expect(done.leftOut).toHaveLength(1)
    expect(done.mended).toHaveLength(3)
    expect(Buffer.from(done.bytes).toString()).toBe(source.replaceAll('实时更新', '长期公开'))
  })
})

test('a file in which too much turns out badly is left alone in the end', async () => {
  const rows = Array.from({ length: 80 }, (_, index) => [
    String(index + 1),
    '公开事项',
    '`甲`',
    '依据甲',
    '实时更新',
    '市教育局',
    '甲',
  ])
  const bytes = encoded(layOut('md', rows))
  const done = await mended(bytes, 'md', [replacing('甲', () => '`')])
  const whys = new Set(done.leftOut.map(({ why }) => why))
  expect(done.mended.length + done.leftOut.length).toBe(160)
  expect([...whys].sort()).toEqual([
    '这个文件里改不成的太多，没有再试，人工改',
    '这样改会动到别的内容，人工改',
  ])
})

describe('passes', () => {
  test('go on until nothing is left', async () => {
    const done = await mended(encoded(layOut('csv', ROWS)), 'csv', [
      replacing('丙备注', () => '丁备注'),
      replacing('丁备注', () => '戊备注', 'test-second'),
    ])
    expect(done.mended.map(({ diagnostic }) => diagnostic.rule)).toEqual([
      'test-first',
      'test-second',
    ])
    expect(cellsOf(done)).toContain('戊备注')
    expect(done.restless).toEqual([])
  })

  test('end when two rules disagree, and that is said', async () => {
    const done = await mended(encoded(layOut('csv', ROWS)), 'csv', [
      replacing('丙备注', () => '丁备注'),
      replacing('丁备注', () => '丙备注', 'test-second'),
    ])
    expect(done.restless).toEqual(['test-first'])
    expect(done.mended).toHaveLength(10)
  })

  test('a fix that changes nothing is left out', async () => {
    const bytes = encoded(layOut('csv', ROWS))
    const done = await mended(bytes, 'csv', [replacing('丙备注', () => '丙备注')])
    expect(done.mended).toEqual([])
    expect(done.bytes).toBe(bytes)
  })

  test('leave suggested fixes alone unless they are asked for', async () => {
    const rule = replacing('丙备注', () => '丁备注', 'test-first', 'suggested')
    const bytes = encoded(layOut('csv', ROWS))
    expect((await mended(bytes, 'csv', [rule], false)).mended).toEqual([])
    expect((await mended(bytes, 'csv', [rule], true)).mended).toHaveLength(1)
  })
})

test.each<[string, Uint8Array, string]>([
  [
    'bytes that do not fit',
    Buffer.concat([encoded(layOut('csv', ROWS)), Buffer.from([0xe5, 0x0a])]),
    '目录.csv',
  ],
  ['two encodings', readFileSync('fixtures/damaged/two-encodings.csv'), '目录.csv'],
])('%s are not written back', async (_why, bytes, name) => {
  const document = await readDocument({ name, bytes })
  expect(refusalOf({ name, bytes, document })).toContain('编码有错')
})

describe('whatever is put in', () => {
  const unit = fc.constantFrom(
    ...'甲乙丙丁国〔〕[]《》“”（）',
    ...'|\\`*_~<>&;,"\t\n\r =+-@#!$ \u3000\u00a0',
    '&amp;',
    '<br>',
    '<td>',
    '**',
    '~~',
    '""',
    '𠮷',
  )
  const text = fc.string({ unit, maxLength: 12 })

  test.each(['csv', 'tsv', 'md', 'html'] as const)(
    'the other cells of a %s stay as they are, and the edited ones say it',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(text, text, fc.nat(12), fc.nat(12), async (old, now, from, length) => {
          const bytes = encoded(
            layOut(format, [
              ...ROWS,
              ['4', '公开其他', '戊', '己', '实时更新', '市教育局', quoted(format, old)],
            ]),
          )
          const before = await readDocument({ name: `目录.${format}`, bytes })
          const table = before.blocks.find((block) => block.kind === 'table')
          const last = table?.rows[4]?.[6]
          // What the source makes of the odd text is not the question.
          if (table === undefined || last === undefined || table.rows.length !== 5) return
          const start = Math.min(from, last.text.length)
          const end = Math.min(start + length, last.text.length)
          const expected = last.text.slice(0, start) + now + last.text.slice(end)
          const rule = editing((cell) =>
            cell.row === 4 && cell.column === 6 && cell.text === last.text
              ? { start, end, text: now }
              : undefined,
          )
          const done = await mended(bytes, format, [rule])
          const after = (
            await readDocument({ name: `目录.${format}`, bytes: done.bytes })
          ).blocks.find((block) => block.kind === 'table')
          const others = (one: typeof table | undefined) =>
            one?.rows.map((row) =>
              row.filter((cell) => cell.row !== 4 || cell.column !== 6).map((cell) => cell.text),
            )
          expect(others(after)).toEqual(others(table))
          const said = after?.rows[4]?.[6]?.text ?? ''
          if (done.mended.length > 0) expect(blankless(said)).toBe(blankless(expected))
          else expect(done.bytes).toBe(bytes)
        }),
        { numRuns: 250 },
      )
    },
    120_000,
  )
})

function blankless(text: string): string {
  return text.replaceAll(/\s+/gu, '')
}

/** A text as somebody would write it into a cell of the format. */
function quoted(format: TextFormat, text: string): string {
  if (format === 'html' || format === 'md')
    return text.replaceAll(/[\r\n|]/gu, '').replaceAll(/<\/?td/gu, '')
  return `"${text.replaceAll('"', '""')}"`
}

function layOut(format: TextFormat, rows: readonly (readonly string[])[]): string {
  const all = [HEADER, ...rows]
  const title = '云岭市教育局主动公开事项目录'
  const lines = (separator: string) => all.map((row) => row.join(separator)).join('\n')
  switch (format) {
    case 'csv':
      return `${title}\n\n${lines(',')}\n`
    case 'tsv':
      return `${title}\n\n${lines('\t')}\n`
    case 'md': {
      const [head = '', ...others] = all.map((row) => `| ${row.join(' | ')} |`)
      return [`# ${title}`, '', head, `|${' --- |'.repeat(HEADER.length)}`, ...others, ''].join(
        '\n',
      )
    }
    case 'html': {
      const body = all.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
      return `<!doctype html>\n<h1>${title}</h1>\n<table>\n${body.join('\n')}\n</table>\n`
    }
  }
}

function encoded(text: string, encoding: string = 'utf-8'): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text)
  if (encoding === 'utf-8 BOM') return Buffer.from(`\ufeff${text}`)
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le')
  if (encoding === 'utf-16be') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  const charset = charsetOf('gb18030')
  return Buffer.from([...text].flatMap((character) => charset.encode(character) ?? []))
}

async function mended(
  bytes: Uint8Array,
  format: TextFormat,
  chosen: readonly Rule[],
  unsafe = false,
): Promise<Mending> {
  const name = `目录.${format}`
  const document = await readDocument({ name, bytes })
  return mend(
    { name, bytes, document },
    {
      settings: {
        rules: chosen.map((rule) => ({ rule })),
        authorities,
        today: '2026-11-21',
        kind: 'catalogue',
      },
      unsafe,
    },
  )
}

function cellsOf({ document }: Mending): readonly string[] {
  return document.blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.flat().map(({ text }) => text) : [],
  )
}

/** A rule that wants every cell of a text to say another one. */
function replacing(
  from: string,
  to: () => string,
  id = 'test-first',
  safety: 'safe' | 'suggested' = 'safe',
): Rule {
  return editing(
    ({ text, column }) =>
      text === from && column !== 0 ? { start: 0, end: text.length, text: to() } : undefined,
    id,
    safety,
  )
}

function editing(
  wanted: (
    cell: Cell,
  ) => { readonly start: number; readonly end: number; readonly text: string } | undefined,
  id = 'test-first',
  safety: 'safe' | 'suggested' = 'safe',
): Rule {
  return defineRule({
    ...(rules[0] as Rule),
    id,
    kinds: ['catalogue'],
    messages: { wrong: '应当改。' },
    *check({ catalogue }) {
      for (const { grid } of catalogue.sheets) {
        for (const cell of grid.table.rows.flat()) {
          const edit = wanted(cell)
          if (edit === undefined) continue
          const span = { start: edit.start, end: edit.end }
          yield {
            message: 'wrong',
            at: { passage: cell },
            fix: { safety, edits: [replace(cell, span, edit.text)] },
          }
        }
      }
    },
  })
}
