import { Column } from './columns.mjs'

/**
 * The seventeen faults that are put into catalogues, one in a row. Each takes the cells of a row and
 * what is known of it, and gives the cells that it changes, or undefined where it does not fit.
 * Those that mulint has a rule for bear the name of the rule.
 */
export const DEFECTS = {
  'subject-missing': () => ({ [Column.subject]: '' }),
  'basis-missing': () => ({ [Column.basis]: '' }),
  'audience-missing': () => ({ [Column.everyone]: '' }),
  'cite-decree-number-wrong': (cells) =>
    changed(cells, Column.basis, '国务院令第713号', '国务院令第317号'),
  'cite-number-malformed': (cells) => changed(cells, Column.basis, /〔(\d{4})〕/u, '[$1]'),
  'num-list-duplicate': (cells) => changed(cells, Column.basis, '；3.', '；2.'),
  'num-seq-duplicate': (_, { number }) =>
    number > 1 ? { [Column.seq]: String(number - 1) } : undefined,
  'num-seq-gap': (_, { number }) => ({ [Column.seq]: String(number + 1) }),
  'deadline-not-allowed': (_, { item }) => ({ [Column.deadline]: item.wrongDeadline }),
  'title-mark-unbalanced': (cells) => changed(cells, Column.basis, '》', ''),
  'article-wrong': (cells) => changed(cells, Column.basis, '第四十九条', '第五十九条'),
  'subject-short-name': (_, { shortName }) => ({ [Column.subject]: shortName }),
  'brackets-half-width': (cells) => changed(cells, Column.content, /（([^）]*)）/u, '($1)'),
  'term-variant': (cells) => changed(cells, Column.level2, '双随机、一公开', '双随机一公开'),
  'content-in-neighbour': (cells) =>
    cells[Column.level3] === ''
      ? { [Column.level3]: cells[Column.content], [Column.content]: '' }
      : undefined,
  'audience-both': () => ({ [Column.group]: '✓' }),
  'space-at-end': (cells) => ({ [Column.level1]: `${cells[Column.level1]}　` }),
}

/** Faults that few rows can have; half of the time they are tried first, so that each occurs. */
const SELDOM = [
  'cite-decree-number-wrong',
  'num-list-duplicate',
  'article-wrong',
  'brackets-half-width',
  'term-variant',
  'content-in-neighbour',
]

/** Puts one fault into the cells of a row and tells which, where, and what stood there before. */
export function injectDefect(cells, row, random) {
  const kinds = Object.keys(DEFECTS)
  const seldomFirst = random.chance(0.5) ? 8 : 0
  for (let attempt = 0; attempt < 60; attempt++) {
    const kind = random.pick(attempt < seldomFirst ? SELDOM : kinds)
    const changes = DEFECTS[kind](cells, row)
    if (changes === undefined) continue
    const [column, now] = Object.entries(changes)[0]
    const was = cells[column]
    for (const [at, text] of Object.entries(changes)) cells[at] = text
    return { column: Number(column), kind, was, now }
  }
  return undefined
}

function changed(cells, column, pattern, replacement) {
  const now = cells[column].replace(pattern, replacement)
  return now === cells[column] ? undefined : { [column]: now }
}
