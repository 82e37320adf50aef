import { describe, expect, test } from 'vitest'
import { textOrigin } from '../../table/locate.ts'
import type { Block, Cell, Passage } from '../../table/model.ts'
import { UnreadableError } from '../reader.ts'
import { readMarkdown } from './index.ts'

const HEAD = '| 序号 | 公开事项 |\n| --- | --- |\n'

describe('一格的文字', () => {
  test.each([
    ['机构职能', '机构职能'],
    ['', ''],
    ['   机构 职能\t', '机构 职能'],
    ['　全角空格　', '　全角空格　'],
    ['国办发[2019]54号', '国办发[2019]54号'],
    ['a\\|b', 'a|b'],
    ['a\\\\\\|b', 'a\\|b'],
    ['\\*重点\\*', '*重点*'],
    ['&lt;20个&gt;&#24037;&#x4f5c;日', '<20个>工作日'],
    ['&unknown;', '&unknown;'],
    ['`代码\\|段`', '代码|段'],
    ['**重**点_斜_~~删~~', '重点_斜_删'],
    ['[政府网站](http://www.a.cn "t")', '政府网站'],
    ['<http://www.a.cn>', 'http://www.a.cn'],
    ['http://www.a.cn/x_y_z', 'http://www.a.cn/x_y_z'],
    ['![国徽](a.png)', '国徽'],
    ['![A&amp;B](a.png)', 'A&B'],
    ['政府网站<br>政务新媒体', '政府网站\n政务新媒体'],
    ['a<br/>b<BR />c<br class="x">d', 'a\nb\nc\nd'],
    ['<b>粗</b>体<!-- 注 -->', '粗体'],
    ['*斜*<br>\\|', '斜\n|'],
    ['👍\\|&#128077;', '👍|👍'],
  ])('%s', async (written, text) => {
    const source = `${HEAD}| 1 | ${written} |\n| 2 | 其后 |\n`
    const [, row, next] = await rowsOf(source)
    expect(row?.map((cell) => cell.text)).toEqual(['1', text])
    expect(next?.map((cell) => cell.text)).toEqual(['2', '其后'])
    for (const cell of [...(row ?? []), ...(next ?? [])]) expectToLeadBack(source, cell)
  })
})

describe('一行的各格', () => {
  test.each([
    ['有首尾竖线', '| a | b |', ['a', 'b']],
    ['没有尾竖线', '| a | b', ['a', 'b']],
    ['紧挨着', '|a|b|', ['a', 'b']],
    ['少一格', '| a |', ['a']],
    ['多一格', '| a | b | c |', ['a', 'b', 'c']],
    ['末格空', '| a |  |', ['a', '']],
    ['全空', '||', ['']],
    ['只有一条竖线', '|', ['']],
    ['偶数个反斜杠不转义竖线', '| a\\\\|b |', ['a\\', 'b']],
    ['奇数个反斜杠转义竖线', '| a\\\\\\|b |', ['a\\|b']],
    ['代码不保护竖线', '| `a|b` |', ['`a', 'b`']],
  ])('%s', async (_, written, texts) => {
    const source = `${HEAD}${written}\n`
    const rows = await rowsOf(source)
    expect(rows[1]?.map(({ text }) => text)).toEqual(texts)
    expect(rows[1]?.map(({ row, column }) => [row, column])).toEqual(
      texts.map((_, column) => [1, column]),
    )
  })

  test.each([
    ['| 1 | ⟦⟧ | x |'],
    ['| 1 |⟦⟧| x |'],
    ['| ⟦⟧  | 1 |  '],
    ['| ⟦⟧<b></b> | 1 |'],
    ['| 1 | ⟦⟧ |'],
  ])('空格也有位置：%s', async (written) => {
    const source = `${HEAD}${written.replace('⟦⟧', '')}`
    const cells = (await rowsOf(source))[1] ?? []
    const places = cells.filter(({ text }) => text === '').map(textOrigin)
    const at = HEAD.length + written.indexOf('⟦⟧')
    expect(places).toEqual([{ kind: 'text', start: at, end: at }])
  })
})

