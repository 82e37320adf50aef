import { describe, expect, test } from 'vitest'
import { findListMarkers, listFault, numberingFaults, parseSeq } from './numbering.ts'

describe('the numbers of a list', () => {
  test.each<[string, string, string[]]>([
    ['points with titles', '1.《条例》；2.《办法》', ['1.', '2.']],
    ['points with sentences', '1.机构职能；2.内设机构。3.联系方式', ['1.', '2.', '3.']],
    ['an enumeration comma', '1、政策文件；2、招生计划', ['1、', '2、']],
    ['a full-width dot', '1．政策文件 2．招生计划', ['1．', '2．']],
    ['blanks behind the dot', '1. 《条例》\n2. 《办法》', ['1.', '2.']],
    ['lines', '1.政策文件\n2.招生计划', ['1.', '2.']],
    ['behind a bracket', '《条例》（国令第711号）2.《办法》', ['2.']],
    ['behind a title mark', '1.《条例》2.《办法》', ['1.', '2.']],
    ['behind a colon', '包括：1.政策文件', ['1.']],
    ['before a bracket', '1.（一）政策文件', ['1.']],
    ['ten and more', '9.甲；10.乙；11.丙', ['9.', '10.', '11.']],
    ['decimals', '面积1.5万平方米，预算3.2亿元', []],
    ['numbers of sections', '1.1机构 1.2.职能', []],
    ['a date', '2025.12.31前公布', []],
    ['a year', '2025.政策文件', []],
    ['an enumeration of numbers', '第1、2、3项', []],
    ['numbers behind a word', '附件1.申请表', []],
    ['inside a title', '《关于1.甲；2.乙的通知》', []],
    ['inside a quotation', '“1.甲；2.乙”', []],
    ['inside single title marks', '《印发〈目录；1.甲〉的通知》', []],
    ['before Latin letters', '1.GB/T 9704；2.ISO', []],
    ['nothing', '', []],
  ])('%s', (_name, text, expected) => {
    const markers = findListMarkers(text)
    const written = markers.map(({ span: { start, end }, delimiter }) => [
      text.slice(start, end),
      delimiter,
    ])
    expect(written.map((one) => one.join(''))).toEqual(expected)
    expect(markers.map(({ number }) => number)).toEqual(written.map(([digits]) => Number(digits)))
  })
})

describe('one misprint is one fault', () => {
  test.each<[string, number[], [index: number, kind: string, expected: number][]]>([
    ['nothing', [], []],
    ['one number', [7], []],
    ['no fault', [1, 2, 3, 4], []],
    ['no fault from another number on', [11, 12, 13], []],
    ['a number misprinted as the one behind it', [1, 2, 4, 4, 5], [[2, 'duplicate', 3]]],
    ['a number misprinted as the one before it', [1, 2, 2, 4], [[2, 'duplicate', 3]]],
    ['a number misprinted as an earlier one', [1, 2, 3, 1, 5], [[3, 'duplicate', 4]]],
    ['a number misprinted as a higher one', [11, 21, 13], [[1, 'order', 12]]],
    ['a number misprinted as a lower one', [11, 2, 13], [[1, 'order', 12]]],
    ['a number skipped', [1, 2, 4, 5], [[2, 'gap', 3]]],
    ['many numbers skipped', [4, 5, 22, 23, 24], [[2, 'gap', 6]]],
    ['a number skipped at the end', [1, 2, 4], [[2, 'gap', 3]]],
    ['a number twice, then on without a hole', [1, 2, 2, 3, 4], [[2, 'duplicate', 3]]],
    ['a number twice at the end', [1, 2, 3, 3], [[3, 'duplicate', 4]]],
    ['a stray number between two that belong together', [1, 2, 9, 3, 4], [[2, 'order', 3]]],
    ['going back at the end', [5, 6, 3], [[2, 'order', 7]]],
    ['a number twice, and in step again', [6, 7, 7, 8, 9, 11], [[2, 'duplicate', 8]]],
    ['many numbers twice, and in step again', [1, 2, 3, 1, 2, 6], [[3, 'duplicate', 4]]],
    [
      'a number twice, and more skipped than that',
      [7, 7, 8, 11],
      [
        [1, 'duplicate', 8],
        [3, 'gap', 10],
      ],
    ],
    [
      'two numbers twice',
      [7, 7, 8, 8, 9, 9],
      [
        [1, 'duplicate', 8],
        [3, 'duplicate', 10],
        [5, 'duplicate', 12],
      ],
    ],
    [
      'a number skipped, and another twice that makes up for it',
      [1, 2, 4, 5, 5, 6],
      [
        [2, 'gap', 3],
        [3, 'duplicate', 4],
      ],
    ],
    [
      'two misprints are two faults',
      [1, 2, 2, 4, 5, 7, 8],
      [
        [2, 'duplicate', 3],
        [5, 'gap', 6],
      ],
    ],
  ])('%s', (_name, numbers, expected) => {
    const faults = numberingFaults(numbers)
    expect(faults.map(({ index, kind, expected }) => [index, kind, expected])).toEqual(expected)
  })
})

