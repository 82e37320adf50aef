import type { ItemType, Profile } from '../src/authority/item-type.ts'
import { durationText, judge, limitText } from '../src/authority/limit.ts'
import { numberKey, titleKey } from '../src/authority/normalise.ts'
import type { Authorities } from '../src/authority/registry.ts'
import type { Catalogue, Entry } from '../src/catalogue/catalogue.ts'
import type { DeadlineClause } from '../src/grammar/deadline.ts'
import { type Cited, citationsByPassage, resolveCited } from '../src/rule/citations.ts'
import { type JudgedDeadline, judgedDeadlines } from '../src/rule/deadlines.ts'
import { evidenceOf } from '../src/rule/evidence.ts'
import { profileOf } from '../src/rule/items.ts'
import { defineRule } from '../src/rule/rule.ts'
import { inMarks } from '../src/rule/titles.ts'
import type { Passage } from '../src/table/model.ts'
import { withoutSpace } from '../src/text/normalise.ts'
import type { Span } from '../src/text/span.ts'

export default defineRule({
  id: 'deadline-conflicts-own-basis',
  title: '时限与本行引用的依据相抵触',
  severity: 'warning',
  certainty: 'likely',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'none',
  supersedes: ['deadline-not-allowed'],
  basis: [
    {
      source:
        '国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见',
      article: '（国办发〔2018〕118号）',
      gist: '执法决定作出之日起20个工作日内公布结果，其中行政许可、行政处罚的7个工作日内公开。',
    },
    {
      source: '国务院办公厅印发《关于全面推进政务公开工作的意见》实施细则的通知',
      article: '（国办发〔2016〕80号）',
      gist: '解读材料与政策文件同步公开。',
    },
  ],
  why: '目录自己引的文件定了更短的期限，目录又写了更长的，等于承认按依据已经超期。',
  how: '按所引文件的期限写；只有一部分内容有更短期限的，写成“其中……7个工作日内”。',
  messages: {
    limit: '本行引用的{title}要求“{limit}”，时限却写“{actual}”，应当按依据写，如“{expected}”。',
    part: '本行引用的{title}要求行政许可、行政处罚决定“{limit}”，时限统一写“{actual}”，应当写明其中的行政许可、行政处罚。',
    together: '本行依据要求“{words}”，时限却写“{actual}”，应当与文件同步，如“{expected}”。',
    place: '要求写在这里。',
  },
  examples: {
    good: [
      {
        name: '写明其中的许可、处罚；没有执法结果；解读同步',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 行政执法 | 执法职责、执法结果 | 《国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见》（国办发〔2018〕118号） | 自执法决定作出之日起20个工作日内，其中行政许可、行政处罚决定7个工作日内 |
          | 2 | 执法人员 | 执法人员名单 | 《国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见》（国办发〔2018〕118号） | 自该信息形成或者变更之日起20个工作日内 |
          | 3 | 政策解读 | 解读材料 | 《国务院办公厅关于印发2022年政务公开工作要点的通知》（国办发〔2022〕8号）“在发布重大政策的同时做好解读工作” | 与政策文件同步发布 |
        `,
      },
    ],
    bad: [
      {
        name: '引118号，执法结果统一写20个工作日',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 行政执法 | 执法职责、执法依据、执法结果 | ⟦→《国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见》（国办发〔2018〕118号）⟧ | ⟦自该信息形成或者变更之日起20个工作日内⟧ |
        `,
        says: [
          '本行引用的《国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见》要求行政许可、行政处罚决定“7个工作日内”，时限统一写“自该信息形成或者变更之日起20个工作日内”，应当写明其中的行政许可、行政处罚。',
          '要求写在这里。',
        ],
      },
      {
        name: '许可决定引118号',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 行政许可决定 | 许可决定书 | ⟦→《国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见》（国办发〔2018〕118号）⟧ | ⟦自该信息形成或者变更之日起20个工作日内⟧ |
        `,
        says: [
          '本行引用的《国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见》要求“自作出行政决定之日起7个工作日内”，时限却写“自该信息形成或者变更之日起20个工作日内”，应当按依据写，如“自作出行政许可决定之日起7个工作日内”。',
          '要求写在这里。',
        ],
      },
      {
        name: '依据要求同时解读，时限写20个工作日',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 政策解读 | 解读材料 | 《国务院办公厅关于印发2022年政务公开工作要点的通知》（国办发〔2022〕8号）“⟦→在发布重大政策的同时做好解读工作⟧” | ⟦自该信息形成或者变更之日起20个工作日内⟧ |
        `,
        says: [
          '本行依据要求“在发布重大政策的同时做好解读工作”，时限却写“自该信息形成或者变更之日起20个工作日内”，应当与文件同步，如“与政策文件同步公开，最迟不超过文件公开后3个工作日”。',
          '要求写在这里。',
        ],
      },
    ],
  },

  *check({ catalogue, authorities, profile }) {
    const cited = citationsByPassage(catalogue)
    const types = conditionalTypes(authorities)
    for (const deadline of judgedDeadlines(catalogue, authorities)) {
      const bases = basesOf(deadline.entries)
      const found =
        [...togetherIn(deadline, bases)][0] ??
        [...limitsIn(deadline, types, { bases, cited, authorities, catalogue, profile })][0]
      if (found !== undefined) yield found
    }
  },
})