describe('一篇的各段各表', () => {
  const table = '| a | b |\n|---|:-:|\n| 1 | 2 |'
  const rows = [
    ['a', 'b'],
    ['1', '2'],
  ]

  test.each<[string, string, unknown[]]>([
    ['空文件', '', []],
    ['只有空行', '\n \n\r\n', []],
    [
      '标题、段落和表',
      `# 目录\n\n一、总则\n${'\n'}${table}\n\n附注\n`,
      ['# 目录', '一、总则', rows, '附注'],
    ],
    ['标题紧挨着表', `## 目录\n${table}`, ['## 目录', rows]],
    ['几个表', `${table}\n\n${table}\n`, [rows, rows]],
    [
      'CR LF',
      `# 目录\r\n\r\n第一行\r\n第二行\r\n\r\n${table.replaceAll('\n', '\r\n')}`,
      ['# 目录', '第一行\n第二行', rows],
    ],
    ['只有 CR', `第一行\r第二行\r\r${table.replaceAll('\n', '\r')}\r`, ['第一行\n第二行', rows]],
    ['段落行尾的空格', '第一行  \n第二行 ', ['第一行\n第二行']],
    ['段落里的标记', '见**附件**，\n[网站](u)\\\n完', ['见附件，\n网站\n完']],
    ['闭合的标题', '# 目录 #\n', ['# 目录']],
    ['下划线标题', '目录\n===\n\n总则\n---\n', ['# 目录', '## 总则']],
    ['没有外侧竖线的表', 'a | b\n--- | ---\n1 | 2\n', [rows]],
    ['表后紧挨着的行也是表的', `${table}\n3\n`, [[...rows, ['3']]]],
    ['引用里的表', table.replaceAll(/^/gm, '> '), [rows]],
    [
      '列表里的表',
      `- 条目\n\n${table.replaceAll(/^/gm, '  ')}\n- 又一条`,
      ['条目', rows, '又一条'],
    ],
    ['列表后的表', `- 条目\n\n${table}\n`, ['条目', rows]],
    ['制表符余下的空格', '2) 条目\n\n\t二 `三\n\t四`', ['条目', '二 三\n 四']],
    ['待办', '- [x] 已办 &amp; 归档', ['已办 & 归档']],
    ['围栏里没有表', `\`\`\`\n\n${table}\n\n\`\`\`\n\n${table}`, [rows]],
    ['未闭合的围栏里没有表', `~~~\n\n${table}\n`, []],
    ['缩进代码里没有表', `    x\n\n${table.replaceAll(/^/gm, '    ')}\n`, []],
    ['注释里没有表', `<!--\n\n${table}\n\n-->\n\n${table}`, [rows]],
    ['表里的 --> 结束注释', `<!--\n\n${table} -->\n\n附注`, ['附注']],
    ['HTML 不是正文', `<div>\n文字\n</div>\n\n${table}`, [rows]],
    ['行数不齐的表头不是表', '| a | b |\n|---|\n| 1 |', ['| a | b |\n|---|\n| 1 |']],
    ['只有一列的表', '| a |\n|---|\n| 1 |', [[['a'], ['1']]]],
    ['引用定义管到表里', `${table}\n| [注] | x |\n\n[注]: http://a.cn\n`, [[...rows, ['注', 'x']]]],
    ['没有定义的方括号', `${table}\n| [注] | x |\n`, [[...rows, ['[注]', 'x']]]],
    ['脚注', `${table}\n| 1[^1] | x |\n\n[^1]: 脚注文字\n`, [[...rows, ['1', 'x']], '脚注文字']],
    ['前置数据', `---\ntitle: 目录\n# 注释\n---\n${table}`, [rows]],
    ['前置数据后是正文', '---\ntitle: 目录\n---\n\n正文', ['正文']],
    ['未闭合的前置数据是正文', '---\n正文\n', ['正文']],
    ['两条横线之间的表不是前置数据', `---\n\n${table}\n\n---\n`, [rows]],
    ['不在开头的不是前置数据', '正文\n\n---\n\n又一段\n\n---\n', ['正文', '又一段']],
  ])('%s', async (_, source, expected) => {
    const { blocks, notices } = await readMarkdown(source)
    expect(blocks.map(shown)).toEqual(expected)
    expect(notices).toEqual([])
    for (const passage of passagesOf(blocks)) expectToLeadBack(source, passage)
  })
})

