import type { Authority } from '../src/authority/authority.ts'
import { parseOrder } from '../src/authority/normalise.ts'
import { type Order, orders } from '../src/authority/orders.ts'
import { type Ended, editionOn, standingOn } from '../src/authority/status.ts'
import { type Edit, type Fix, replace } from '../src/fix/edit.ts'
import { formatOrderNumber, type OrderNumber } from '../src/grammar/order-number.ts'
import { type Cited, citations, citationsByPassage, resolveCited } from '../src/rule/citations.ts'
import { evidenceOf, evidenceOfOrder } from '../src/rule/evidence.ts'
import { type Context, defineRule, type Evidence } from '../src/rule/rule.ts'
import { inMarks } from '../src/rule/titles.ts'
import { spellDate } from '../src/text/date.ts'
import { withoutSpace } from '../src/text/normalise.ts'
import type { Span } from '../src/text/span.ts'

export default defineRule({
  id: 'cite-outdated',
  title: '引用已废止、已修订或过期文件',
  severity: 'warning',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue', 'ledger', 'annual-report'],
  fix: 'suggested',
  once: {
    repealed: 'words',
    repealedBefore: 'words',
    superseded: 'words',
    supersededBefore: 'words',
    revised: 'words',
    revisedBefore: 'words',
    expired: 'words',
    annual: 'words',
    pilot: 'words',
  },
  basis: [
    {
      source: '中华人民共和国立法法',
      article: '第七十一条',
      gist: '被修改的法律公布新的文本，法律被废止的，除由其他法律规定废止以外，由国家主席签署主席令公布；旧文本不再是依据。',
    },
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第六条',
      gist: '行政机关应当及时、准确地公开政府信息。',
    },
  ],
  why: '依据废止了、修订了，条文和序号往往跟着变，按旧的去查就查不到。',
  how: '改引现行的法律、法规或者文件，核对条、款、项的序号；目录标明了成文日期的，按那一天判断。',
  messages: {
    repealed: '{title}自{since}起废止{by}，应当改引现行规定。',
    repealedBefore: '{title}在成文（{written}）以前，{since}就已废止{by}，应当改引现行规定。',
    superseded: '{title}自{since}起由{by}代替，应当改引。',
    supersededBefore: '{title}在成文（{written}）以前，{since}就已由{by}代替，应当改引。',
    revised: '“{actual}”是{title}{year}年的令号；现行文本{date}修订{number}，应当改引。',
    revisedBefore:
      '“{actual}”是{title}{year}年的令号；成文（{written}）以前，{date}就已修订{number}，应当改引。',
    expired: '{title}的期限到{year}年为止，宜核对有没有接续的文件。',
    annual: '{title}是{year}年的年度文件，又是这一项唯一的依据，宜改引长期有效的规定。',
    pilot: '{title}的试点已经结束，后续见{by}，宜改引。',
    place: '这里也引用了它。',
  },
  examples: {
    good: [
      {
        name: '现行有效的、没有写令号的、修正以后仍用公布时的令号的',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 应急预案 | 《中华人民共和国突发事件应对法》；《中华人民共和国突发事件应对法》（主席令第二十五号） | 实时更新 |
          | 2 | 许可事项 | 《中华人民共和国行政许可法》（主席令第七号） | 实时更新 |
          | 3 | 公开指南 | 《中华人民共和国政府信息公开条例》（国务院令第711号）第十二条 | 实时更新 |
        `,
      },
      {
        name: '成文的时候还有效',
        table: `
          云岭市应急管理局主动公开事项目录

          2020年6月1日

          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 应急预案 | 《中华人民共和国突发事件应对法》（主席令第69号） | 实时更新 |
          | 2 | 预案管理 | 《国务院办公厅关于印发突发事件应急预案管理办法的通知》（国办发〔2013〕101号） | 实时更新 |
        `,
      },
      {
        name: '年度文件不是唯一的依据',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开要点 | 《中华人民共和国政府信息公开条例》第二十条第（一）项；《国务院办公厅关于印发2017年政务公开工作要点的通知》（国办发〔2017〕24号） | 实时更新 |
        `,
      },
    ],
    bad: [
      {
        name: '修订以前的令号',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开指南 | 《中华人民共和国政府信息公开条例》（⟦国务院令第492号⟧） | 实时更新 |
        `,
        says: [
          '“国务院令第492号”是《中华人民共和国政府信息公开条例》2007年的令号；现行文本2019年4月3日修订（国务院令第711号），应当改引。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开指南 | 《中华人民共和国政府信息公开条例》（国务院令第711号） | 实时更新 |
        `,
      },
      {
        name: '成文以前就修订了',
        table: `
          云岭市应急管理局主动公开事项目录

          2025年6月1日

          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开指南 | 《中华人民共和国政府信息公开条例》（⟦国务院令第492号⟧） | 实时更新 |
          | 2 | 预案管理 | ⟦《国务院办公厅关于印发突发事件应急预案管理办法的通知》⟧（国办发〔2013〕101号） | 实时更新 |
        `,
        says: [
          '“国务院令第492号”是《中华人民共和国政府信息公开条例》2007年的令号；成文（2025年6月1日）以前，2019年4月3日就已修订（国务院令第711号），应当改引。',
          '《国务院办公厅关于印发突发事件应急预案管理办法的通知》（国办发〔2013〕101号）在成文（2025年6月1日）以前，2024年1月31日就已由《国务院办公厅关于印发〈突发事件应急预案管理办法〉的通知》（国办发〔2024〕5号）代替，应当改引。',
        ],
        fixed: `
          云岭市应急管理局主动公开事项目录

          2025年6月1日

          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开指南 | 《中华人民共和国政府信息公开条例》（国务院令第711号） | 实时更新 |
          | 2 | 预案管理 | 《国务院办公厅关于印发〈突发事件应急预案管理办法〉的通知》（国办发〔2024〕5号） | 实时更新 |
        `,
      },
      {
        name: '废止的法规，几处引用只说一次',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 档案 | ⟦《中华人民共和国档案法实施办法》⟧第二条 | 实时更新 |
          | 2 | 档案 | ⟦→《档案法实施办法》⟧第三条 | 实时更新 |
        `,
        says: [
          '《中华人民共和国档案法实施办法》自2024年3月1日起废止（见《中华人民共和国档案法实施条例》），应当改引现行规定。',
          '这里也引用了它。',
        ],
      },
      {
        name: '成文以前就废止了',
        table: `
          云岭市市场监督管理局主动公开事项目录

          2025年6月1日

          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 市场主体 | ⟦《个体工商户条例》⟧ | 实时更新 |
        `,
        says: [
          '《个体工商户条例》在成文（2025年6月1日）以前，2022年11月1日就已废止（见《促进个体工商户发展条例》），应当改引现行规定。',
        ],
      },
      {
        name: '被代替的文件',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 预案管理 | ⟦《突发事件应急预案管理办法》⟧（国办发〔2013〕101号） | 实时更新 |
        `,
        says: [
          '《国务院办公厅关于印发突发事件应急预案管理办法的通知》（国办发〔2013〕101号）自2024年1月31日起由《国务院办公厅关于印发〈突发事件应急预案管理办法〉的通知》（国办发〔2024〕5号）代替，应当改引。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 预案管理 | 《国务院办公厅关于印发〈突发事件应急预案管理办法〉的通知》（国办发〔2024〕5号） | 实时更新 |
        `,
      },
      {
        name: '结束了的试点',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开标准 | ⟦《开展基层政务公开标准化规范化试点工作方案》⟧（国办发〔2017〕42号） | 实时更新 |
        `,
        says: [
          '《国务院办公厅关于印发开展基层政务公开标准化规范化试点工作方案的通知》的试点已经结束，后续见《国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见》（国办发〔2019〕54号），宜改引。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开标准 | 《国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见》（国办发〔2019〕54号） | 实时更新 |
        `,
      },
      {
        name: '期限届满的规划、三年以前的年度要点',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 法治政府 | 中共中央、国务院印发⟦《法治政府建设实施纲要（2021—2025年）》⟧ | 实时更新 |
          | 2 | 公开要点 | ⟦《国务院办公厅关于印发2017年政务公开工作要点的通知》⟧（国办发〔2017〕24号） | 实时更新 |
        `,
        says: [
          '《法治政府建设实施纲要（2021—2025年）》的期限到2025年为止，宜核对有没有接续的文件。',
          '《国务院办公厅关于印发2017年政务公开工作要点的通知》是2017年的年度文件，又是这一项唯一的依据，宜改引长期有效的规定。',
        ],
      },
    ],
  },

  *check(context) {
    const told = new Map<string, Told>()
    for (const cited of citations(context.catalogue)) {
      const { authority } = resolveCited(cited, context.authorities)
      if (authority === undefined || authority.confidence === 'low') continue
      for (const fault of faultsOf(cited, authority, context)) {
        const key = `${authority.id} ${fault.key}`
        const known = told.get(key)
        if (known === undefined) told.set(key, { fault, cited, others: [] })
        else known.others.push({ passage: cited.passage, span: fault.span })
      }
    }
    for (const [about, { fault, cited, others }] of told) {
      const { finding, span } = fault
      yield {
        ...finding,
        about,
        ...(context.catalogue.kind === 'domain-catalogue' && TEMPLATE),
        at: { passage: cited.passage, span },
        related: others.map((at) => ({ message: 'place', at }) as const),
        ...(others.length === 0 && fault.fix !== undefined && { fix: fault.fix }),
      }
    }
  },
})

const HINT = { severity: 'info', certainty: 'hint' } as const
// The templates of the ministries cite what was in force when they were made.
const TEMPLATE = { severity: 'info', certainty: 'hint' } as const

interface Told {
  readonly fault: Fault
  readonly cited: Cited
  readonly others: { passage: Cited['passage']; span: Span }[]
}

interface Fault {
  /** Places with the same fault of the same authority are told together. */
  readonly key: string
  readonly span: Span
  readonly finding: NonNullable<ReturnType<typeof ended | typeof expired | typeof revised>>
  readonly fix: Fix | undefined
}

function* faultsOf(cited: Cited, authority: Authority, context: Context): Iterable<Fault> {
  const { citation } = cited
  const standing = standingOn(authority, context.asOf)
  const span = citation.name?.span ?? citation.span
  if (standing.state === 'repealed' || standing.state === 'superseded') {
    if (standing.confidence === 'low') return
    const by = standing.by === undefined ? undefined : findSuccessor(standing.by, context)
    const fix = by === undefined ? undefined : successorFix(cited, by)
    yield { key: 'ended', span, finding: ended(authority, standing, by, context), fix }
    return
  }
  if (standing.state === 'expired') {
    const finding = expired(cited, authority, standing, context)
    if (finding !== undefined) yield { key: 'expired', span, finding, fix: undefined }
  }
  for (const number of citation.orders) {
    const finding = revised(number, authority, context)
    if (finding === undefined) continue
    const [expected] = finding.expected
    const edits = [replace(cited.passage, number.span, expected ?? '')] as const
    const fix = expected === undefined ? undefined : ({ safety: 'suggested', edits } as const)
    yield { key: number.text, span: number.span, finding, fix }
  }
}

type Successor = Authority | string

/** What took an authority's place, by number or by short title. */
function findSuccessor(named: string, { authorities }: Context): Successor {
  const [only, ...others] = [
    ...(/号$/u.test(named) ? authorities.byNumber(named) : []),
    ...authorities.byTitle(named),
  ]
  return only !== undefined && others.length === 0 ? only : named
}

function spelled(successor: Successor): string {
  if (typeof successor === 'string') return successor
  const { title, number } = successor
  return `${inMarks(title)}${number === undefined ? '' : `（${number}）`}`
}

/** Title and number together, where both are written and the successor has both. */
function successorFix({ passage, citation }: Cited, successor: Successor): Fix | undefined {
  const { name, documents } = citation
  const [number] = documents
  if (typeof successor === 'string' || successor.number === undefined) return undefined
  if (name?.marking !== 'double' || number === undefined || citation.issuer) return undefined
  const edits: readonly [Edit, Edit] = [
    replace(passage, name.span, inMarks(successor.title)),
    replace(passage, number.span, successor.number),
  ]
  return { safety: 'suggested', edits }
}

/** Whether it had happened when the document was written, as far as that is told. */
function daysOf(since: string, { written, asOf }: Context): { readonly written?: string } {
  return written !== undefined && since <= written && written <= asOf
    ? { written: spellDate(written) }
    : {}
}

function ended(
  authority: Authority,
  standing: Exclude<Ended, { state: 'expired' }>,
  successor: Successor | undefined,
  context: Context,
) {
  const evidence: Evidence[] = [evidenceOf(authority)]
  if (successor !== undefined && typeof successor !== 'string') evidence.push(evidenceOf(successor))
  const isSure = standing.confidence === 'high' && context.written !== undefined
  const told = {
    ...(!isSure && ({ certainty: 'likely' } as const)),
    expected: successor === undefined ? [] : [spelled(successor)],
    evidence,
  }
  const title = inMarks(authority.title)
  const since = spellDate(standing.since)
  const { written } = daysOf(standing.since, context)
  const named = successor === undefined ? '' : spelled(successor)
  if (standing.state === 'superseded' && authority.status === '试点结束') {
    return { ...told, ...HINT, message: 'pilot', data: { title, by: named } } as const
  }
  if (standing.state === 'superseded') {
    // What takes its place often has the same title.
    const data = { title: spelled(authority), since, by: named }
    return written === undefined
      ? ({ ...told, message: 'superseded', data } as const)
      : ({ ...told, message: 'supersededBefore', data: { ...data, written } } as const)
  }
  const data = { title, since, by: named === '' ? '' : `（见${named}）` }
  return written === undefined
    ? ({ ...told, message: 'repealed', data } as const)
    : ({ ...told, message: 'repealedBefore', data: { ...data, written } } as const)
}

/** The name as the document has it, marks and all. */
function asWritten({ passage, citation: { name } }: Cited): string | undefined {
  if (name?.marking !== 'double') return undefined
  return withoutSpace(passage.text.slice(name.span.start, name.span.end))
}

/** Work plans of a year are still cited in the two years after it. */
const YEARS = 3

function expired(
  cited: Cited,
  authority: Authority,
  { since, annual }: Extract<Ended, { state: 'expired' }>,
  { asOf, catalogue }: Context,
) {
  const year = String(Number(since.slice(0, 4)) - 1)
  const title = asWritten(cited) ?? inMarks(authority.title)
  const told = { ...HINT, expected: [], evidence: [evidenceOf(authority)] }
  if (annual !== true) return { ...told, message: 'expired', data: { title, year } } as const
  const isOld = Number(asOf.slice(0, 4)) - Number(year) > YEARS
  if (!isOld || !cited.isBasis) return undefined
  const inCell = citationsByPassage(catalogue).get(cited.passage)?.length ?? 1
  return inCell > 1 ? undefined : ({ ...told, message: 'annual', data: { title, year } } as const)
}

/** An order that published an earlier text than the one in force. */
function revised(number: OrderNumber, authority: Authority, context: Context) {
  const cited = orders(authority).find(
    ({ serial, issuer }) => serial === number.serial && issuer === number.issuer,
  )
  const edition = editionOn(authority, context.asOf)
  if (cited?.date === undefined || cited.confidence === 'low') return undefined
  if (edition?.date === undefined || edition.action !== '修订' || cited.date >= edition.date) {
    return undefined
  }
  const current = currentOrder(authority, edition)
  const expected = current === undefined ? [] : [formatOrderNumber(current.issuer, current.serial)]
  const data = {
    actual: number.text,
    title: inMarks(authority.title),
    year: cited.date.slice(0, 4),
    date: spellDate(edition.date),
    number: expected.map((one) => `（${one}）`).join(''),
  }
  const told = {
    ...(context.written === undefined && ({ certainty: 'likely' } as const)),
    expected,
    evidence: (current === undefined ? [cited] : [current, cited]).map((order) =>
      evidenceOfOrder(authority, order),
    ),
  }
  const { written } = daysOf(edition.date, context)
  return written === undefined
    ? ({ ...told, message: 'revised', data } as const)
    : ({ ...told, message: 'revisedBefore', data: { ...data, written } } as const)
}

function currentOrder(
  authority: Authority,
  { number, confidence }: { readonly number?: string; readonly confidence?: string },
): Order | undefined {
  const parsed = number === undefined || confidence === 'low' ? undefined : parseOrder(number)
  return orders(authority).find(
    ({ issuer, serial }) => issuer === parsed?.issuer && serial === parsed.serial,
  )
}
