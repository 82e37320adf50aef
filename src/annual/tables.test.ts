import { describe, expect, test } from 'vitest'
import { recognise } from '../catalogue/recognise.ts'
import { readDocument } from '../readers/choose.ts'
import { type ReportTables, tablesOf } from './tables.ts'

const TITLE = '云岭市民政局2025年政府信息公开工作年度报告'

async function tables(text: string, format = 'txt'): Promise<ReportTables> {
  const source = format === 'html' ? `<p>${TITLE}</p>${text}` : `${TITLE}\n\n${text}\n`
  const bytes = new TextEncoder().encode(source)
  const document = await readDocument({ name: `年报.${format}`, bytes })
  const [catalogue] = recognise(document, 'annual-report').catalogues
  if (catalogue === undefined) throw new Error('no report')
  return tablesOf(catalogue)
}

/** Rows told as cells, a space for a blank one. */
const rows = (...all: readonly string[]) =>
  all
    .map((row) =>
      row
        .split('|')
        .map((cell) => cell.trim())
        .join('\t'),
    )
    .join('\n')

/** The same as a table of a web page. */
const page = (...all: readonly string[]) =>
  `<table>${all
    .map(
      (row) =>
        `<tr>${row
          .split('|')
          .map((cell) => `<td>${cell}</td>`)
          .join('')}</tr>`,
    )
    .join('')}</table>`

const told = ({ requests }: ReportTables) =>
  requests.map(({ lines }) =>
    lines.map(
      ({ row, values }) => `${row.key} ${values.map(({ value }) => value ?? '_').join(' ')}`,
    ),
  )

const HEADER = '项目|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计'

describe('the table of part three', () => {
  test('is read under a header of one row', async () => {
    const found = await tables(
      rows(
        HEADER,
        '一、本年新收政府信息公开申请数量|2|0|0|0|1|0|3',
        '二、上年结转政府信息公开申请数量|0|0|0|0|0|0|0',
      ),
    )
    expect(told(found)).toEqual([['received 2 0 0 0 1 0 3', 'carriedIn 0 0 0 0 0 0 0']])
    expect(found.requests[0]?.width).toBe(7)
  })

  test('is read where the merges are lost with their blanks', async () => {
    const found = await tables(
      rows(
        '本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和|申请人情况',
        '自然人|法人或其他组织|总计',
        '商业企业|科研机构|社会公益组织|法律服务机构|其他',
        '一、本年新收政府信息公开申请数量|2|0|0|0|1|0|3',
        '三、本年度办理结果|（一）予以公开|2|0|0|0|1|0|3',
        '（三）不予公开|1.属于国家秘密|0|0|0|0|0|0|0',
      ),
    )
    expect(told(found)).toEqual([
      ['received 2 0 0 0 1 0 3', 'granted 2 0 0 0 1 0 3', 'refuse.stateSecret 0 0 0 0 0 0 0'],
    ])
    expect(found.requests[0]?.groups.map(({ group }) => group.key)).toEqual(['result', 'refuse'])
  })

  test('is read where the label of a group stands in every row, or in one cell with another', async () => {
    const found = await tables(
      rows(
        HEADER,
        '一、本年新收政府信息公开申请数量|2|0|0|0|1|0|3',
        '（三）不予公开1.属于国家秘密|0|0|0|0|0|0|0',
        '（三）不予公开2.其他法律行政法规禁止公开|0|0|0|0|0|0|0',
      ),
    )
    expect(told(found)).toEqual([
      [
        'received 2 0 0 0 1 0 3',
        'refuse.stateSecret 0 0 0 0 0 0 0',
        'refuse.lawForbidden 0 0 0 0 0 0 0',
      ],
    ])
  })

  test('goes on overleaf, with and without its header', async () => {
    for (const again of [[], [HEADER]]) {
      const found = await tables(
        `${page(HEADER, '一、本年新收政府信息公开申请数量|2|0|0|0|1|0|3', '（一）予以公开|2|0|0|0|1|0|3')}<p>第2页</p>${page(
          ...again,
          '（二）部分公开|0|0|0|0|0|0|0',
          '四、结转下年度继续办理|0|0|0|0|0|0|0',
        )}`,
        'html',
      )
      expect(told(found)).toEqual([
        [
          'received 2 0 0 0 1 0 3',
          'granted 2 0 0 0 1 0 3',
          'partial 0 0 0 0 0 0 0',
          'carriedOut 0 0 0 0 0 0 0',
        ],
      ])
    }
  })

  test('of two bodies is two', async () => {
    const one = [
      HEADER,
      '一、本年新收政府信息公开申请数量|2|0|0|0|1|0|3',
      '四、结转下年度继续办理|0|0|0|0|0|0|0',
    ]
    const found = await tables(`${rows(...one)}\n\n县本级\n\n${rows(...one)}`)
    expect(found.requests).toHaveLength(2)
    expect((await tables(rows(...one, ...one))).requests).toHaveLength(2)
  })

  test('knows the one row of 2019 for other results', async () => {
    const found = await tables(
      rows(
        HEADER,
        '一、本年新收政府信息公开申请数量|2|0|0|0|1|0|3',
        '（六）其他处理|2|0|0|0|1|0|3',
        '（七）总计|2|0|0|0|1|0|3',
      ),
    )
    expect(told(found)).toEqual([
      ['received 2 0 0 0 1 0 3', 'other.misc 2 0 0 0 1 0 3', 'resultTotal 2 0 0 0 1 0 3'],
    ])
    expect(found.requests[0]?.rows).toHaveLength(23)
  })

  test('tells rows that stand one column off, and rows with another number of values', async () => {
    const found = await tables(
      rows(
        `${HEADER}| `,
        '一、本年新收政府信息公开申请数量||2|0|0|0|1|0|3',
        '二、上年结转政府信息公开申请数量|0|0|0|0|0|0|0|1',
        '（一）予以公开|2|0|0|0|1|3',
        '（二）部分公开|0|0|0|0|0|0|0| ',
      ),
    )
    expect(
      found.requests[0]?.lines.map(({ row, figures, isShifted }) => [
        row.key,
        figures?.length,
        isShifted,
      ]),
    ).toEqual([
      ['received', 7, true],
      ['carriedIn', undefined, false],
      ['granted', undefined, false],
      ['partial', 7, false],
    ])
  })

  test('is not seen in prose, in a list of words, or in other tables', async () => {
    const found = await tables(
      `本年新收政府信息公开申请数量为3件\n\n${rows('其他|总计', '予以公开|3', '重复申请|1')}`,
    )
    expect(found.requests).toEqual([])
    expect([...found.inText.keys()]).toEqual(['requests'])
  })
})

