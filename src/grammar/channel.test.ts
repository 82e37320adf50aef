import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { leavesAllOpen } from './channel.ts'

describe('nothing is chosen', () => {
  test.each([
    ['one box', '□政府网站'],
    ['boxes in a line', '□政府网站 □政府公报 □两微一端'],
    ['boxes line by line', '□政府网站\n□政府公报\n□两微一端'],
    ['other boxes', '☐政府网站 ○政府公报 ◻两微一端'],
    ['boxes of a lost font', '£政府网站 £政府公报'],
    ['a remark behind a box', '□社区/企事业单位/村公示栏\n（电子屏）'],
    ['a line to fill in', '□政府网站\n□其他\n____'],
  ])('%s', (_name, text) => {
    expect(leavesAllOpen(text)).toBe(true)
  })
})

describe('something is chosen', () => {
  test.each([
    ['nothing stands there', ''],
    ['no boxes', '政府网站'],
    ['one of several', '■政府网站 □政府公报'],
    ['the last of several', '□政府网站\n□政府公报\n■两微一端'],
    ['a tick', '□政府网站 √政府公报'],
    ['a ticked box', '☑政府网站 ☐政府公报'],
    ['a tick behind', '□政府网站√ □政府公报'],
    ['other marks', '□政府网站 ▲政府公报'],
    ['a lozenge', '□政府网站 ◆政府公报'],
    ['a disc', '○政府网站 ●政府公报'],
    ['a mark of a lost font', '£政府网站 R政府公报'],
    ['a mark of another lost font', '□政府网站 þ政府公报'],
    ['an option without a box', '政府网站\n□政府公报'],
  ])('%s', (_name, text) => {
    expect(leavesAllOpen(text)).toBe(false)
  })
})

const corpus = process.env.MULINT_CORPUS ?? '../shared'
const isWanted = existsSync(corpus) || process.env.CI === 'true'

describe.skipIf(!isWanted)(`the channels of real catalogues (MULINT_CORPUS, ${corpus})`, () => {
  test('an option with an empty box is open, every other one is chosen', () => {
    const rows = channels()
    const wrong = rows.filter(({ text, style }) => leavesAllOpen(text) !== isOpen(style))
    expect(wrong).toEqual([])
    expect(rows.length).toBeGreaterThan(140)
  })
})

// 口 stands for □ in poor scans, but also begins words; no such list is reported.
function isOpen(style: string): boolean {
  return style === '□ unselected' || style.startsWith('£')
}

/** Each option as written, and how it is marked. */
function channels(): readonly { text: string; style: string }[] {
  const [, ...lines] = readFileSync(join(corpus, 'domain/vocab/channels.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
  return (
    lines
      .map((line) => {
        const [text = '', style = ''] = line.split('\t')
        return { text: text.replaceAll('⏎', '\n'), style }
      })
      // A line wrap inside a name cannot be told from the next option.
      .filter(({ text }) => !/[^（(■□£]\s+[^（(]/u.test(text))
  )
}
