/** Marks before a channel that is chosen; R is ☑ of the font Wingdings 2 and þ of Wingdings. */
const CHOSEN = /[■☑√✓✔▇▄▲◆●þ]|R(?=[㐀-䶿一-鿿〇])/u
/** Marks before a channel that is not chosen; £ is □ of the font Wingdings 2. */
const OPEN = /[□☐○◻]|£(?=[㐀-䶿一-鿿〇])/u

/**
 * Whether a list of channels (公开渠道和载体) offers boxes and not one of them is chosen. A list
 * without boxes, or with an option that has none, is a choice by itself.
 */
export function leavesAllOpen(text: string): boolean {
  if (!OPEN.test(text) || CHOSEN.test(text)) return false
  const options = text.split(/\s+/u).filter((option) => option !== '')
  return options.every((option) => OPEN.test(option) || /^[（(]|^其他|^_+$/u.test(option))
}
