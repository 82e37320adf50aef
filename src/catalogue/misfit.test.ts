import { describe, expect, test } from 'vitest'
import { readDocument } from '../readers/choose.ts'
import { misfits } from './misfit.ts'
import { recognise } from './recognise.ts'

const HEADER = ['序号', '公开事项', '公开内容', '公开依据', '公开时限', '公开主体', '备注']
const FULL = '职能|文本|《条例》|20个工作日内|市教育局|无'
const WITHOUT_REMARK = '职能|文本|《条例》|20个工作日内|市教育局|'

describe('the cells of a line', () => {
  test.each<[string, string[], (string | undefined)[]]>([
    ['as many as columns', [`1|${FULL}`, `2|${FULL}`], [undefined, undefined]],
    ['one too many', [`1|${FULL}|余`, `2|${FULL}`], ['8 of 7', undefined]],
    ['blank ones too many', [`1|${FULL}|||`, `2|${FULL}`], [undefined, undefined]],
    [
      'one too few',
      ['1|职能|文本|《条例》|20个工作日内|市教育局', `2|${FULL}`],
      ['6 of 7', undefined],
    ],
    [
      'a last one lost that is blank in the others',
      ['1|职能|文本|《条例》|20个工作日内|市教育局', `2|${WITHOUT_REMARK}`],
      [undefined, undefined],
    ],
    [
      'a last one lost that is blank in half of the others',
      ['1|职能|文本|《条例》|20个工作日内|市教育局', `2|${WITHOUT_REMARK}`, `3|${FULL}`],
      [undefined, undefined, undefined],
    ],
    [
      'a last one lost that is blank in a third of the others',
      [
        '1|职能|文本|《条例》|20个工作日内|市教育局',
        `2|${WITHOUT_REMARK}`,
        `3|${FULL}`,
        `4|${FULL}`,
      ],
      ['6 of 7', undefined, undefined, undefined],
    ],
    [
      'one in the middle lost, so that the others can be moved back',
      ['1|职能|《条例》|20个工作日内|市教育局|', `2|${WITHOUT_REMARK}`],
      [undefined, undefined],
    ],
    [
      'a continuation line may end early',
      [`1|${FULL}`, '|续|文本', `2|${FULL}`],
      [undefined, undefined, undefined],
    ],
    [
      'a continuation line may not lose one in the middle',
      [`1|${FULL}`, '|20个工作日内|市教育局|《条例》', `2|${FULL}`],
      [undefined, '4 of 7', undefined],
    ],
    ['the only line', ['1|职能|文本|《条例》'], ['4 of 7']],
  ])('%s', async (_name, rows, expected) => {
    const source = [HEADER, HEADER.map(() => '---'), ...rows.map((row) => row.split('|'))]
      .map((cells) => `| ${cells.join(' | ')} |\n`)
      .join('')
    const bytes = new TextEncoder().encode(source)
    const [catalogue] = recognise(await readDocument({ name: '目录.md', bytes })).catalogues
    const found = catalogue?.entries.map((entry) => misfits(catalogue).get(entry))
    expect(found?.map((one) => one && `${one.cells} of ${one.columns}`)).toEqual(expected)
  })
})
