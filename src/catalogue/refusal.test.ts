import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CORPUS, hasCorpus } from '../../test/corpus.ts'
import { readDocument } from '../readers/choose.ts'
import { recognise } from './recognise.ts'
import { unscrambled } from './refusal.ts'

const ROW = '职能|地址、电话|《预算法》第十四条|实时更新|县教育局|■政府网站'

async function recognised(text: string) {
  const bytes = new TextEncoder().encode(`${text.replaceAll('|', '\t')}\n`)
  return recognise(await readDocument({ name: '目录.tsv', bytes }))
}

describe('a label out of its characters', () => {
  test.each([
    ['开限公时', '公开时限'],
    ['定众特群', '特定群众'],
    ['定 众\n特 群', '特定群众'],
    ['体公主开', '公开主体'],
    ['一群请定明特体写', '特定群体请写明'],
  ])('%j', (text, label) => expect(unscrambled(text)).toBe(label))

  test.each([
    '公开限时',
    '内容公开',
    '主体公开',
    '公开',
    '开公',
    '社全会',
    '群众特定',
    '公开主动',
    '',
  ])('is not %j', (text) => expect(unscrambled(text)).toBeUndefined())

  test.skipIf(!hasCorpus)('is none of the labels that were really written', () => {
    const lines = readFileSync(join(CORPUS, 'domain/vocab/headers.tsv'), 'utf8').split('\n')
    const found = lines
      .slice(1)
      .map((line) => line.split('\t')[1] ?? '')
      .filter((label) => unscrambled(label) !== undefined)
    expect(found.sort()).toEqual(['一群请定明特体写', '定众特群', '开限公时'])
  })
})

describe('a table that is refused', () => {
  test.each<[string, string]>([
    ['one label of many', `序号|公开事项|公开内容|公开依据|开限公时|公开主体|公开渠道\n1|${ROW}`],
    ['most labels', `序号|项开事公|容开内公|据开依公|开限公时|体公主开|公开渠道\n1|${ROW}`],
    [
      'one of the second header row',
      `序号|公开事项|公开内容|公开依据|公开时限|公开主体|公开对象|\n||||||全社会|定众特群\n1|${ROW}|√`,
    ],
    [
      'no deadline below its label',
      [
        '序号|公开事项|公开内容|公开主体|公开方式|甲|乙',
        '1|职能|地址|实时更新|主动|县教育局|√',
        '2|人事|任免|县教育局|20个工作日内|主动|√',
        '3|预算|文本|主动|县教育局|20个工作日内|√',
        '4|采购|20个工作日内|文本|县教育局|主动|√',
        '5|规划|文本|主动|县教育局|√|实时更新',
      ].join('\n'),
    ],
  ])('%s', async (_name, text) => {
    const { kind, catalogues, tables } = await recognised(text)
    expect(kind).toBeDefined()
    expect(catalogues).toHaveLength(1)
    expect(catalogues[0]?.refusal).toBeDefined()
    expect(catalogues[0]?.entries).toEqual([])
    expect(tables[0]?.rejected).toMatch(/。$/u)
  })
})

describe('a table is judged', () => {
  test.each<[string, string]>([
    ['with cut labels', `序号|公开事项|公开内容|公开依据|公开|公开主|公开渠道\n1|${ROW}`],
    [
      'with a label cut in two rows',
      `序号|公开事项|公开内容|公开依据|公开|公开主体|公开渠道\n||||时限||\n1|${ROW}`,
    ],
    [
      'with labels run together',
      `序号|公开事项|公开内容|公开依据|公开时限公开主体|责任单位|公开渠道\n1|${ROW}`,
    ],
    [
      'with few columns, deadlines below each other',
      `序号|公开事项|公开内容|更新周期|责任单位|公开方式\n${[1, 2, 3, 4, 5]
        .map((seq) => `${seq}|事项${seq}|内容${seq}|20个工作日内|县教育局|主动公开`)
        .join('\n')}`,
    ],
  ])('%s', async (_name, text) => {
    const { catalogues } = await recognised(text)
    expect(catalogues.map(({ refusal }) => refusal)).toEqual([undefined])
    expect(catalogues[0]?.entries.length).toBeGreaterThan(0)
  })

  test.skipIf(!hasCorpus)('with any label that was really written', async () => {
    const lines = readFileSync(join(CORPUS, 'domain/vocab/headers.tsv'), 'utf8').split('\n')
    for (const line of lines.slice(1)) {
      const label = line.split('\t')[1] ?? ''
      if (label === '' || unscrambled(label) !== undefined) continue
      const text = `序号|公开事项|公开内容|公开依据|公开时限|公开主体|${label}\n1|${ROW}`
      const { catalogues } = await recognised(text)
      expect([label, ...catalogues.map(({ refusal }) => refusal)]).toEqual([label, undefined])
    }
  })
})
