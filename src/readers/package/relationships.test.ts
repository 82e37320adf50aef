import { describe, expect, test } from 'vitest'
import { findMainPart, relationships } from './relationships.ts'
import type { Package } from './zip.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships'

describe('relationships', () => {
  test.each<[string, string, string | undefined]>([
    ['relative', 'worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['absolute', '/xl/worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['up and down', '../xl/./worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['with backslashes', 'worksheets\\sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['that climb out', '../../xl/worksheets/sheet1.xml', undefined],
    ['that are not there', 'worksheets/sheet9.xml', undefined],
    ['on a server', 'http://127.0.0.1/sheet1.xml', undefined],
  ])('targets %s', async (_name, target, part) => {
    const source = packageOf([
      ['xl/_rels/workbook.xml.rels', rels(['rId1', `${OFFICE}/worksheet`, target])],
      ['xl/worksheets/sheet1.xml', '<worksheet/>'],
    ])
    expect(await relationships(source, 'xl/workbook.xml')).toEqual([
      { id: 'rId1', type: 'worksheet', target: part },
    ])
  })

  test('targets outside the package are none, whatever their names', async () => {
    const source = packageOf([
      [
        'xl/_rels/workbook.xml.rels',
        '<Relationships><Relationship Id="1" Type="x/link" Target="a.xml" TargetMode="External"/></Relationships>',
      ],
      ['xl/a.xml', '<a/>'],
    ])
    expect(await relationships(source, 'xl/workbook.xml')).toEqual([
      { id: '1', type: 'link', target: undefined },
    ])
  })

  test('a part without any has none', async () => {
    expect(await relationships(packageOf([]), 'xl/workbook.xml')).toEqual([])
  })
})

describe('main part', () => {
  const types = `<Types>
    <Default Extension="xml" ContentType="application/xml"/>
    <Override PartName="/xl/Workbook.xml" ContentType="a/spreadsheet"/>
  </Types>`

  test.each([OFFICE, STRICT])('is found by its relationship under %s', async (base) => {
    const source = packageOf([
      [
        '_rels/.rels',
        rels(['1', 'x/app', 'app.xml'], ['2', `${base}/officeDocument`, 'xl/workbook.xml']),
      ],
      ['[Content_Types].xml', types],
      ['xl/workbook.xml', '<workbook/>'],
    ])
    expect(await findMainPart(source)).toEqual({
      name: 'xl/workbook.xml',
      contentType: 'a/spreadsheet',
    })
  })

  test.each<[string, [string, string][], string]>([
    ['of its extension', [['[Content_Types].xml', types]], 'application/xml'],
    ['of nothing', [], ''],
  ])('has the type %s', async (_name, parts, contentType) => {
    const source = packageOf([
      ['_rels/.rels', rels(['1', `${OFFICE}/officeDocument`, '/word/document.xml'])],
      ['word/document.xml', '<document/>'],
      ...parts,
    ])
    expect(await findMainPart(source)).toEqual({ name: 'word/document.xml', contentType })
  })

  test('of a zip file that is no office package is none', async () => {
    expect(await findMainPart(packageOf([['OFD.xml', '<OFD/>']]))).toBeUndefined()
  })
})

function rels(...list: readonly (readonly [string, string, string])[]): string {
  const items = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`,
  )
  return `<Relationships>${items.join('')}</Relationships>`
}

function packageOf(parts: readonly (readonly [string, string])[]): Package {
  const texts = new Map(parts)
  return {
    names: [...texts.keys()],
    has: (name) => texts.has(name),
    text: async (name) => texts.get(name) ?? '',
    bytes: async (name) => new TextEncoder().encode(texts.get(name)),
  }
}
