import type { TextLine } from './text-line.ts'

// What stays together at the end of a line, as “三 or 2023 or 例》。: a number, a Latin word or any
// other character, with the marks that may not end a line or begin the next one.
const HEAD = /^\s*([（《「『【〔〈“‘]*(?:[!-~]+|.)[，。；：、！？）》」』】〕〉”’]*)/u

/** Width of a character, in sizes of the font. Figures of some fonts are wider than a half. */
const HALF_WIDTH = 0.6
const FULL_WIDTH = 1

/** Part of a character's width by which measures may be off. */
const SLACK = 0.1

/** Whether the head of `next` had no room left in `line`, whose writing ends at `right` at most. */
export function isFull(line: TextLine, next: TextLine, right: number): boolean {
  return line.box.right + headWidth(next) > right + SLACK * line.size
}

function headWidth({ text, size }: TextLine): number {
  let width = 0
  for (const character of HEAD.exec(text)?.[1] ?? '') {
    width += /[!-~]/u.test(character) ? HALF_WIDTH : FULL_WIDTH
  }
  return width * size
}

/** Texts of lines as one, without a blank where they were broken. */
export function unwrapped(lines: readonly TextLine[]): string {
  return lines.map(({ text }) => text).join('')
}