describe('不必用解析器的文档立即读出', () => {
  test.each([
    ['目录', `# 目录\n\n${HEAD}| 1 | 机构职能 |\n\n附注：国办发[2019]54号\n`, true],
    ['换行标签', `${HEAD}| 1 | 机构<br>职能 |\n`, true],
    ['强调', `${HEAD}| 1 | **机构** |\n`, false],
    ['列表', `- 条目\n\n${HEAD}`, false],
  ])('%s', async (_, source, immediate) => {
    const content = readMarkdown(source)
    expect(content instanceof Promise).toBe(!immediate)
    expect((await content).blocks.length).toBeGreaterThan(0)
  })
})

describe('恶意的文字在线性时间内读完', () => {
  const many = 100_000
  test.each([
    ['一格里十万个左方括号', `${HEAD}| 1 | ${'['.repeat(many)} |`],
    ['一格里十万个强调', `${HEAD}| 1 | ${'*a'.repeat(many)} |`],
    ['一格里两万个反斜杠', `${HEAD}| 1 | ${'\\'.repeat(many / 5)} |`],
    ['一格里十万个小于号', `${HEAD}| 1 | ${'<'.repeat(many)} |`],
    ['一格里百万个空格', `${HEAD}| 1 | a${' '.repeat(10 * many)}b |`],
    ['十万个左方括号', '['.repeat(many)],
    ['五万对方括号', '['.repeat(many / 2) + ']('.repeat(many / 2)],
    ['十万个强调', '*a'.repeat(many)],
    ['十万层引用', `${'>'.repeat(many)} a`],
    ['万层列表', `${'- '.repeat(10_000)}a`],
    ['长短不一的反引号', Array.from({ length: 450 }, (_, index) => '`'.repeat(index)).join(' ')],
    ['十万个空行', '\n'.repeat(many)],
    ['千段', '- a\n\nb\n\n'.repeat(500)],
  ])('%s', async (_, source) => {
    const start = performance.now()
    const { blocks } = await readMarkdown(source)
    expect(performance.now() - start).toBeLessThan(20_000)
    const written = passagesOf(blocks).reduce((sum, { text }) => sum + text.length, 0)
    expect(written).toBeLessThanOrEqual(source.length)
    for (const passage of passagesOf(blocks)) expectToLeadBack(source, passage)
  })

  test.each([
    ['表中一行', `${HEAD}${'|'.repeat(1_000_000)}`],
    ['要由解析器读的一行', `- 条目\n${'|'.repeat(1_000_000)}`],
  ])('列数过多不读：%s', async (_, source) => {
    const reading = new Promise((resolve) => resolve(readMarkdown(source)))
    await expect(reading).rejects.toThrow(UnreadableError)
    await expect(reading).rejects.toMatchObject({ reason: 'too-many-columns' })
  })
})

async function rowsOf(source: string): Promise<readonly (readonly Cell[])[]> {
  const { blocks } = await readMarkdown(source)
  return blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
}

function shown(block: Block): unknown {
  if (block.kind === 'table') return block.rows.map((row) => row.map(({ text }) => text))
  return block.heading === undefined ? block.text : `${'#'.repeat(block.heading)} ${block.text}`
}

function passagesOf(blocks: readonly Block[]): Passage[] {
  return blocks.flatMap((block): readonly Passage[] =>
    block.kind === 'table' ? block.rows.flat() : [block],
  )
}

/** Each unit stands at its place, or behind a backslash, or an entity, a break or an image does. */
function expectToLeadBack(source: string, passage: Passage): void {
  const { text } = passage
  const { start, end, offsets } = textOrigin(passage)
  if (!offsets) {
    expect(source.slice(start, end)).toBe(text)
    return
  }
  expect(offsets).toHaveLength(text.length + 1)
  expect([offsets[0], offsets.at(-1)]).toEqual([start, end])
  const astray = text.split('').filter((char, unit) => {
    const written = source.slice(offsets[unit], offsets[unit + 1])
    if (char === '\n') return !/^(?:[\r\n \t\\]|<br)/i.test(written)
    return ![char, `\\${char}`, '&', '!['].some((way) => written.startsWith(way)) && written !== ''
  })
  expect(astray).toEqual([])
}
