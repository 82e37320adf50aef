import { describe, expect, test } from 'vitest'
import type { Cell } from '../table/model.ts'
import { REQUEST_ROWS } from './form.ts'
import { compared, nearestLabel, wordsOf } from './label.ts'

function cell(text: string): Cell {
  const origin = { kind: 'text', start: 0, end: text.length } as const
  return { text, origin, row: 0, column: 0, rowSpan: 1, columnSpan: 1 }
}

describe('a label taken apart', () => {
  test.each([
    ['一、本年新收政府信息公开申请数量', '一、', '本年新收政府信息公开申请数量'],
    ['（一）予以公开', '(一)', '予以公开'],
    ['(一) 予以公开', '(一)', '予以公开'],
    ['2. 其他法律行政法规禁止公开', '2.', '其他法律行政法规禁止公开'],
    ['２．其他法律行政法规禁止公开', '2.', '其他法律行政法规禁止公开'],
    ['（二）部分公开（区分处理的，只计这一情形，不计其他情形）', '(二)', '部分公开'],
    ['3.危及“三安全一稳定”', '3.', '危及三安全一稳定'],
    ['社会公\n益组织', '', '社会公益组织'],
    ['本年收费金额（单位：万元）', '', '本年收费金额'],
    ['（单位：万元）', '', ''],
    ['第二十条第（一）项', '', '第二十条第一项'],
  ])('%j is %j and %j', (text, number, key) => {
    expect(wordsOf(cell(text))).toMatchObject({ number, key })
  })

  test('its words are known by their place', () => {
    const text = ' 2. 其他法律 法规禁止公开（旧）'
    const { phrase } = wordsOf(cell(text))
    expect(text.slice(phrase.span.start, phrase.span.end)).toBe('其他法律 法规禁止公开')
  })
})

describe('the label that was meant', () => {
  const rows = REQUEST_ROWS.map(({ words, key }) => [compared(words), key] as const)

  test.each([
    ['其他法律法规禁止公开', 'refuse.lawForbidden'],
    ['属于三类内部事项信息', 'refuse.internal'],
    ['属于四类过程信息', 'refuse.process'],
    ['危及', undefined],
    ['危及三安全', 'refuse.threeSecurities'],
    ['本机关不掌握相关信息', 'unable.notHeld'],
    ['要求行政机关确认', 'decline.confirm'],
    ['备注', undefined],
    ['', undefined],
    ['a'.repeat(5000), undefined],
  ])('of %s is %s', (words, key) => {
    expect(nearestLabel(words, rows)).toBe(key)
  })

  test('is none where two are as near', () => {
    expect(
      nearestLabel('本年制件数', [
        ['本年甲件数', 1],
        ['本年乙件数', 2],
      ]),
    ).toBeUndefined()
  })
})
