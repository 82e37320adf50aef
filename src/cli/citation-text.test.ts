import { describe, expect, test } from 'vitest'
import { recognise } from '../catalogue/recognise.ts'
import { loadAuthorities } from '../node/data.ts'
import { readDocument } from '../readers/choose.ts'
import { citationLines } from './citation-text.ts'

const authorities = loadAuthorities()

async function told(...bases: readonly string[]): Promise<readonly string[]> {
  const rows = bases.map((basis, at) => `${at + 1}\t机构职能\t内设机构\t${basis}\t20个工作日内`)
  const source = ['序号\t公开事项\t公开内容\t公开依据\t公开时限', ...rows, ''].join('\n')
  const document = await readDocument({ name: '目录.tsv', bytes: new TextEncoder().encode(source) })
  return citationLines(recognise(document).catalogues, authorities)
}

describe('what the bases of a catalogue cite', () => {
  test('is counted', async () => {
    expect(await told('《政府信息公开条例》第二十条；《预算法》第十四条')).toEqual([
      '引用：公开依据引用2处，依据库认出2处',
    ])
  })

  test('names once what is not known, in the words of the cell', async () => {
    const lines = await told(
      '《云岭市政务公开办法》（云政发〔2020〕3号）；《政府信息公开条例》',
      '《云岭市政务公开办法》第三条；云府规〔2021〕8号',
    )
    expect(lines).toEqual([
      '引用：公开依据引用4处，依据库认出1处，3处依据库里没有，不判对错',
      '  没有：《云岭市政务公开办法》',
      '  没有：云府规〔2021〕8号',
    ])
  })

  test('tells what may be one of several', async () => {
    expect(await told('《国务院办公厅关于批准保定市城市总体规划的通知》')).toEqual([
      '引用：公开依据引用1处，依据库认出0处，1处题名对得上几份文件',
    ])
  })

  test('is cut where nearly everything is unknown', async () => {
    const lines = await told(
      ...Array.from({ length: 23 }, (_, at) => `《云岭市第${at + 1}号办法》`),
    )
    expect(lines).toHaveLength(22)
    expect(lines.at(-1)).toBe('  没有：……还有3份')
  })

  test('is not told where nothing is cited', async () => {
    expect(await told('按规定')).toEqual([])
  })

  test('cannot write on a terminal', async () => {
    const lines = await told('《云岭市\u001b[31m办法》')
    expect(lines.join('')).not.toContain('\u001b')
  })
})
