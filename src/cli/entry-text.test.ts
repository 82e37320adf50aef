import { describe, expect, test } from 'vitest'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { recognise } from '../catalogue/recognise.ts'
import { loadAuthorities } from '../node/data.ts'
import { readDocument } from '../readers/choose.ts'
import { allSeqs, entryLines } from './entry-text.ts'
import { itemTypeLines } from './item-type-text.ts'

const authorities = loadAuthorities()
const SOURCE = `序号,一级事项,二级事项,公开内容,公开依据,公开时限,公开主体
1,预决算,部门预算,收支表,《预算法》第十四条；《云岭市办法》,信息形成之日起20个工作日内,市财政局
2,双随机,抽查计划 抽查结果,计划和结果,国办发〔2015〕58号,计划：20个工作日内；结果：检查结果作出之日起7个工作日内,市财政局
,,,续行的内容,,,
3,动态,\u001b[31m动态,内容,,及时公开,市财政局
`

async function catalogueOf(source: string): Promise<Catalogue> {
  const document = await readDocument({ name: '目录.csv', bytes: new TextEncoder().encode(source) })
  const [catalogue] = recognise(document).catalogues
  if (catalogue === undefined) throw new Error('not recognised')
  return catalogue
}

async function told(seq: string): Promise<readonly string[]> {
  return entryLines(await catalogueOf(SOURCE), seq, { authorities, day: '2026-11-21' })
}

describe('an entry explained', () => {
  test('tells the item type, its limit, how the deadline was read, and what it cites', async () => {
    expect(await told('1')).toEqual([
      '',
      '序号1（第1张表第2行）',
      '  一级事项：预决算',
      '  二级事项：部门预算',
      '  公开主体：市财政局',
      '  公开时限：信息形成之日起20个工作日内',
      '    读作：至多20个工作日，从“信息形成”起算（信息形成或者变更）',
      '    事项：部门预算 → 部门预算、决算（含“三公”经费）（名称）',
      '      时限：自财政部门批复之日起20日内，宜写作“财政部门批复后20日内”',
      expect.stringMatching(/^ {6}依据：《中华人民共和国预算法》第十四条第二款，.+（条文）$/u),
      expect.stringMatching(
        /^ {6}依据：《中华人民共和国预算法实施条例》（国务院令第729号）第六条第四款，.+（条文）$/u,
      ),
      '      结论：超过',
      expect.stringMatching(
        /^ {2}公开依据：《预算法》第十四条 → 《中华人民共和国预算法》，2026-11-21有效/u,
      ),
      '  公开依据：《云岭市办法》 → 依据库里没有，不判',
    ])
  })

  test('tells every clause and every item of a cell, and continuation lines', async () => {
    const lines = await told('2')
    expect(lines[1]).toBe('序号2（第1张表第3行，连续行共2行）')
    expect(lines.filter((line) => line.startsWith('    读作'))).toEqual([
      '    读作：至多20个工作日，没有写从何时起算（只说“计划”）',
      '    读作：至多7个工作日，从“检查结果作出”起算（只说“结果”）',
    ])
    expect(lines.filter((line) => line.startsWith('      结论'))).toEqual([
      '      结论：没有超过',
      '      结论：没有超过',
    ])
  })

  test('writes nothing that a terminal obeys', async () => {
    expect((await told('3')).join('\n')).not.toContain('\u001b')
  })

  test('is nothing where there is no such 序号', async () => {
    expect(await told('9')).toEqual([])
    expect(allSeqs([await catalogueOf(SOURCE)])).toEqual(['1', '2', '3'])
  })
})

test('the table of item types names each with its limit and articles', () => {
  const [head, ...rows] = itemTypeLines(authorities.itemTypes)
  expect(head).toMatch(/^事项类型 +法定时限 +超过时 +核对 +条文$/u)
  expect(rows).toHaveLength(authorities.itemTypes.all.length)
  expect(rows.find((row) => row.startsWith('部门预算'))).toMatch(
    / 自财政部门批复之日起20日内 +错误 +条文 +《中华人民共和国预算法》第十四条第二款/u,
  )
})