describe('the table of part two', () => {
  const figures = ({ proactive }: ReportTables) =>
    proactive?.lines.map(
      ({ key, values }) => `${key} ${values.map(({ value }) => value ?? '_').join(' ')}`,
    )

  test('is read with its merges, and without', async () => {
    const expected = ['rules 0 0 3', 'normativeDocs 2 1 14', 'licensing 105', 'fees 1613.88']
    const text = rows(
      '第二十条第（一）项||| ',
      '信息内容|本年制发件数|本年废止件数|现行有效件数',
      '规章|0|0|3',
      '行政规范性文件|2|1|14',
      '第二十条第（五）项||| ',
      '信息内容|本年处理决定数量|| ',
      '行政许可|105|| ',
      '信息内容|本年收费金额（单位：万元）|| ',
      '行政事业性收费|1613.88|| ',
    )
    expect(figures(await tables(text))).toEqual(expected)
    const html = `<table><tr><td colspan="4">第二十条第（一）项</td></tr><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr><tr><td>规章</td><td>0</td><td>0</td><td>3</td></tr><tr><td>行政规范性文件</td><td>2</td><td>1</td><td>14</td></tr><tr><td>信息内容</td><td colspan="3">本年处理决定数量</td></tr><tr><td>行政许可</td><td colspan="3">105</td></tr><tr><td>信息内容</td><td colspan="3">本年收费金额</td></tr><tr><td>行政事业性收费</td><td colspan="3">1613.88</td></tr></table>`
    expect(figures(await tables(html, 'html'))).toEqual(expected)
  })

  test('of the form of 2019 is known by its labels', async () => {
    const found = await tables(
      rows('信息内容|本年新制作数量|本年新公开数量|对外公开总数量', '规范性文件|2|2|11'),
    )
    expect(found.proactive?.old.map(({ phrase }) => phrase.text)).toEqual([
      '本年新制作数量',
      '本年新公开数量',
      '对外公开总数量',
    ])
  })

  test('is not a catalogue of what is disclosed', async () => {
    const found = await tables(rows('事项|内容', '行政许可|许可结果', '行政处罚|处罚决定'))
    expect(found.proactive).toBeUndefined()
  })
})

describe('the table of part four', () => {
  const labels = Array.from({ length: 3 }, () => '结果维持|结果纠正|其他结果|尚未审结|总计').join(
    '|',
  )
  const zeros = Array.from({ length: 10 }, () => '0').join('|')

  test('is read, also behind a label and with words among its figures', async () => {
    for (const [head, row, expected] of [
      [labels, `1|0|0|0|1|${zeros}`, 15],
      [`项目|${labels}`, `件数|1|0|0|0|1|${zeros}`, 15],
      [labels, `1|0|x|0|1|${zeros}`, 15],
      [labels, `1|0|0|0|1|${zeros}|7`, 16],
      [labels, '1|0|0|0|1', 5],
    ] as const) {
      const { disputes } = await tables(page('行政复议', head, row), 'html')
      expect(disputes?.values, row).toHaveLength(expected)
    }
  })
})

describe('tables whose cells stand one after the other in running text', () => {
  const tokens = [
    '规章 0 0 0 行政规范性文件 2 1 14 本年处理决定数量 行政许可 1246',
    '项目 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计',
    '一、本年新收政府信息公开申请数量 14 2 0 1 0 0 17 二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1',
    '（三）不予公开 1. 属于国家秘密 0 0 0 0 0 0 0 第3页 (七) 总计 14 1 0 1 0 0 16',
    '结果维持 结果纠正 其他结果 尚未审结 总计 1 0 0 0 1',
  ]
  const expected = {
    requests: [
      [
        'received 14 2 0 1 0 0 17',
        'carriedIn 1 0 0 0 0 0 1',
        'refuse.stateSecret 0 0 0 0 0 0 0',
        'resultTotal 14 1 0 1 0 0 16',
      ],
    ],
    flattened: ['proactive', 'requests', 'disputes'],
  }

  test.each([
    ['in lines', tokens.join('\n\n')],
    ['one in a line', tokens.join(' ').replaceAll(' ', '\n')],
    ['one in a paragraph', tokens.join(' ').replaceAll(' ', '\n\n')],
  ])('are read %s', async (_name, text) => {
    const found = await tables(text)
    expect({ requests: told(found), flattened: [...found.flattened] }).toEqual(expected)
    expect(found.disputes?.values.map(({ value }) => value)).toEqual([1, 0, 0, 0, 1])
  })

  test('rows with another number of figures are left out', async () => {
    const found = await tables(
      '一、本年新收政府信息公开申请数量 2 0 0 2\n\n二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0 5',
    )
    expect(told(found)).toEqual([[]])
  })
})
