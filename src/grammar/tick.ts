import { withoutSpace } from '../text/normalise.ts'

// √ and its like; R is ☑ of the font Wingdings 2 and þ of Wingdings.
const TICK = /^(?:[√✓✔☑■▇▄▲◆●þ✅]|R)$/u
// A dash, a cross or an empty box says no, and so do words.
const NO = /^(?:[×✗✘╳□☐○〇◇/／\-—－–―]{1,4}|[xX]|否|无|不适用)$/u

/** Whether a cell holds a tick and nothing else. */
export function isTick(text: string): boolean {
  return text.length <= 8 && TICK.test(withoutSpace(text))
}

/** Whether a cell in a column of ticks says yes: by a tick or by words. */
export function saysYes(text: string): boolean {
  const words = text.length <= 16 ? withoutSpace(text) : text
  return words !== '' && !NO.test(words)
}
