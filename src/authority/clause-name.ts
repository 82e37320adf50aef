/** A place in an instrument by its numbers. */
interface ClauseNumbers {
  readonly article: number
  /** 之一、之二 of an inserted article. */
  readonly inserted?: number | undefined
  readonly paragraph?: number | undefined
  readonly item?: number | undefined
}

/** A place in an instrument as laws write it: 第二十条, 第一百二十条之二, 第五十条第一款第（四）项. */
export function clauseName({ article, inserted, paragraph, item }: ClauseNumbers): string {
  return [
    `第${chineseNumber(article)}条`,
    inserted === undefined ? '' : `之${chineseNumber(inserted)}`,
    paragraph === undefined ? '' : `第${chineseNumber(paragraph)}款`,
    item === undefined ? '' : `第（${chineseNumber(item)}）项`,
  ].join('')
}

const DIGITS = '零一二三四五六七八九'

/** A whole number up to 9,999 as laws count: 十, 二十一, 一百零三, 一千二百六十. */
export function chineseNumber(value: number): string {
  let text = ''
  let isGap = false
  for (const [worth, unit] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / worth) % 10
    if (digit === 0) {
      isGap = text !== ''
      continue
    }
    const isLeadingTen = worth === 10 && digit === 1 && text === ''
    text += `${isGap ? '零' : ''}${isLeadingTen ? '' : DIGITS[digit]}${unit}`
    isGap = false
  }
  return text === '' ? '零' : text
}