describe('parseSeq', () => {
  test.each<[string, number]>([
    ['12', 12],
    [' 12 ', 12],
    ['1\n2', 12],
    ['１２', 12],
    ['12.', 12],
    ['12、', 12],
    ['12．', 12],
    ['（12）', 12],
    ['(12)', 12],
    ['①', 1],
    ['⑫', 12],
    ['⑳', 20],
    ['0', 0],
    ['03', 3],
    ['1024', 1024],
  ])('%j counts as %i', (text, number) => {
    expect(parseSeq(text)).toBe(number)
  })

  test.each(['', '一', '0101', '1.2', '1-2', 'A-3', 'A3', '12号', '12345', '㉑', '■', '合计'])(
    '%j counts nothing',
    (text) => {
      expect(parseSeq(text)).toBeUndefined()
    },
  )
})

describe('the first fault of a list', () => {
  test.each<[string, string, number | undefined]>([
    ['no list', '机构职能', undefined],
    ['in order', '1.甲；2.乙；3.丙', undefined],
    ['a number that only begins the text', '1.甲', undefined],
    ['any number that only begins the text', '7.甲', undefined],
    ['two lists one behind the other', '1.甲；2.乙。1.丙；2.丁', undefined],
    ['two levels, each in order', '1、甲：1.子；2.丑；2、乙：1.寅', undefined],
    ['the next number of the cell above', '3.丙；4.丁', 3],
  ])('none: %s', (_name, text, from) => {
    expect(listFault(findListMarkers(text), from)).toBeUndefined()
  })

  test.each<[string, string, string, string, string[]]>([
    ['a number twice', '1.甲；2.乙；2.丙', 'duplicate', '3', ['2→3']],
    ['all that follow move up', '1.甲；2.乙；2.丙；3.丁', 'duplicate', '3', ['2→3', '3→4']],
    ['a number misprinted', '1.甲；3.乙；3.丙', 'duplicate', '2', ['3→2']],
    ['a number skipped', '1.甲；2.乙；4.丙；5.丁', 'gap', '3', ['4→3', '5→4']],
    ['not begun at 1', '见下：2.甲；3.乙', 'gap', '1', ['2→1', '3→2']],
    ['in the second list', '1.甲；2.乙。1.丙；3.丁', 'gap', '2', ['3→2']],
  ])('%s', (_name, text, kind, expected, renumbered) => {
    const fault = listFault(findListMarkers(text), undefined)
    expect(fault).toMatchObject({ kind, expected: Number(expected) })
    const moves = fault?.renumbered.map(([{ number }, wanted]) => `${number}→${wanted}`)
    expect(moves).toEqual(renumbered)
    expect(fault?.renumbered[0]?.[0]).toBe(fault?.marker)
  })

  test('a list goes on from the cell above only with the next number', () => {
    const markers = findListMarkers('4.丁；5.戊')
    expect(listFault(markers, 4)).toBeUndefined()
    expect(listFault(markers, 3)).toMatchObject({ kind: 'gap', expected: 1 })
  })
})
