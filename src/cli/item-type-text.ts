import type { ItemType, LimitBasis, Verification } from '../authority/item-type.ts'
import type { ItemTypes } from '../authority/item-types.ts'
import { limitText } from '../authority/limit.ts'
import { inMarks } from '../rule/titles.ts'
import { displayWidth, padEnd } from '../text/width.ts'

import { SEVERITY_NAMES } from './words.ts'

const VERIFIED: Readonly<Record<Verification, string>> = {
  text: '条文',
  copy: '转载',
  secondary: '转述',
  recall: '记忆',
}

/** The item types with what the law allows for each, as a table of text. */
export function itemTypeLines(types: ItemTypes): readonly string[] {
  const rows = [
    ['事项类型', '法定时限', '超过时', '核对', '条文'],
    ...types.all.map((type) => [
      type.name,
      limitText(type.limit),
      SEVERITY_NAMES[type.severity],
      VERIFIED[type.basis[0].verification],
      type.basis.map(clauseText).join('；'),
    ]),
  ]
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))),
  )
  return rows.map((row) =>
    row
      .map((text, column) => padEnd(text, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

/** One basis of a limit: 《预算法》第十四条第二款. */
function clauseText({ source, number, article }: LimitBasis): string {
  const named = number === undefined ? inMarks(source) : `${inMarks(source)}（${number}）`
  return `${named}${article}`
}

/** What an item type allows, line by line. */
export function limitLines(type: ItemType): readonly string[] {
  return [
    `时限：${limitText(type.limit)}，宜写作“${type.wording}”`,
    ...type.basis.map(
      (basis) => `依据：${clauseText(basis)}，${basis.gist}（${VERIFIED[basis.verification]}）`,
    ),
  ]
}
