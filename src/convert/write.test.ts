import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { recognise } from '../catalogue/recognise.ts'
import { readDocument } from '../readers/choose.ts'
import { type Reading, readingOf } from './reading.ts'
import { TARGETS, type Target, writeReadings } from './write.ts'

const SOURCE = `青溪县教育局主动公开事项目录

序号,一级事项,二级事项,公开内容,公开依据,公开时限,公开主体,备注
1,机构职能,领导信息,姓名、分工,《政府信息公开条例》第二十条,20个工作日内,县教育局,"=HYPERLINK(""x"")"
,,内设机构,"科室|名称
第二行",,,,<b>粗</b>
2,法定内容,工作动态,《政府信息公开条例》第十九条,实时更新,县教育局,,-1
`
const ORIGIN = { path: '目录.csv', format: 'csv', version: '0.0.0' }

async function readings(source = SOURCE, name = '目录.csv'): Promise<readonly Reading[]> {
  const document = await readDocument({ name, bytes: new TextEncoder().encode(source) })
  return recognise(document).catalogues.map(readingOf)
}

async function written(target: Target): Promise<string> {
  return writeReadings(await readings(), ORIGIN, target)
}

describe('a catalogue as it was read', () => {
  test('has its lines filled and its rows moved back', async () => {
    const [reading] = await readings()
    expect(
      reading?.rows.map(({ seq, continues, cells }) => [seq, continues, cells.slice(0, 7)]),
    ).toEqual([
      [
        '1',
        false,
        [
          '1',
          '机构职能',
          '领导信息',
          '姓名、分工',
          '《政府信息公开条例》第二十条',
          '20个工作日内',
          '县教育局',
        ],
      ],
      [
        '1',
        true,
        [
          '',
          '机构职能',
          '内设机构',
          '科室|名称\n第二行',
          '《政府信息公开条例》第二十条',
          '20个工作日内',
          '县教育局',
        ],
      ],
      [
        '2',
        false,
        ['2', '法定内容', '工作动态', '', '《政府信息公开条例》第十九条', '实时更新', '县教育局'],
      ],
    ])
    expect(reading?.rows[2]?.moved).toEqual([
      { text: '《政府信息公开条例》第十九条', from: 4, to: 5 },
      { text: '实时更新', from: 5, to: 6 },
      { text: '县教育局', from: 6, to: 7 },
    ])
  })

  test('is Markdown that is read as the same catalogue', async () => {
    const again = await readings(await written('md'), '目录.md')
    const plain = (all: readonly Reading[]) =>
      all.map(({ columns, rows }) => [columns, rows.map(({ cells }) => cells)])
    expect(plain(again)).toEqual(plain(await readings()))
  })

  test('is CSV for a spreadsheet, without formulas', async () => {
    const text = await written('csv')
    expect(text.startsWith('\ufeff序号,一级事项,')).toBe(true)
    expect(text).toContain(`"'=HYPERLINK(""x"")"`)
    expect(text).toContain(",'-1\r\n")
    expect(text).toContain('"科室|名称\n第二行"')
  })

  test('is a page without anything that is obeyed, which shows the rows that were moved', async () => {
    const text = await written('html')
    expect(text).toContain('&lt;b&gt;粗&lt;/b&gt;')
    expect(text).toContain('科室|名称<br>第二行')
    expect(text.match(/<tr class="moved">/gu)).toHaveLength(1)
    expect(text).not.toMatch(/<script|<b>/u)
  })

  test('is JSON by its schema', async () => {
    const schema = JSON.parse(readFileSync('schemas/catalogue.schema.json', 'utf8'))
    const validate = new Ajv2020({ allErrors: true, strict: true }).compile(schema)
    validate(JSON.parse(await written('json')))
    expect(validate.errors ?? []).toEqual([])
  })

  test.each(TARGETS)('writes nothing in %s that a terminal obeys', async (target) => {
    const source = SOURCE.replace('姓名、分工', '姓名\u001b[31m、\u202e分工')
    const text = writeReadings(await readings(source), ORIGIN, target)
    expect(text).not.toContain('\u001b')
    expect(text).not.toContain('\u202e')
  })
})
