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

/**
 * The official label that words were meant for which are none themselves: cut short, or a few
 * letters other. Undefined where none is near, or two are as near.
 */
export function nearestLabel<T>(
  words: string,
  officials: Iterable<readonly [label: string, T]>,
): T | undefined {
  let best: T | undefined
  let least = Number.POSITIVE_INFINITY
  let isTied = false
  for (const [label, value] of officials) {
    const distance = distanceOf(words, label)
    if (distance === undefined || distance > least) continue
    isTied = distance === least
    least = distance
    best = value
  }
  return isTied ? undefined : best
}

/** Share of letters that may differ. */
const LIMIT = 0.4

function distanceOf(words: string, official: string): number | undefined {
  if (words.length < 2 || words.length > 2 * official.length + 4) return undefined
  const limit = Math.max(1, Math.floor(official.length * LIMIT))
  const distance = editDistance(words, official, limit)
  if (distance <= limit) return distance
  const isCut = words.length >= 3 && (official.startsWith(words) || words.startsWith(official))
  return isCut ? limit : undefined
}
