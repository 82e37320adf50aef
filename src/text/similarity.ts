/**
 * How alike two texts are by the pairs of neighbouring characters they share (Dice): 0 when they
 * share none, 1 when they have the same ones.
 */
export function similarity(a: string, b: string): number {
  if (a === b) return 1
  if (a.length < 2 || b.length < 2) return 0
  const pairs = new Map<string, number>()
  for (let index = 1; index < a.length; index++) {
    const pair = a.slice(index - 1, index + 1)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  let shared = 0
  for (let index = 1; index < b.length; index++) {
    const pair = b.slice(index - 1, index + 1)
    const left = pairs.get(pair) ?? 0
    if (left === 0) continue
    shared++
    pairs.set(pair, left - 1)
  }
  return (2 * shared) / (a.length + b.length - 2)
}
