import { describe, expect, test } from 'vitest'
import { parseCitations } from './citation.ts'
import { findWrongMarks, lostMark, withMarks } from './title-mark.ts'

describe('marks of the wrong kind', () => {
  test.each<[string, string[]]>([
    ['《印发〈公开办法〉的通知》', []],
    ['《预算法》《统计法》', []],
    ['《印发《公开办法》的通知》', ['nested 《公开办法》 〈〉']],
    ['《修改《甲办法》和《乙办法》的决定》', ['nested 《甲办法》 〈〉', 'nested 《乙办法》 〈〉']],
    ['《印发<公开办法>的通知》', ['angle <公开办法> 〈〉']],
    ['《印发＜公开办法＞的通知》', ['angle ＜公开办法＞ 〈〉']],
    ['《印发<2021年工作要点>的通知》', ['angle <2021年工作要点> 〈〉']],
    ['<政府信息公开条例>', ['angle <政府信息公开条例> 《》']],
    ['〈政府信息公开条例〉', ['single 〈政府信息公开条例〉 《》']],
    [
      '〈关于印发《公开办法》的通知〉',
      ['single 〈关于印发《公开办法》的通知〉 《》', 'nested 《公开办法》 〈〉'],
    ],
    ['《转发〈关于修改《公开办法》的决定〉的通知》', []],
    ['《政府信息\n公开条例》', []],
    ['“按照〈政府信息公开条例〉公开”', []],
    ['比例<5%，面积>20平方米', []],
    ['数量<5个，且公开率>90%', []],
    ['〈附件〉', []],
    ['《甲办法（国发〔2019〕5号）；2.《乙办法》；丙办法》', []],
    ['《甲办法》（国发〔2019〕5号）；《乙办法；《印发《公开办法》的通知》', []],
  ])('%s', (text, expected) => {
    expect(
      findWrongMarks(text).map(
        ({ fault, span, marks }) => `${fault} ${text.slice(span.start, span.end)} ${marks}`,
      ),
    ).toEqual(expected)
  })

  test.each([
    '《',
    '》',
    '〈',
    '〉',
    '<',
    '<甲办法',
    '《甲',
    '《甲》',
    '〈》',
    '《甲办法》；',
    '《甲《乙办法》',
  ])('a megabyte of %s is read in one go', (unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length))
    const start = performance.now()
    findWrongMarks(`《${text}》`)
    expect(performance.now() - start).toBeLessThan(20_000)
  })
})

describe('marks that were lost', () => {
  test.each<[string, string | undefined]>([
    ['《预算法》', undefined],
    ['税收征收管理法》第一条', 'unopened 《税收征收管理法》'],
    ['根据税收征收管理法》第一条', undefined],
    ['《税收征收管理法第一条', 'unclosed 《税收征收管理法》'],
    ['《关于推进政务', undefined],
    [
      '《国务院办公厅关于印发〈公开办法〉的通知（国办发〔2017〕47号）',
      'unclosed 《国务院办公厅关于印发〈公开办法〉的通知》',
    ],
    [
      '《国务院办公厅关于印发《公开办法》的通知（国办发〔2017〕47号）',
      'unclosed 《国务院办公厅关于印发〈公开办法〉的通知》',
    ],
    [
      '国务院办公厅关于印发〈公开办法〉的通知》（国办发〔2017〕47号）',
      'unopened 《国务院办公厅关于印发〈公开办法〉的通知》',
    ],
    [
      '国务院办公厅关于印发《公开办法》的通知》（国办发〔2017〕47号）',
      'unopened 《国务院办公厅关于印发〈公开办法〉的通知》',
    ],
    [
      '《国务院办公厅关于印发《公开办法的通知》（国办发〔2017〕47号）',
      'unpaired 《国务院办公厅关于印发《公开办法的通知》',
    ],
    [
      '《财政部关于印发(公开办法》的通知》（财预〔2017〕47号）',
      'unpaired 《财政部关于印发(公开办法》的通知》',
    ],
    ['国务院办公厅关于印发《公开办法》的通知（国办发〔2017〕47号）', undefined],
    ['中共中央 国务院《法治纲要》', undefined],
  ])('%s', (text, expected) => {
    const [citation] = parseCitations(text)
    const lost = citation && lostMark(text, citation)
    expect(lost && `${lost.fault} ${withMarks(text, lost.span, lost.changes)}`).toBe(expected)
  })
})
