import type { Authority, Kind } from '../authority/authority.ts'
import type { LawText } from '../authority/lawbook.ts'
import type { Quotation } from '../authority/quotation.ts'
import type { Clause } from '../grammar/citation/clause.ts'
import type { Quote } from '../grammar/citation/quote.ts'
import type { Citation } from '../grammar/citation.ts'
import type { Context } from './rule.ts'

/** What is divided into articles; the papers of the other kinds have sections. */
const KINDS: ReadonlySet<Kind> = new Set(['宪法', '法律', '行政法规', '部门规章'])
// 预算法, 信息公开条例, but not 办法 or 做法
const LAW = /(?:条例|(?<![办方做看说手语])法)(?:[（(][^（()）]{1,12}[）)])?$/u
const MEASURES = /(?:办法|规定|细则|规则)(?:[（(][^（()）]{1,12}[）)])?$/u

/** Whether what is cited is divided into articles, by its kind or, where it is not known, its title. */
export function hasArticles({ name, orders }: Citation, authority: Authority | undefined): boolean {
  if (authority !== undefined) return KINDS.has(authority.kind)
  const title = name?.text.trim() ?? ''
  return LAW.test(title) || (MEASURES.test(title) && orders.length > 0)
}

/** The clauses of a citation that stand before a quotation, from the last quotation on. */
function clausesBefore({ clauses, quotes }: Citation, quote: Quote): readonly Clause[] {
  const ahead = clauses.filter(({ span }) => span.end <= quote.span.start)
  const previous = quotes.findLast(({ span }) => span.end <= quote.span.start)
  const since = ahead.filter(({ span }) => span.start >= (previous?.span.end ?? 0))
  return since.length > 0 ? since : ahead.slice(-1)
}

/** The words of a quotation and the place that is given for them, where it is one place. */
export function quotationOf(citation: Citation, quote: Quote): Quotation | undefined {
  const clauses = clausesBefore(citation, quote)
  const isRange = clauses.some(({ to }) => to !== undefined)
  if (quote.heading !== undefined || isRange) return undefined
  const articles = clauses.flatMap(({ article, inserted }) =>
    article === undefined ? [] : [{ number: article, inserted }],
  )
  const [clause, ...others] = clauses
  const [item, ...more] = clause?.items ?? []
  const isOne = others.length === 0 && more.length === 0
  return {
    words: quote.words.replace(/[\s。；;，,]+$/u, ''),
    articles,
    item: quote.item ?? (isOne ? item?.number : undefined),
  }
}

/** The text of a law, unless a document is held to an earlier version, or the text itself is one. */
export function textOf(
  { name }: Citation,
  authority: Authority | undefined,
  context: Context,
): LawText | undefined {
  const law = context.lawbook?.find(authority?.title ?? name?.text ?? '')
  if (law === undefined) return undefined
  const begins = law.effective ?? law.date ?? ''
  const version = authority?.version ?? ''
  const isOld = law.date !== undefined && law.date.slice(0, version.length) < version
  return isOld || daysOf(context).some((day) => day < begins) ? undefined : law
}

/** The days on which a version must have been in force for a document to be held to it. */
export function daysOf({ asOf, written }: Context): readonly string[] {
  return written === undefined ? [asOf] : [asOf, written]
}