function basesOf(entries: readonly Entry[]): readonly Passage[] {
  return [...new Set(entries.flatMap((entry) => entry.cell('basis') ?? []))]
}

// 在发布重大政策的同时做好解读工作; 同步解读
const TOGETHER =
  /(?<words>[^“”"；;。\n]{0,30}(?:同时|同步)[^“”"；;。\n]{0,30}解读[^“”"；;。\n]{0,10}|[^“”"；;。\n]{0,20}解读[^“”"；;。\n]{0,20}(?:同时|同步)[^“”"；;。\n]{0,20})/du

/** An interpretation that the row's own basis wants together with the document. */
function* togetherIn({ cell, items }: JudgedDeadline, bases: readonly Passage[]) {
  const judged = items.find(({ item }) => item.type.limit.kind === 'together')
  if (judged?.outcome.kind !== 'over') return
  const { clause } = judged.outcome
  for (const passage of bases) {
    const [start, end] = TOGETHER.exec(passage.text)?.indices?.groups?.words ?? []
    if (start === undefined || end === undefined) continue
    const span = withoutMarks(passage.text, { start, end })
    const expected = judged.item.type.wording
    yield {
      message: 'together',
      data: {
        words: withoutSpace(passage.text.slice(span.start, span.end)),
        actual: clause.text,
        expected,
      },
      at: { passage: cell, span: clause.span },
      expected: [expected],
      certainty: 'certain',
      related: [{ message: 'place', at: { passage, span } }],
    } as const
  }
}

/** A stretch without the number of an item and a comma before it: （十五）在发布… */
function withoutMarks(text: string, { start, end }: Span): Span {
  const lead = /^.*[，,、：:）)]/u.exec(text.slice(start, end))?.[0] ?? ''
  const rest = text.slice(start + lead.length, end)
  return /同时|同步/u.test(rest) && rest.includes('解读')
    ? { start: start + lead.length, end }
    : { start, end }
}

/** The types whose limit holds for rows that cite the document that set it. */
function conditionalTypes(authorities: Authorities): readonly Conditional[] {
  return authorities.itemTypes.all.flatMap((type) =>
    type.whenCited === undefined ? [] : [{ type, words: new RegExp(type.whenCited, 'u') }],
  )
}

interface Conditional {
  readonly type: ItemType
  readonly words: RegExp
}

interface Row {
  readonly bases: readonly Passage[]
  readonly cited: ReadonlyMap<Passage, readonly Cited[]>
  readonly authorities: Authorities
  readonly catalogue: Catalogue
  readonly profile: Profile | undefined
}

/** Limits of documents that the row cites, for what it publishes. */
function* limitsIn(
  { cell, entries, clauses, items }: JudgedDeadline,
  types: readonly Conditional[],
  { bases, cited, authorities, catalogue, profile }: Row,
) {
  const isDomain = (profile ?? profileOf(entries[0], catalogue)) === 'domain'
  for (const { type, words } of types) {
    const clause = broken(clauses, type)
    if (clause === undefined || type.limit.kind !== 'within') continue
    if (!words.test(wordsOf(entries))) continue
    const citation = bases
      .flatMap((passage) => cited.get(passage) ?? [])
      .find((one) => isBasisOf(one, type, authorities))
    if (citation === undefined) continue
    const { authority, numbered } = resolveCited(citation, authorities)
    const known = numbered ?? authority
    if (known === undefined) continue
    const isItem = items.some(({ item }) => item.type === type && item.by === 'name')
    const shared = {
      at: { passage: cell, span: clause.span },
      evidence: [evidenceOf(known)],
      related: [
        { message: 'place', at: { passage: citation.passage, span: citation.citation.span } },
      ],
      ...(isDomain && ({ severity: 'info' } as const)),
    } as const
    const title = inMarks(known.title)
    yield isItem
      ? ({
          ...shared,
          message: 'limit',
          data: {
            title,
            limit: limitText(type.limit),
            actual: clause.text,
            expected: type.wording,
          },
          expected: [type.wording],
        } as const)
      : ({
          ...shared,
          message: 'part',
          data: { title, limit: `${durationText(type.limit)}内`, actual: clause.text },
        } as const)
  }
}

/** The clause that breaks a type's limit, where none of the others keeps it. */
function broken(clauses: readonly DeadlineClause[], type: ItemType): DeadlineClause | undefined {
  const judged = clauses.map((clause) => ({ clause, kind: judge(clause, type).kind }))
  if (judged.some(({ kind }) => kind === 'within')) return undefined
  return judged.find(({ kind }) => kind === 'over')?.clause
}

function isBasisOf(cited: Cited, { basis }: ItemType, authorities: Authorities): boolean {
  const { authority, numbered } = resolveCited(cited, authorities)
  const known = numbered ?? authority
  if (known === undefined) return false
  return basis.some(({ source, number }) =>
    number !== undefined && known.number !== undefined
      ? numberKey(number) === numberKey(known.number)
      : titleKey(source) === titleKey(known.title),
  )
}

/** A cell may hold a megabyte; what is published is said at its beginning. */
const LONGEST_TEXT = 4000

function wordsOf(entries: readonly Entry[]): string {
  const roles = ['item.level1', 'item.level2', 'item.level3', 'content'] as const
  return withoutSpace(
    entries
      .flatMap((entry) => roles.map((role) => entry.text(role).slice(0, LONGEST_TEXT)))
      .join(' '),
  )
}
