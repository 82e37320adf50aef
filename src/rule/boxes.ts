import type { Passage } from '../table/model.ts'
import type { Span } from '../text/span.ts'
import { BOXED_CHANNELS } from './vocabulary/boxed-channels.ts'

/** A letter or character that stands where a list of channels has a box. */
export interface WrongBox {
  readonly kind: 'box' | 'letter'
  readonly text: string
  readonly passage: Passage
  readonly span: Span
  readonly meant: string
}

const CHANNEL = BOXED_CHANNELS.join('|')
const MOUTH = new RegExp(`[口囗](?=\\s{0,2}(?:${CHANNEL}))`, 'gu')
const LETTER = new RegExp(`(?<![A-Za-z])[lnoqtu](?=(?:${CHANNEL}))`, 'gu')
const WHOLE_CHANNEL = new RegExp(`(?:${CHANNEL})[^\\s口囗]{0,12}$`, 'u')

// What Wingdings shows for these letters.
const LOOKS: Readonly<Record<string, string>> = {
  l: '●',
  n: '■',
  o: '□',
  q: '□',
  t: '◆',
  u: '◆',
}

/** The boxes of a list of channels that a conversion took for other characters. */
export function wrongBoxes(passage: Passage): readonly WrongBox[] {
  return [...mouths(passage), ...letters(passage)]
}

/** 口政府公报, but not 窗口其他 or 入口公告栏. */
function* mouths(passage: Passage): Iterable<WrongBox> {
  const { text } = passage
  if (!/[口囗]/u.test(text)) return
  for (const { 0: mark, index } of text.matchAll(MOUTH)) {
    const before = text.slice(Math.max(0, index - 24), index)
    if (/[㐀-䶿一-鿿]$/u.test(before) && !WHOLE_CHANNEL.test(before)) continue
    if (/[窗入出户人门关港路对接端]$/u.test(before)) continue
    yield { kind: 'box', text: mark, passage, span: { start: index, end: index + 1 }, meant: '□' }
  }
}

/** n政府网站 o政府公报: every option begins with such a letter. */
function* letters(passage: Passage): Iterable<WrongBox> {
  const { text } = passage
  if (!/[lnoqtu][㐀-䶿一-鿿]/u.test(text)) return
  const found = [...text.matchAll(LETTER)]
  const options = text.split(/\s+/u).filter((option) => option !== '')
  if (found.length < 2 || !options.every((option) => /^[lnoqtu][㐀-䶿一-鿿]/u.test(option))) return
  for (const { 0: mark, index } of found) {
    const span = { start: index, end: index + 1 }
    yield { kind: 'letter', text: mark, passage, span, meant: LOOKS[mark] ?? '■' }
  }
}
