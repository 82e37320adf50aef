/**
 * A 64-bit hash of a text as 16 hexadecimal digits (two rounds of FNV-1a over UTF-16 units with a
 * final mix). It tells findings apart; it protects nothing.
 */
export function hash(text: string): string {
  let low = 0x811c9dc5
  let high = 0x9747b28c
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    low = Math.imul(low ^ unit, 0x01000193)
    high = Math.imul(high ^ unit, 0x85ebca6b)
  }
  return word(mix(high ^ text.length)) + word(mix(low))
}

function mix(value: number): number {
  let mixed = value
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

function word(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0')
}
