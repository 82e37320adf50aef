import type { Stretch } from './squeezed.ts'

// 法律、法规对公开的期限 另有规定 的 ,  从其规定
// tailStart              (found)   rest
const TAIL =
  /(?:(?:另有|有特别|有其他)[^,;。()]{0,8}规定|从其规定|规定的?,?除外)(?:的?[,、]?(?:应当?)?(?:从其规定|除?外|[按依]照?其规定))?的?/gu

/** The stretches that let another law go first; they say nothing about the deadline itself. */
export function findTails(text: string): Stretch[] {
  if (!text.includes('规定')) return []
  return [...text.matchAll(TAIL)].map(({ 0: found, index }) => {
    const start = tailStart(text, index)
    const end = index + found.length
    return text[start] === '(' && text[end] === ')' ? { start, end: end + 1 } : { start, end }
  })
}

const LONGEST_TAIL_HEAD = 40

/** Where the tail begins: after the last mark, digit or 内, and the verb that follows 内. */
function tailStart(text: string, found: number): number {
  const floor = Math.max(0, found - LONGEST_TAIL_HEAD)
  const head = text.slice(floor, found)
  const { 0: before = '' } = /^.*[,;。()\d内]/u.exec(head) ?? {}
  const { 0: verbs = '' } =
    /^(?:予以|及时|主动|向社会){0,3}(?:公开|公布|公示|更新)?/u.exec(head.slice(before.length)) ?? {}
  const start = floor + before.length + (before.endsWith('内') ? verbs.length : 0)
  return text[start - 1] === '(' ? start - 1 : start
}

/** The text with the stretches made into commas, which keep every index where it was. */
export function without(text: string, stretches: readonly Stretch[]): string {
  let kept = ''
  let from = 0
  for (const { start, end } of stretches) {
    if (end <= from) continue
    kept += text.slice(from, Math.max(from, start))
    kept += ','.repeat(end - kept.length)
    from = end
  }
  return kept + text.slice(from)
}
