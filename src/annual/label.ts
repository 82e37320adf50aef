import { type Phrase, squeeze } from '../grammar/deadline/squeezed.ts'
import type { Cell } from '../table/model.ts'
import { editDistance } from '../text/distance.ts'

/** A label as it is compared: without its number, explanations and punctuation. */
export interface Words {
  readonly cell: Cell
  /** Its words as written, without the number before them and the explanation behind them. */
  readonly phrase: Phrase
  /** 一、 · （一） · 1. in half-width forms; empty where there is none. */
  readonly number: string
  /** What is compared. */
  readonly key: string
}

// 一、 · (一) · 1. · 1、
const NUMBER =
  /^(?:[一二三四五六七八九十]{1,2}[、.,]|\([一二三四五六七八九十\d]{1,2}\)|\d{1,2}[.、,])/u
const EXPLANATION = /\([^()]*\)$/u

/** Takes a label apart. */
export function wordsOf(cell: Cell): Words {
  const squeezed = squeeze(cell.text)
  const number = NUMBER.exec(squeezed.text)?.[0] ?? ''
  const rest = squeezed.text.slice(number.length)
  const words = rest.replace(EXPLANATION, '')
  // (单位:万元) belongs to its label where nothing else is left.
  const end = number.length + (words === '' ? rest.length : words.length)
  return {
    cell,
    phrase: squeezed.phrase(number.length, end),
    number,
    key: compared(squeezed.text.slice(number.length, end)),
  }
}

/** A label of the official form as it is compared. */
export function compared(label: string): string {
  return squeeze(label)
    .text.replace(EXPLANATION, '')
    .replace(/[\s“”"'‘’「」、,，。.;；:：()（）/／《》*＊]/gu, '')
}

/** Whether words that are no label of the form were meant for one: cut short, or a few letters other. */
export function isNear(words: string, official: string): boolean {
  if (words.length < 2) return false
  if (words.length >= 3 && (official.startsWith(words) || words.startsWith(official))) return true
  const limit = Math.max(1, Math.floor(official.length * 0.4))
  return editDistance(words, official, limit) <= limit
}
