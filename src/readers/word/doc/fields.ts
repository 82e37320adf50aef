import { endsParagraph, FIELD_BEGIN, FIELD_END, FIELD_RESULT } from './signs.ts'

interface Open {
  readonly begin: number
  result: number | undefined
}

/**
 * Takes the codes of fields out of a stretch of text and keeps their results. Where neither a result
 * nor an end follows, nothing is taken for a code.
 */
export function removeFieldCodes(units: Uint16Array): void {
  const open: Open[] = []
  const change = new Map<number, number>()
  const add = (at: number, by: number) => change.set(at, (change.get(at) ?? 0) + by)
  for (let at = 0; at < units.length; at++) {
    const unit = units[at]
    if (unit === FIELD_BEGIN) open.push({ begin: at, result: undefined })
    else if (unit === FIELD_RESULT) {
      const field = open.at(-1)
      if (field) field.result ??= at
    } else if (unit === FIELD_END) {
      const field = open.pop()
      if (!field) continue
      add(field.begin, 1)
      add(field.result ?? at, -1)
    }
  }
  for (const { begin, result } of open) {
    if (result === undefined) continue
    add(begin, 1)
    add(result, -1)
  }
  if (change.size > 0) blank(units, change)
}

/** Blanks what lies in at least one code; `change` tells where codes begin and end. */
function blank(units: Uint16Array, change: ReadonlyMap<number, number>): void {
  let depth = 0
  for (let at = 0; at < units.length; at++) {
    depth += change.get(at) ?? 0
    if (depth > 0 && !endsParagraph(units[at] ?? 0)) units[at] = 0
  }
}
