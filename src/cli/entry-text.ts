import type { Authorities } from '../authority/registry.ts'
import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import { ROLE_NAMES } from '../catalogue/role.ts'
import { type Cited, citations, resolveCited } from '../rule/citations.ts'
import { type JudgedItem, judgedDeadlines, type Outcome } from '../rule/deadlines.ts'
import { readingText } from '../rule/reading.ts'
import { inMarks } from '../rule/titles.ts'
import { excerpt, printable } from '../text/printable.ts'
import { type Asked, standingText } from './authority-text.ts'
import { limitLines } from './item-type-text.ts'

const LONGEST = 80

/** How one entry was read: its items and their limits, its deadline, and what it cites. */
export function entryLines(catalogue: Catalogue, seq: string, asked: Asked): readonly string[] {
  const heads = catalogue.heads.filter((head) => head.seq === seq)
  return heads.flatMap((head) => {
    const lines = catalogue.lines(head)
    return [
      '',
      `序号${printable(seq)}（第${head.sheet.table + 1}张表第${head.row + 1}行${lines.length > 1 ? `，连续行共${lines.length}行` : ''}）`,
      ...levelLines(head),
      ...deadlineLines(catalogue, lines, asked.authorities),
      ...basisLines(catalogue, lines, asked),
    ]
  })
}

/** Every 序号 of the catalogues, for whoever asks for one that is not there. */
export function allSeqs(catalogues: readonly Catalogue[]): readonly string[] {
  return [...new Set(catalogues.flatMap(({ heads }) => heads.map(({ seq }) => seq)))].filter(
    (seq) => seq !== '',
  )
}

function levelLines(entry: Entry): readonly string[] {
  const roles = ['item.level1', 'item.level2', 'item.level3', 'subject', 'method'] as const
  return roles.flatMap((role) => {
    const text = entry.text(role)
    return text === '' ? [] : [`  ${ROLE_NAMES[role]}：${shown(text)}`]
  })
}

function deadlineLines(
  catalogue: Catalogue,
  lines: readonly Entry[],
  authorities: Authorities,
): readonly string[] {
  const judged = judgedDeadlines(catalogue, authorities).filter(({ entries }) =>
    entries.some((entry) => lines.includes(entry)),
  )
  if (judged.length === 0) return ['  公开时限：没有，或者这一行的单元格错了位，不判']
  return judged.flatMap(({ cell, clauses, items }) => [
    `  公开时限：${shown(cell.text)}`,
    ...clauses.map((clause) => `    读作：${printable(readingText(clause))}`),
    ...items.flatMap(itemLines),
  ])
}

const WHY: Readonly<Record<JudgedItem['item']['by'], string>> = {
  name: '名称',
  above: '上一级的名称',
  content: '公开内容里提到',
  none: '没有专门的规定',
}

function itemLines({ item, outcome }: JudgedItem): readonly string[] {
  const { type, name, by } = item
  return [
    `    事项：${shown(name)} → ${type.name}（${WHY[by]}）`,
    ...limitLines(type).map((line) => `      ${line}`),
    `      结论：${OUTCOMES[outcome.kind]}`,
  ]
}

const OUTCOMES: Readonly<Record<Outcome['kind'], string>> = {
  within: '没有超过',
  over: '超过',
  refused: '不能这样写',
  vague: '笼统',
  remark: '可以，写明最迟何时更好',
  unknown: '不好比，不判',
}

function basisLines(
  catalogue: Catalogue,
  lines: readonly Entry[],
  asked: Asked,
): readonly string[] {
  return citations(catalogue)
    .filter(({ entry, isBasis }) => isBasis && entry !== undefined && lines.includes(entry))
    .map((cited) => `  公开依据：${shown(wordsOf(cited))} → ${meaning(cited, asked)}`)
}

function wordsOf({ passage, citation: { span } }: Cited): string {
  return passage.text.slice(span.start, span.end)
}

function meaning(cited: Cited, asked: Asked): string {
  const { authority, numbered, candidates } = resolveCited(cited, asked.authorities)
  const known = authority ?? numbered
  if (known !== undefined) return `${inMarks(known.title)}，${standingText(known, asked)}`
  return candidates.length > 0 ? `对得上${candidates.length}份文件，不判` : '依据库里没有，不判'
}

function shown(text: string): string {
  return excerpt(printable(text.trim().replace(/\s+/gu, ' ')), LONGEST)
}
