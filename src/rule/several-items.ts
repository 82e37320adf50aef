import { ITEM_ENDINGS } from './vocabulary/item-endings.ts'

const SHORTEST = 3
const LONGEST = 12
const MOST = 20
const WORDS = /^[㐀-䶿一-鿿“”]+$/u
const ENDING = new RegExp(`(?:${ITEM_ENDINGS.join('|')})$`, 'u')
// 和社会发展规划 goes on with the line above.
const GOES_ON = /^[和与及或的之等并]/u
// 双随机 一公开, 两微 一端 and the like are one name.
const FIXED = /双随机|一公开|一网通办|放管服|最多跑一次|三公|三重一大|五公开/u

/**
 * The names of items that stand side by side in one cell, apart by blanks or line breaks; empty
 * where it is one name, wrapped or not.
 */
export function severalItems(text: string): readonly string[] {
  const words = text.trim()
  if (words.length > MOST * (LONGEST + 1) || !/\s/u.test(words)) return []
  const pieces = words.split(/\s+/u)
  if (pieces.length < 2 || pieces.length > MOST) return []
  return pieces.every(isName) && !isWrapped(pieces) ? pieces : []
}

function isName(piece: string): boolean {
  return (
    piece.length >= SHORTEST &&
    piece.length <= LONGEST &&
    WORDS.test(piece) &&
    ENDING.test(piece) &&
    !GOES_ON.test(piece) &&
    !FIXED.test(piece)
  )
}

/**
 * Two pieces may be one name that is wrapped in a narrow column, unless the second is longer than
 * the column was wide, or both name the same kind of thing.
 */
function isWrapped([first = '', second = '', ...others]: readonly string[]): boolean {
  if (others.length > 0) return false
  return second.length <= first.length + 1 && first.slice(-2) !== second.slice(-2)
}
