import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { zip } from '../../../test/zip.ts'
import type { Document, Passage, Table } from '../../table/model.ts'
import { openPackage } from '../package/zip.ts'
import { UnreadableError } from '../reader.ts'
import { readDocx } from './docx.ts'

const SEED = 20_240_119
/** Enough for quadratic time to be noticed. */
const N = 50_000
const RESTART = '<w:vMerge w:val="restart"/>'
const DOWN = '<w:vMerge/>'
/** A list of two levels: 1. and 1.1. */
const SIMPLE = lists(
  basis('0', level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2')) + instance('1', '0'),
)
const RUBY = `<w:r><w:ruby><w:rt>${run('hàn')}</w:rt><w:rubyBase>${run('汉')}</w:rubyBase></w:ruby></w:r>${run('字')}`

describe('a paragraph', () => {
  test.each([
    ['joins its runs', `${run('公开')}${run('指南')}`, '公开指南'],
    ['resolves entities', run('a&lt;b&gt; &amp; &#20844;'), 'a<b> & 公'],
    ['keeps white space', run('附  件 '), '附  件 '],
    [
      'has breaks and tabs',
      '<w:r><w:t>甲</w:t><w:br/><w:tab/><w:cr/><w:t>乙</w:t></w:r>',
      '甲\n\t\n乙',
    ],
    ['has hyphens', '<w:r><w:t>a</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>b</w:t></w:r>', 'a-b'],
    ['has no tab stops', `<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${run('甲')}`, '甲'],
    [
      'keeps insertions',
      `<w:ins w:id="1">${run('甲')}</w:ins><w:moveTo>${run('乙')}</w:moveTo>`,
      '甲乙',
    ],
    [
      'leaves deletions out',
      `${run('甲')}<w:del><w:r><w:delText>乙</w:delText></w:r></w:del><w:moveFrom>${run('丙')}</w:moveFrom>`,
      '甲',
    ],
    ['reads links', `<w:hyperlink r:id="rId1">${run('政府网站')}</w:hyperlink>`, '政府网站'],
    ['reads content controls', `<w:sdt><w:sdtContent>${run('☑')}</w:sdtContent></w:sdt>`, '☑'],
    ['reads base text without its phonetic guide', RUBY, '汉字'],
    ['reads the result of a field', field(' PAGE ', run('7')), '7'],
    [
      'reads the result of a field in a field',
      field(' IF ', field(' X ', run('1')) + run('2')),
      '12',
    ],
    [
      'leaves the code of a field out, whatever it holds',
      `${mark('begin')}${field(' X ', run('1'))}${mark('separate')}${run('2')}${mark('end')}`,
      '2',
    ],
    ['shows a tick of Wingdings', symbol('Wingdings', 'F0FC'), '✓'],
    ['shows a ticked box of Wingdings', symbol('Wingdings', '00FE'), '☑'],
    [
      'shows an empty box of Wingdings',
      symbol('Wingdings', 'F0A8') + symbol('Wingdings', 'F06F'),
      '☐□',
    ],
    [
      'shows signs of Wingdings 2',
      ['F050', 'F052', 'F0A3'].map((code) => symbol('Wingdings 2', code)).join(''),
      '✓☑□',
    ],
    ['keeps a sign that is not known', symbol('Wingdings', 'F0F6'), '\uf0f6'],
    ['keeps a sign of an ordinary font', symbol('宋体', '2713'), '✓'],
    ['replaces a sign that is none', symbol('宋体', 'D800') + symbol('宋体', 'x'), '\ufffd\ufffd'],
    [
      'shows text as its symbol font does',
      '<w:r><w:rPr><w:rFonts w:ascii="Wingdings 2"/></w:rPr><w:t>R政府</w:t></w:r>',
      '☑政府',
    ],
    [
      'shows a box of an old form',
      checkBox('<w:checked/>') + checkBox('<w:default w:val="0"/>'),
      '☑☐',
    ],
    ['reads formulas', '<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>', 'x+1'],
  ])('%s', async (_, content, text) => {
    const { blocks } = await readBody(`<w:p>${content}</w:p>`)
    expect(blocks.map((block) => block.kind === 'paragraph' && block.text)).toEqual([text])
  })

  test('goes on where the end of the one before was deleted', async () => {
    const { blocks } = await readBody(
      `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('上')}</w:p>${p('下')}${p('新')}`,
    )
    expect(blocks).toMatchObject([
      { text: '上下', origin: { paragraph: 1 } },
      { text: '新', origin: { paragraph: 3 } },
    ])
  })

  test('that is blank is no block, but counts', async () => {
    const { blocks } = await readBody(p('') + p('　') + p('正文'))
    expect(blocks).toMatchObject([{ text: '正文', origin: { kind: 'word', paragraph: 3 } }])
  })

  test('tells where each piece stands', async () => {
    const body = `<w:p>${run('甲&amp;')}<w:del>${run('丙')}</w:del><w:r><w:tab/></w:r>${run('乙')}</w:p>`
    const { blocks } = await readBody(body)
    const xml = part('document', `<w:body>${body}</w:body>`)
    const [paragraph] = blocks
    expect(paragraph).toMatchObject({
      text: '甲&\t乙',
      origin: {
        pieces: [
          { start: 0, end: 2, part: 'word/document.xml', paragraph: 0, run: 0 },
          { start: 3, end: 4, part: 'word/document.xml', paragraph: 0, run: 2 },
        ],
      },
    })
    const origin = paragraph?.kind === 'paragraph' ? paragraph.origin : undefined
    const pieces = origin?.kind === 'word' ? origin.pieces : undefined
    expect(pieces?.map(({ from, to }) => xml.slice(from, to))).toEqual(['甲&amp;', '乙'])
  })
})

describe('a heading', () => {
  const styles = part(
    'styles',
    [
      style('a', '<w:name w:val="Normal"/>'),
      style('1', '<w:name w:val="heading 1"/>'),
      style('2', '<w:name w:val="标题 2"/>'),
      style('3', '<w:name w:val="章"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
      style('4', '<w:name w:val="节"/><w:basedOn w:val="3"/>'),
      style(
        '5',
        '<w:name w:val="正文三"/><w:basedOn w:val="3"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>',
      ),
      style('6', '<w:name w:val="Title"/>'),
      style('7', '<w:name w:val="环"/><w:basedOn w:val="8"/>'),
      style('8', '<w:name w:val="环二"/><w:basedOn w:val="7"/>'),
    ].join(''),
  )

  test.each([
    ['<w:pStyle w:val="a"/>', undefined],
    ['<w:pStyle w:val="1"/>', 1],
    ['<w:pStyle w:val="2"/>', 2],
    ['<w:pStyle w:val="3"/>', 3],
    ['<w:pStyle w:val="4"/>', 3],
    ['<w:pStyle w:val="5"/>', undefined],
    ['<w:pStyle w:val="6"/>', 1],
    ['<w:pStyle w:val="7"/>', undefined],
    ['<w:pStyle w:val="__proto__"/>', undefined],
    ['<w:outlineLvl w:val="3"/>', 4],
    ['<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>', undefined],
  ])('%s is of depth %s', async (look, heading) => {
    const { blocks } = await readBody(`<w:p><w:pPr>${look}</w:pPr>${run('总则')}</w:p>`, { styles })
    expect(blocks.map((block) => block.kind === 'paragraph' && block.heading)).toEqual([heading])
  })
})

describe('a table', () => {
  test.each<[string, string, string[]]>([
    ['counts columns from the left', table(tr(tc('甲') + tc('乙'))), ['0,0 1x1 甲', '0,1 1x1 乙']],
    [
      'has cells over columns',
      table(tr(tc('甲', span(2)) + tc('乙')) + tr(tc('1') + tc('2') + tc('3'))),
      ['0,0 1x2 甲', '0,2 1x1 乙', '1,0 1x1 1', '1,1 1x1 2', '1,2 1x1 3'],
    ],
    [
      'has rows that begin further right',
      table(tr(tc('甲') + tc('乙')) + tr(tc('1'), '<w:gridBefore w:val="1"/>')),
      ['0,0 1x1 甲', '0,1 1x1 乙', '1,1 1x1 1'],
    ],
    [
      'has cells over rows',
      table(
        tr(tc('甲', RESTART) + tc('1')) + tr(tc('', DOWN) + tc('2')) + tr(tc('', DOWN) + tc('3')),
      ),
      ['0,0 3x1 甲', '0,1 1x1 1', '1,1 1x1 2', '2,1 1x1 3'],
    ],
    [
      'begins a new merge at each restart',
      table(tr(tc('甲', RESTART)) + tr(tc('', DOWN)) + tr(tc('乙', RESTART)) + tr(tc('', DOWN))),
      ['0,0 2x1 甲', '2,0 2x1 乙'],
    ],
    [
      'shows a continued cell with nothing above it',
      table(tr(tc('甲') + tc('乙')) + tr(tc('1', DOWN) + tc('2')) + tr(tc('', DOWN) + tc('3'))),
      ['0,0 1x1 甲', '0,1 1x1 乙', '1,0 2x1 1', '1,1 1x1 2', '2,1 1x1 3'],
    ],
    [
      'continues no cell beyond a row without one',
      table(
        tr(tc('甲') + tc('乙', RESTART)) + tr(tc('丙', span(2))) + tr(tc('丁') + tc('戊', DOWN)),
      ),
      ['0,0 1x1 甲', '0,1 1x1 乙', '1,0 1x2 丙', '2,0 1x1 丁', '2,1 1x1 戊'],
    ],
    [
      'has cells merged sideways the old way',
      table(tr(tc('甲', '<w:hMerge w:val="restart"/>') + tc('', '<w:hMerge/>') + tc('乙'))),
      ['0,0 1x2 甲', '0,2 1x1 乙'],
    ],
    [
      'leaves deleted rows out',
      table(tr(tc('甲'), '<w:del w:id="1"/>') + tr(tc('乙'))),
      ['0,0 1x1 乙'],
    ],
    [
      'has rows inside content controls',
      table(`<w:sdt><w:sdtContent>${tr(tc('甲'))}</w:sdtContent></w:sdt>`),
      ['0,0 1x1 甲'],
    ],
    [
      'ignores what cells were before',
      table(tr(tc('甲', '<w:tcPrChange><w:tcPr><w:gridSpan w:val="3"/></w:tcPr></w:tcPrChange>'))),
      ['0,0 1x1 甲'],
    ],
    [
      'takes a span of nought for one',
      table(tr(tc('甲', '<w:gridSpan w:val="0"/>') + tc('乙', '<w:gridSpan w:val="-2"/>'))),
      ['0,0 1x1 甲', '0,1 1x1 乙'],
    ],
    [
      'drawn around one other table is that table',
      table(tr(`${tc('')}<w:tc>${table(tr(tc('甲') + tc('乙')))}<w:p/></w:tc>`)),
      ['0,0 1x1 甲', '0,1 1x1 乙'],
    ],
  ])('%s', async (_, body, cells) => {
    const { blocks, notices } = await readBody(body)
    expect(blocks).toHaveLength(1)
    expect(tablesOf(blocks).flatMap(cellsOf)).toEqual(cells)
    expect(notices).toEqual([])
  })

  test.each([
    ['is a line for each paragraph', `${p('甲')}${p('')}${p('乙')}`, '甲\n\n乙'],
    ['is empty', '<w:p/>', ''],
    ['without a paragraph is empty', '', ''],
    [
      'holds a nested table',
      `${p('上')}${table(tr(tc('甲') + tc('乙')) + tr(tc('丙') + tc('丁')))}<w:p/>`,
      '上\n甲\t乙\n丙\t丁',
    ],
    ['goes on behind a nested table', `${p('上')}${table(tr(tc('甲')))}${p('下')}`, '上\n甲\n下'],
  ])('a cell %s', async (_, content, text) => {
    const { blocks } = await readBody(table(tr(`<w:tc>${content}</w:tc>${tc('乙')}`)))
    expect(tablesOf(blocks)[0]?.rows[0]?.map((cell) => cell.text)).toEqual([text, '乙'])
  })

  test('says how many header rows it has', async () => {
    const head = '<w:tblHeader/>'
    const off = '<w:tblHeader w:val="0"/>'
    const { blocks } = await readBody(
      table(tr(tc('甲'), head) + tr(tc('乙'), head) + tr(tc('丙'), off) + tr(tc('丁'), head)),
    )
    expect(tablesOf(blocks)[0]?.headerRows).toBe(2)
  })

  test('inside a cell has the place of that cell, and is no table of the document', async () => {
    const inner = `<w:tc>${p('上')}${table(tr(tc('内甲') + tc('内乙')))}<w:p/></w:tc>`
    const { blocks } = await readBody(table(tr(tc('甲') + inner)) + table(tr(tc('后'))))
    const [outer, next] = tablesOf(blocks)
    expect(outer?.nested?.map(cellsOf)).toEqual([['0,0 1x1 内甲', '0,1 1x1 内乙']])
    expect(outer?.nested?.[0]?.rows[0]?.[1]?.origin).toMatchObject({
      table: 1,
      row: 1,
      column: 2,
      cellInRow: 2,
      paragraph: 4,
    })
    expect(next?.rows[0]?.[0]?.origin).toMatchObject({ table: 2, row: 1, column: 1 })
    expect(outer?.rows[0]?.[1]?.origin).toMatchObject({
      pieces: [
        { start: 0, end: 1, paragraph: 0 },
        { start: 2, end: 4, paragraph: 1 },
        { start: 5, end: 7, paragraph: 2 },
      ],
    })
  })

  test('cuts spans to its real extent', async () => {
    const bomb = tc('宽', span(2_000_000_000))
    const { blocks, notices } = await readBody(table(tr(bomb) + tr(tc('1') + tc('2'))))
    expect(tablesOf(blocks).flatMap(cellsOf)).toEqual(['0,0 1x2 宽', '1,0 1x1 1', '1,1 1x1 2'])
    expect(notices).toMatchObject([
      { kind: 'span-limit', text: expect.stringContaining('有1个单元格') },
    ])
  })

  test.each([
    ['too many columns', table(tr(tc('宽', span(63)).repeat(300))), 'too-many-columns'],
    ['tables in tables in tables', nest(40), 'too-deep'],
  ])('refuses %s', async (_, body, reason) => {
    await expect(readBody(body)).rejects.toMatchObject({ name: 'UnreadableError', reason })
  })
})

describe('a list', () => {
  test.each<[string, string, string[]]>([
    ['numbers its paragraphs', numbered('1', '甲') + numbered('1', '乙'), ['1.甲', '2.乙']],
    [
      'goes on behind other text',
      numbered('1', '甲') + p('文') + numbered('1', '乙'),
      ['1.甲', '文', '2.乙'],
    ],
    ['numbers a paragraph without text', numbered('1', ''), ['1.']],
    [
      'has levels that restart',
      [0, 1, 1, 0, 1].map((at) => numbered('1', '甲', at)).join(''),
      ['1.甲', '1.1甲', '1.2甲', '2.甲', '2.1甲'],
    ],
    [
      'takes a level that was left out for begun',
      numbered('1', '甲', 1) + numbered('1', '乙') + numbered('1', '丙', 1),
      ['1.1甲', '2.乙', '2.1丙'],
    ],
    ['has no number 0', numbered('0', '甲'), ['甲']],
    [
      'that is not there numbers nothing',
      numbered('7', '甲') + numbered('__proto__', '乙'),
      ['甲', '乙'],
    ],
    [
      'has no level that it does not define',
      numbered('1', '甲', 5) + numbered('1', '乙', 99),
      ['甲', '乙'],
    ],
    [
      'leaves removed paragraphs out',
      numbered('1', '甲') +
        `<w:p><w:pPr>${inList('1')}<w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del>${run('旧')}</w:del></w:p>` +
        numbered('1', '乙'),
      ['1.甲', '2.乙'],
    ],
    ['numbers the whole of a line', removed('上') + numbered('1', '下'), ['1.上下']],
    [
      'leaves hidden paragraphs out',
      `<w:p><w:pPr>${inList('1')}<w:rPr><w:vanish/></w:rPr></w:pPr></w:p>${numbered('1', '甲')}`,
      ['1.甲'],
    ],
    [
      'leaves what a paragraph was before out',
      `<w:p><w:pPr><w:pPrChange><w:pPr>${inList('1')}</w:pPr></w:pPrChange></w:pPr>${run('甲')}</w:p>`,
      ['甲'],
    ],
  ])('%s', async (_, body, texts) => {
    expect(await linesOf(body, { numbering: SIMPLE })).toEqual(texts)
  })

  const outer = level(0, 'decimal', '%1.')
  test.each<[string, string, string, string[]]>([
    [
      'goes on where another of its kind stopped',
      basis('0', outer) + instance('1', '0') + instance('2', '0'),
      '112',
      ['1.', '2.', '3.'],
    ],
    [
      'of another kind begins anew',
      basis('0', outer) + basis('1', outer) + instance('1', '0') + instance('2', '1'),
      '1121',
      ['1.', '2.', '1.', '3.'],
    ],
    [
      'begins once where it says',
      basis('0', outer) + instance('1', '0') + instance('2', '0', override(0, startOverride(5))),
      '11221',
      ['1.', '2.', '5.', '6.', '7.'],
    ],
    [
      'looks as it says itself',
      basis('0', outer) +
        instance('1', '0') +
        instance('2', '0', override(0, level(0, 'chineseCounting', '%1、'))),
      '12',
      ['1.', '二、'],
    ],
    [
      'has the levels of a style that it is linked to',
      `${basis('0', `<w:styleLink w:val="x"/>${outer}`)}${basis('1', '<w:numStyleLink w:val="x"/>')}${instance('1', '0')}${instance('2', '1')}`,
      '12',
      ['1.', '2.'],
    ],
    ['of no kind numbers nothing', instance('1', '0') + instance('2', 'x'), '12', ['甲', '甲']],
    [
      'linked to itself numbers nothing',
      basis('0', '<w:styleLink w:val="x"/><w:numStyleLink w:val="x"/>') + instance('1', '0'),
      '1',
      ['甲'],
    ],
  ])('%s', async (_, definitions, used, labels) => {
    const lines = await linesOf([...used].map((list) => numbered(list, '甲')).join(''), {
      numbering: lists(definitions),
    })
    expect(lines.map((line) => line.replace(/(?<=.)甲/u, ''))).toEqual(labels)
  })

  test.each<[string, string, string, string[]]>([
    ['begins where it says', level(0, 'decimal', '%1.', start(3)), '00', ['3.', '4.']],
    [
      'never restarts',
      outer + level(1, 'decimal', '%2)', `${start(1)}<w:lvlRestart w:val="0"/>`),
      '0101',
      ['1.', '1)', '2.', '2)'],
    ],
    [
      'restarts behind the first level only',
      outer +
        level(1, 'decimal', '%2)') +
        level(2, 'decimal', '(%3)', `${start(1)}<w:lvlRestart w:val="1"/>`),
      '012120',
      ['1.', '1)', '(1)', '2)', '(2)', '2.'],
    ],
    [
      'shows all numbers in decimal',
      level(0, 'chineseCounting', '第%1章') + level(1, 'decimal', '%1.%2', `${start(1)}<w:isLgl/>`),
      '01',
      ['第一章', '1.1'],
    ],
    [
      'shows numbers of two levels',
      level(0, 'upperLetter', '%1') + level(1, 'lowerRoman', '%1-%2'),
      '0111',
      ['A', 'A-i', 'A-ii', 'A-iii'],
    ],
    [
      'shows a made-up format',
      '<w:lvl w:ilvl="0"><w:start w:val="9"/><mc:AlternateContent><mc:Choice><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>',
      '00',
      ['009', '010'],
    ],
    [
      'shows no bullets',
      bullet('Wingdings', '\uf06c') + level(1, 'bullet', '•') + level(2, 'bullet', '-'),
      '012',
      ['甲', '甲', '甲'],
    ],
    [
      'shows ticks and boxes',
      bullet('Wingdings', '\uf0fc') + level(1, 'bullet', '√') + level(2, 'bullet', '□'),
      '012',
      ['✓', '√', '□'],
    ],
    [
      'shows nothing where it is hidden',
      level(0, 'decimal', '%1.', `${start(1)}<w:rPr><w:vanish/></w:rPr>`),
      '0',
      ['甲'],
    ],
    ['shows text without a number', level(0, 'none', '附：'), '0', ['附：']],
    ['has no number of a lower level', level(0, 'decimal', '%1.%2.'), '0', ['1..']],
    ['claims no more than Word counts', level(0, 'decimal', '%1', start(1e21)), '0', ['0']],
    ['shows a bounded text', level(0, 'decimal', '一'.repeat(500)), '0', ['一'.repeat(100)]],
  ])('whose level %s', async (_, levels, used, labels) => {
    const lines = await linesOf([...used].map((at) => numbered('1', '甲', Number(at))).join(''), {
      numbering: lists(basis('0', levels) + instance('1', '0')),
    })
    expect(lines.map((line) => line.replace(/(?<=.)甲/u, ''))).toEqual(labels)
  })

  test.each<[string, string, string[]]>([
    ['of a style', styled('1', '甲') + styled('1', '乙'), ['第一条甲', '第二条乙']],
    [
      'on the level that the list names a style for',
      styled('1', '甲') + styled('2', '乙'),
      ['第一条甲', '（1）乙'],
    ],
    [
      'of a style that another is based on',
      styled('1', '甲') + styled('3', '乙'),
      ['第一条甲', '第二条乙'],
    ],
    ['that a style takes back', styled('4', '甲'), ['甲']],
    ['that a paragraph takes back', styled('1', '甲', inList('0')), ['甲']],
    [
      'on a level that a paragraph says',
      styled('1', '甲', '<w:numPr><w:ilvl w:val="1"/></w:numPr>'),
      ['（1）甲'],
    ],
    ['of a style that hides its text', styled('5', '甲') + styled('1', '乙'), ['第一条乙']],
    ['of styles in a loop', styled('6', '甲'), ['甲']],
  ])('%s', async (_, body, texts) => {
    const styles = part(
      'styles',
      [
        style('1', `<w:pPr>${inList('1')}</w:pPr>`),
        style('2', `<w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl w:val="7"/></w:numPr></w:pPr>`),
        style('3', '<w:basedOn w:val="1"/>'),
        style('4', `<w:basedOn w:val="1"/><w:pPr>${inList('0')}</w:pPr>`),
        style('5', '<w:basedOn w:val="1"/><w:rPr><w:vanish/></w:rPr>'),
        style('6', '<w:basedOn w:val="7"/>'),
        style('7', '<w:basedOn w:val="6"/>'),
      ].join(''),
    )
    const levels =
      level(0, 'chineseCountingThousand', '第%1条') +
      level(1, 'decimal', '（%2）', `${start(1)}<w:pStyle w:val="2"/>`)
    const numbering = lists(basis('0', levels) + instance('1', '0'))
    expect(await linesOf(body, { styles, numbering })).toEqual(texts)
  })

  test('numbers a column, but no cell that is merged into another', async () => {
    const seq = (merge: string) => `<w:tc><w:tcPr>${merge}</w:tcPr>${numbered('1', '')}</w:tc>`
    const { blocks, asides, notices } = await readBody(
      table(
        tr(tc('序号') + tc('公开事项')) +
          tr(seq(RESTART) + tc('机构职能')) +
          tr(seq(DOWN) + tc('部门预算')) +
          tr(seq('') + tc('招生政策'), '<w:del w:id="1"/>') +
          tr(seq('<w:hMerge w:val="restart"/>') + seq('<w:hMerge/>')) +
          tr(
            `${seq('')}<w:tc>${numbered('1', '招生政策', 1)}${numbered('1', '招生计划', 1)}</w:tc>`,
          ),
      ),
      { numbering: SIMPLE },
    )
    expect(tablesOf(blocks).flatMap(cellsOf)).toEqual([
      '0,0 1x1 序号',
      '0,1 1x1 公开事项',
      '1,0 2x1 1.',
      '1,1 1x1 机构职能',
      '2,1 1x1 部门预算',
      '3,0 1x2 2.',
      '4,0 1x1 3.',
      '4,1 1x1 3.1招生政策\n3.2招生计划',
    ])
    expect([asides, notices]).toEqual([undefined, []])
  })

  test('makes a cell more than a frame around a table', async () => {
    const { blocks } = await readBody(
      table(tr(`<w:tc>${table(tr(tc('甲')))}${numbered('1', '')}</w:tc>`)),
      { numbering: SIMPLE },
    )
    expect(tablesOf(blocks).flatMap(cellsOf)).toEqual(['0,0 1x1 甲\n1.'])
  })

  test('counts anew in text boxes and in headers', async () => {
    const box = `<w:r><w:pict><w:txbxContent>${numbered('1', '框')}</w:txbxContent></w:pict></w:r>`
    const { blocks, asides } = await readBody(
      `${numbered('1', '甲')}<w:p>${run('文')}${box}</w:p>${numbered('1', '乙')}`,
      { numbering: SIMPLE, header: part('hdr', numbered('1', '页眉')) },
    )
    expect(blocks).toMatchObject([{ text: '1.甲' }, { text: '文' }, { text: '2.乙' }])
    expect(asides).toMatchObject([{ text: '1.框' }, { text: '1.页眉' }])
  })

  test('has numbers that stand in no part', async () => {
    const body = table(
      tr(`<w:tc>${numbered('1', '甲')}${removed('上')}${numbered('1', '下')}</w:tc>`),
    )
    const { blocks } = await readBody(body, { numbering: SIMPLE })
    const xml = part('document', `<w:body>${body}</w:body>`)
    const [cell] = tablesOf(blocks)[0]?.rows[0] ?? []
    expect(cell).toMatchObject({
      text: '1.甲\n2.上下',
      origin: {
        pieces: [
          { start: 2, end: 3, paragraph: 0, run: 0 },
          { start: 6, end: 7, paragraph: 1, run: 0 },
          { start: 7, end: 8, paragraph: 2, run: 0 },
        ],
      },
    })
    const pieces = (cell?.origin.kind === 'word' && cell.origin.pieces) || []
    expect(pieces.map(({ from, to }) => xml.slice(from, to))).toEqual(['甲', '上', '下'])
  })

  test('is no part of the words that a comment is about', async () => {
    const body = `<w:p><w:pPr>${inList('1')}</w:pPr><w:commentRangeStart w:id="1"/>${run('甲')}<w:commentRangeEnd w:id="1"/></w:p>`
    const comments = part('comments', `<w:comment w:id="1">${p('核对')}</w:comment>`)
    const { asides } = await readBody(body, { numbering: SIMPLE, comments })
    expect(asides).toMatchObject([{ text: '核对', on: '甲' }])
  })

  test.each([
    ['is not there', undefined, ['甲']],
    ['is empty', lists(''), ['甲']],
    [
      'makes no sense',
      lists(
        `<w:lvl/><w:start/><w:lvlOverride/><w:num><w:lvlOverride w:ilvl="x"/><w:startOverride/></w:num>${instance('1', '0')}`,
      ),
      ['甲'],
    ],
    [
      'numbers levels in words',
      lists(
        `${basis('0', '<w:lvl w:ilvl="x"><w:lvlText w:val="%1"/></w:lvl><w:lvl w:ilvl="99999999999"/>')}${instance('1', '0')}`,
      ),
      ['甲'],
    ],
  ])('whose definition %s', async (_, numbering, texts) => {
    const others = numbering === undefined ? {} : { numbering }
    expect(await linesOf(numbered('1', '甲'), others)).toEqual(texts)
  })

  test('whose definition is not well-formed is refused like any damaged part', async () => {
    await expect(
      linesOf(numbered('1', '甲'), { numbering: '<w:numbering>' }),
    ).rejects.toMatchObject({
      name: 'UnreadableError',
      reason: 'damaged',
    })
  })
})

describe('text apart', () => {
  test('in a continued cell is hidden, and told of', async () => {
    const { blocks, asides, notices } = await readBody(
      table(tr(tc('甲', RESTART)) + tr(tc('旧', DOWN)) + tr(tc('', DOWN))),
    )
    expect(tablesOf(blocks).flatMap(cellsOf)).toEqual(['0,0 3x1 甲'])
    expect(asides).toMatchObject([
      { kind: 'hidden-text', text: '旧', origin: { table: 1, row: 2, column: 1, paragraph: 2 } },
    ])
    expect(notices).toEqual([
      {
        kind: 'hidden-text',
        text: '文档有1个被合并的单元格里还有看不见的文字，不作为正文读取，第一个在第1张表第2行第1列；应当删去，或者移到合并后的单元格里。',
      },
    ])
  })

  test.each([
    ['a run that is hidden', '<w:vanish/>', true],
    ['a run that is not', '<w:vanish w:val="false"/>', false],
    ['a style that hides', '<w:rStyle w:val="x"/>', true],
    [
      'a style that hides and a run that shows',
      '<w:rStyle w:val="x"/><w:vanish w:val="0"/>',
      false,
    ],
  ])('%s', async (_, look, isHidden) => {
    const styles = part('styles', style('x', '<w:rPr><w:vanish/></w:rPr>'))
    const { asides, blocks, notices } = await readBody(
      `<w:p>${run('甲')}<w:r><w:rPr>${look}</w:rPr><w:t>乙</w:t></w:r></w:p>`,
      { styles },
    )
    expect(blocks).toMatchObject([{ text: isHidden ? '甲' : '甲乙' }])
    expect(asides?.map(({ text }) => text)).toEqual(isHidden ? ['乙'] : undefined)
    expect(notices.map(({ text }) => text)).toEqual(
      isHidden
        ? ['文档有1处隐藏文字，不作为正文读取，第一处在第1段；应当删去，或者取消隐藏。']
        : [],
    )
  })

  test('in a text box is told once, where it hangs', async () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${p('框')}${p('内')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p('框')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    const { blocks, asides } = await readBody(
      table(tr(`<w:tc><w:p>${run('甲')}${box}${run('乙')}</w:p></w:tc>`)) + p('后'),
    )
    expect(tablesOf(blocks).flatMap(cellsOf)).toEqual(['0,0 1x1 甲乙'])
    expect(asides).toMatchObject([
      { kind: 'text-box', text: '框\n内', origin: { table: 1, row: 1, column: 1, paragraph: 1 } },
    ])
    expect(blocks[1]).toMatchObject({ text: '后', origin: { paragraph: 2 } })
  })

  test('in notes, headers and footers', async () => {
    const refer = (name: string) => `<w:r><w:${name} w:id="2"/></w:r>`
    const note = (name: string) =>
      part(
        `${name}s`,
        `<w:${name} w:id="0" w:type="separator">${p('线')}</w:${name}><w:${name} w:id="2">${p(name)}</w:${name}>`,
      )
    const { asides } = await readBody(
      `${p('一')}<w:p>${run('二')}${refer('footnoteReference')}${refer('endnoteReference')}</w:p>`,
      {
        footnotes: note('footnote'),
        endnotes: note('endnote'),
        header: part('hdr', p('页眉') + table(tr(tc('甲') + tc('乙')))),
        footer: part(
          'ftr',
          `<w:p><w:r><w:pict><w:txbxContent>${p('- 1 -')}</w:txbxContent></w:pict></w:r></w:p>`,
        ),
      },
    )
    expect(asides).toMatchObject([
      {
        kind: 'footnote',
        text: 'footnote',
        origin: { paragraph: 2, pieces: [{ part: 'word/footnotes.xml' }] },
      },
      { kind: 'footnote', text: 'endnote', origin: { paragraph: 2 } },
      { kind: 'header', text: '页眉\n甲\t乙' },
      { kind: 'footer', text: '- 1 -' },
    ])
  })

  test('in comments, with the words they are about', async () => {
    const start = (id: number) => `<w:commentRangeStart w:id="${id}"/>`
    const end = (id: number) =>
      `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`
    const comment = (id: number) =>
      `<w:comment w:id="${id}" w:author="张三">${p(`批注${id}`)}</w:comment>`
    const { asides } = await readBody(
      `<w:p>${start(0)}${run('甲')}${start(1)}${run('乙')}${end(0)}${run('丙')}</w:p><w:p>${run('丁')}${end(1)}${start(2)}${end(2)}</w:p>`,
      { comments: part('comments', [0, 1, 2, 3].map(comment).join('')) },
    )
    expect(asides).toMatchObject([
      { kind: 'comment', author: '张三', text: '批注0', on: '甲乙', origin: { paragraph: 1 } },
      { text: '批注1', on: '乙丙\n丁', origin: { paragraph: 1 } },
      { text: '批注2', origin: { paragraph: 2 } },
      { text: '批注3', origin: { paragraph: 1 } },
    ])
    expect(asides?.map(({ on }) => on !== undefined)).toEqual([true, true, false, false])
  })
})

describe('a file', () => {
  test.each([
    ['without text', document(p('')), 'empty'],
    ['without a document', new Map([['a.txt', 'a']]), 'damaged'],
    ['with a document type', document('', '<!DOCTYPE a [<!ENTITY b "c">]>'), 'document-type'],
    ['that is not well-formed', document('<w:p>'), 'damaged'],
  ])('%s is refused', async (_, parts, reason) => {
    await expect(readFrom(pack(parts))).rejects.toMatchObject({
      name: 'UnreadableError',
      reason,
    })
  })

  test('with nothing but a picture is refused as one that has to be recognised first', async () => {
    const drawing = '<w:p><w:r><w:drawing/></w:r></w:p>'
    await expect(readBody(drawing, { image: 'PNG' })).rejects.toMatchObject({
      reason: 'no-text-layer',
      message: '文档里没有文字，只有图片；应当先做文字识别（OCR），或者改用原来的电子文档。',
    })
  })

  test.each([
    ['fields in fields', `<w:p>${mark('begin').repeat(N)}${run('甲').repeat(N)}</w:p>`],
    [
      'results in results',
      `<w:p>${(mark('begin') + mark('separate')).repeat(N)}${run('甲').repeat(N)}</w:p>`,
    ],
    [
      'ranges that do not end',
      Array.from({ length: N }, (_, id) => `<w:commentRangeStart w:id="${id}"/>${p('甲')}`).join(
        '',
      ),
    ],
    ['merges downwards', table(tr(tc('', DOWN)).repeat(N))],
    ['cells in one row', table(tr(tc('甲').repeat(10_000)))],
    [
      'numbers before what went before',
      table(tr(`<w:tc>${(removed('上') + numbered('1', '下')).repeat(N)}</w:tc>`)),
    ],
    ['numbers in lines that do not end', removed('上').repeat(N) + numbered('1', '下')],
  ])('of many %s takes no long time', async (_, body) => {
    const start = performance.now()
    await readsOrRefuses(pack(document(body, '', { numbering: SIMPLE })))
    expect(performance.now() - start).toBeLessThan(20_000)
  })

  const parts = document(
    p('标题') +
      table(tr(tc('甲', RESTART) + tc('乙', span(2))) + tr(tc('', DOWN) + tc('1') + tc('2'))) +
      numbered('1', '甲') +
      numbered('1', '乙', 1),
    '',
    { numbering: SIMPLE },
  )

  // The checksum finds nearly all damage to a whole file, so the document is damaged before packing too.
  test.each<[string, Uint8Array, (bytes: Uint8Array) => Uint8Array]>([
    ['a file', pack(parts), (bytes) => bytes],
    [
      'a document',
      Buffer.from(parts.get('word/document.xml') ?? ''),
      (bytes) => pack(new Map<string, string | Uint8Array>(parts).set('word/document.xml', bytes)),
    ],
    [
      'lists',
      Buffer.from(SIMPLE),
      (bytes) => pack(new Map<string, string | Uint8Array>(parts).set('word/numbering.xml', bytes)),
    ],
  ])('%s whose bytes are damaged is read or refused', async (_, sound, packed) => {
    const at = fc.nat(sound.length - 1)
    const damaged = fc.oneof(
      at.map((end) => sound.slice(0, end)),
      fc
        .array(fc.tuple(at, fc.nat(255)), { minLength: 1, maxLength: 4 })
        .map((changes) => changed(sound, changes)),
      fc.tuple(at, at, at).map(([from, to, into]) => spliced(sound, from, to, into)),
    )
    await fc.assert(
      fc.asyncProperty(damaged, async (bytes) => {
        await readsOrRefuses(packed(bytes))
      }),
      { numRuns: 500, seed: SEED },
    )
  })

  test('whose markup makes no sense is read or refused', async () => {
    const tags = [
      'p',
      'numPr',
      'r',
      't',
      'tbl',
      'tr',
      'tc',
      'tcPr',
      'trPr',
      'rPr',
      'pPr',
      'del',
      'txbxContent',
      'drawing',
      'sdtContent',
    ]
    const empties = [
      span(3),
      DOWN,
      RESTART,
      '<w:hMerge/>',
      '<w:br/>',
      '<w:vanish/>',
      '<w:numId w:val="1"/>',
      '<w:ilvl w:val="1"/>',
      numbered('1', '甲'),
      removed('乙'),
      '<w:gridBefore w:val="9"/>',
      mark('begin'),
      mark('end'),
      '<w:commentRangeStart w:id="1"/>',
      '<w:commentRangeEnd w:id="1"/>',
      '<w:footnoteReference w:id="1"/>',
    ]
    const { content } = fc.letrec<{ content: string }>((tie) => ({
      content: fc.oneof(
        { depthSize: 'medium' },
        fc.constantFrom('公开', ...empties),
        fc
          .tuple(fc.constantFrom(...tags), fc.array(tie('content'), { maxLength: 4 }))
          .map(([tag, inner]) => `<w:${tag}>${inner.join('')}</w:${tag}>`),
      ),
    }))
    await fc.assert(
      fc.asyncProperty(fc.array(content, { maxLength: 6 }), async (body) => {
        const read = await readsOrRefuses(pack(document(body.join(''), '', { numbering: SIMPLE })))
        for (const { rows } of tablesOf(read?.blocks ?? [])) expectOrder(rows)
        expectPiecesLeadBack(read, part('document', `<w:body>${body.join('')}</w:body>`))
      }),
      { numRuns: 600, seed: SEED },
    )
  })
})

async function readsOrRefuses(bytes: Uint8Array): Promise<Document | undefined> {
  const read = await readFrom(bytes).catch((error: unknown) => error)
  if (!(read instanceof Error)) return read as Document
  if (!(read instanceof UnreadableError)) throw read
  return undefined
}

function changed(sound: Uint8Array, changes: readonly (readonly [number, number])[]): Uint8Array {
  const bytes = Uint8Array.from(sound)
  for (const [index, byte] of changes) bytes[index] = byte
  return bytes
}

function spliced(sound: Uint8Array, from: number, to: number, into: number): Uint8Array {
  return Buffer.concat([sound.slice(0, into), sound.slice(from, to), sound.slice(into)])
}

/** The pieces of a text are in order, and each stands in the document as it does in the text. */
function expectPiecesLeadBack(read: Document | undefined, xml: string): void {
  const passages = [
    ...(read?.blocks ?? []).flatMap((block): readonly Passage[] =>
      block.kind === 'table' ? block.rows.flat() : [block],
    ),
    ...(read?.asides ?? []),
  ]
  for (const { text, origin } of passages) {
    let next = 0
    for (const { start, end, from, to } of (origin.kind === 'word' && origin.pieces) || []) {
      expect(start).toBeGreaterThanOrEqual(next)
      expect(xml.slice(from, to)).toBe(text.slice(start, end))
      next = end
    }
  }
}

/** Cells stand in their row, from left to right, inside the table. */
function expectOrder(rows: Table['rows']): void {
  for (const [index, row] of rows.entries()) {
    let next = 0
    for (const cell of row) {
      expect(cell.row).toBe(index)
      expect(cell.column).toBeGreaterThanOrEqual(next)
      expect(cell.columnSpan).toBeGreaterThanOrEqual(1)
      expect(cell.row + cell.rowSpan).toBeLessThanOrEqual(rows.length)
      next = cell.column + 1
    }
  }
}

function tablesOf(blocks: Document['blocks']): readonly Table[] {
  return blocks.filter((block) => block.kind === 'table')
}

function cellsOf({ rows }: Table): readonly string[] {
  return rows
    .flat()
    .map(
      ({ row, column, rowSpan, columnSpan, text }) =>
        `${row},${column} ${rowSpan}x${columnSpan} ${text}`,
    )
}

function p(text: string): string {
  return `<w:p>${run(text)}</w:p>`
}

function run(text: string): string {
  return text === '' ? '' : `<w:r><w:t>${text}</w:t></w:r>`
}

function symbol(font: string, code: string): string {
  return `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`
}

function field(code: string, result: string): string {
  return `${mark('begin')}<w:r><w:instrText>${code}</w:instrText></w:r>${mark('separate')}${result}${mark('end')}`
}

function mark(type: string): string {
  return `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
}

function checkBox(state: string): string {
  return `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>${state}</w:checkBox></w:ffData></w:fldChar></w:r>${mark('end')}`
}

function table(rows: string): string {
  return `<w:tbl><w:tblPr/>${rows}</w:tbl>`
}

function tr(cells: string, properties = ''): string {
  return `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`
}

function tc(text: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`
}

function span(columns: number): string {
  return `<w:gridSpan w:val="${columns}"/>`
}

function nest(depth: number): string {
  return '<w:tbl><w:tr><w:tc>'.repeat(depth) + p('内') + '</w:tc></w:tr></w:tbl>'.repeat(depth)
}

function style(id: string, content: string): string {
  return `<w:style w:type="paragraph" w:styleId="${id}">${content}</w:style>`
}

function styled(id: string, text: string, properties = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${id}"/>${properties}</w:pPr>${run(text)}</w:p>`
}

function numbered(list: string, text: string, at = 0): string {
  return `<w:p><w:pPr>${inList(list, at)}</w:pPr>${run(text)}</w:p>`
}

/** A paragraph whose end was deleted. */
function removed(text: string): string {
  return `<w:p><w:pPr>${inList('1')}<w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run(text)}</w:p>`
}

function inList(list: string, at = 0): string {
  return `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`
}

function lists(content: string): string {
  return part('numbering', content)
}

function basis(id: string, content: string): string {
  return `<w:abstractNum w:abstractNumId="${id}">${content}</w:abstractNum>`
}

function instance(id: string, of: string, overrides = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${overrides}</w:num>`
}

function level(at: number, format: string, text: string, others = start(1)): string {
  return `<w:lvl w:ilvl="${at}">${others}<w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:suff w:val="tab"/></w:lvl>`
}

function bullet(font: string, sign: string): string {
  return level(0, 'bullet', sign, `<w:rPr><w:rFonts w:ascii="${font}"/></w:rPr>`)
}

function start(value: number): string {
  return `<w:start w:val="${value}"/>`
}

function override(at: number, content: string): string {
  return `<w:lvlOverride w:ilvl="${at}">${content}</w:lvlOverride>`
}

function startOverride(value: number): string {
  return `<w:startOverride w:val="${value}"/>`
}

async function linesOf(
  body: string,
  others: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const { blocks } = await readBody(body, others)
  return blocks.map((block) => (block.kind === 'paragraph' ? block.text : '表'))
}

function part(root: string, content: string, prologue = ''): string {
  return `<?xml version="1.0"?>${prologue}<w:${root} xmlns:w="w" xmlns:r="r" xmlns:m="m" xmlns:mc="mc">${content}</w:${root}>`
}

function readBody(body: string, others: Readonly<Record<string, string>> = {}): Promise<Document> {
  return readFrom(pack(document(body, '', others)))
}

async function readFrom(bytes: Uint8Array): Promise<Document> {
  return readDocx(await openPackage(bytes), 'word/document.xml')
}

/** The parts of a document; others by the type of their relationship. */
function document(
  body: string,
  prologue = '',
  others: Readonly<Record<string, string>> = {},
): ReadonlyMap<string, string> {
  return new Map([
    ['_rels/.rels', relationships([['officeDocument', 'word/document.xml']])],
    [
      'word/_rels/document.xml.rels',
      relationships(Object.keys(others).map((type) => [type, `${type}.xml`])),
    ],
    ['word/document.xml', part('document', `<w:body>${body}</w:body>`, prologue)],
    ...Object.entries(others).map(([type, content]) => [`word/${type}.xml`, content] as const),
  ])
}

function relationships(targets: readonly (readonly [string, string])[]): string {
  const list = targets.map(
    ([type, target]) => `<Relationship Id="${type}" Type="http://x/${type}" Target="${target}"/>`,
  )
  return `<Relationships>${list.join('')}</Relationships>`
}

function pack(parts: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  return zip(Array.from(parts, ([name, content]) => [name, Buffer.from(content as Uint8Array)]))
}
