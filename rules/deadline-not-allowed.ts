import type { Catalogue, Entry } from '../src/catalogue/catalogue.ts'
import { askewEntries } from '../src/catalogue/gaps.ts'
import { replace } from '../src/fix/edit.ts'
import {
  type DeadlineClause,
  type Duration,
  findDeadlines,
  surelyLonger,
} from '../src/grammar/deadline.ts'
import { itemName } from '../src/rule/missing.ts'
import { defineRule } from '../src/rule/rule.ts'
import type { Cell } from '../src/table/model.ts'

/** Article 26 of the Regulation: counted from when the information was formed or changed. */
const GENERAL: Duration = { amount: 20, unit: 'workday' }

/** The last day to publish the annual report, by Article 49 of the Regulation. */
interface YearlyLimit {
  readonly month: number
  readonly day: number
  readonly article: string
  /** Townships stand outside the letter of Article 49, though all follow it. */
  readonly isPractice?: true
}

const BY_DEPARTMENTS: YearlyLimit = { month: 1, day: 31, article: '第四十九条第一款' }
const BY_GOVERNMENTS: YearlyLimit = { month: 3, day: 31, article: '第四十九条第二款' }
const BY_TOWNSHIPS: YearlyLimit = { ...BY_DEPARTMENTS, isPractice: true }

const REPORT = /信息公开(?:工作)?(?:年度报告|年报)/u
const OTHER_REPORT = /法治政府|网站|执法|制度$|指南|目录/u

export default defineRule({
  id: 'deadline-not-allowed',
  title: '时限不符合该事项法定要求',
  severity: 'error',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'suggested',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第二十六条',
      gist: '主动公开的信息，自形成或者变更之日起20个工作日内公开；法律、法规另有规定的，从其规定。',
    },
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第四十九条',
      gist: '部门每年1月31日前公布上一年度的政府信息公开工作年度报告，政府信息公开工作主管部门每年3月31日前公布本级政府的。',
    },
  ],
  why: '目录写明的时限就是对公众的承诺；承诺长于法定期限，照目录办也是违法。',
  how: '改为不超过法定上限的时限；法律、法规另有规定的，在“公开依据”中写明该规定。',
  messages: {
    tooLong:
      '公开时限“{actual}”超过上限“20个工作日”（《中华人民共和国政府信息公开条例》第二十六条）。',
    noDate:
      '“{item}”的公开时限不得写“{actual}”，应当为“{expected}”（《中华人民共和国政府信息公开条例》{article}）。',
    late: '“{item}”的公开时限“{actual}”晚于法定日期，应当为“{expected}”（《中华人民共和国政府信息公开条例》{article}）。',
  },
  examples: {
    good: [
      {
        name: '二十个工作日以内，或者更短',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能、设置、地址 | 自该信息形成或者变更之日起20个工作日内 |
          | 2 | 行政处罚 | 处罚决定 | 决定作出之日起7个工作日内 |
          | 3 | 工作动态 | 动态信息 | 实时更新 |
        `,
      },
      {
        name: '30日与20个工作日遇上长假时不好比，不报',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能、设置、地址 | 信息形成之日起30日内 |
        `,
      },
      {
        name: '公示期是最短期限，不是公开时限',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 决策草案 | 征求意见稿 | 征求意见期限不少于30个工作日 |
        `,
      },
      {
        name: '年度报告写明法定日期或者更早',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 政府信息公开年报 | 年度报告 | 每年1月31日前 | 市教育局 |
          | 2 | 政府信息公开工作年度报告 | 本级政府年度报告 | 每年3月31日前 | 青溪县人民政府 |
          | 3 | 法治政府建设年度报告 | 年度报告 | 每年4月1日前 | 市教育局 |
        `,
      },
    ],
    bad: [
      {
        name: '超过条例的一般上限',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能、设置、地址 | 自该信息形成或者变更之日起⟦30个工作日内⟧ |
          | 2 | 政策文件 | 文件全文 | 制定或获取信息之日起⟦120个工作日内⟧ |
        `,
        says: [
          '公开时限“30个工作日内”超过上限“20个工作日”（《中华人民共和国政府信息公开条例》第二十六条）。',
          '公开时限“120个工作日内”超过上限“20个工作日”（《中华人民共和国政府信息公开条例》第二十六条）。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能、设置、地址 | 自该信息形成或者变更之日起20个工作日内 |
          | 2 | 政策文件 | 文件全文 | 制定或获取信息之日起20个工作日内 |
        `,
      },
      {
        name: '年度报告没有写法定日期',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 政府信息公开年报 | 年度报告 | ⟦自该信息形成或者变更之日起20个工作日内⟧ | 市教育局 |
        `,
        says: [
          '“政府信息公开年报”的公开时限不得写“自该信息形成或者变更之日起20个工作日内”，应当为“每年1月31日前”（《中华人民共和国政府信息公开条例》第四十九条第一款）。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 政府信息公开年报 | 年度报告 | 每年1月31日前 | 市教育局 |
        `,
      },
      {
        name: '部门年度报告晚于1月31日',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 政府信息公开工作年度报告 | 年度报告 | ⟦每年3月31日前⟧ | 市教育局 |
        `,
        says: [
          '“政府信息公开工作年度报告”的公开时限“每年3月31日前”晚于法定日期，应当为“每年1月31日前”（《中华人民共和国政府信息公开条例》第四十九条第一款）。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 政府信息公开工作年度报告 | 年度报告 | 每年1月31日前 | 市教育局 |
        `,
      },
    ],
  },

  *check({ catalogue }) {
    const askew = askewEntries(catalogue)
    for (const [cell, entries] of catalogue.groups('deadline')) {
      const judged = entries.filter((entry) => !askew.has(entry))
      if (judged.length === 0) continue
      // A merged cell speaks for many entries, but is wrong only once.
      const report = judged.find(isAnnualReport)
      if (report !== undefined && judged.every((entry) => entry.head === report.head)) {
        yield* judgeReport(catalogue, report, cell)
      } else if (mayBeTooLong(cell.text) && !judged.every(isOnRequest)) {
        yield* judgeGeneral(cell, findDeadlines(cell.text))
      }
    }
  },
})

// Whatever is longer than 20 working days has a number above 20, a Chinese numeral or a longer unit.
const LONG = /(?:2[1-9]|[3-9]\d|\d{3})|[一二三四五六七八九十百半０-９周月季年]/u
/** A day of the year is no term. */
const YEARLY = /^每年\d{1,2}月\d{1,2}日前$/u

/** A cheap look before the deadline is read: most say 20个工作日 or less. */
function mayBeTooLong(text: string): boolean {
  return LONG.test(text) && !YEARLY.test(text)
}

function* judgeGeneral(cell: Cell, clauses: readonly DeadlineClause[]) {
  for (const clause of clauses) {
    if (clause.kind !== 'relative' || !surelyLonger(clause, GENERAL)) continue
    const isSure = clause.anchor.kind === 'formed'
    if (!isSure && clause.anchor.kind !== 'none') continue
    const { text: actual, span } = clause.term
    const doubt = isSure ? {} : ({ severity: 'warning', certainty: 'likely' } as const)
    const fixed = actual.replace(/^.*?(?:工作日|日|天|个?月|周|年)/u, '20个工作日')
    const edits = [replace(cell, span, fixed)] as const
    const fix = { safety: 'suggested', edits } as const
    yield {
      message: 'tooLong',
      data: { actual },
      at: { passage: cell, span },
      fix,
      ...doubt,
    } as const
  }
}

function* judgeReport(catalogue: Catalogue, entry: Entry, cell: Cell) {
  const limit = limitOf(entry, catalogue.agency)
  const expected = `每年${limit.month}月${limit.day}日前`
  if (cell.text === expected) return
  const clauses = findDeadlines(cell.text)
  const dates = clauses.filter((clause) => clause.kind === 'fixed-date')
  const isInTime = dates.some(
    ({ month, day }) => month < limit.month || (month === limit.month && day <= limit.day),
  )
  if (isInTime) return
  const [late] = dates
  const dateless = clauses.find(({ kind }) => DATELESS.has(kind))
  const clause = late ?? dateless
  if (clause === undefined) return
  const at = { passage: cell, span: clause.span }
  const data = { item: itemName(entry), actual: clause.text, expected, article: limit.article }
  const edits = [replace(cell, clause.span, expected)] as const
  const doubt = limit.isPractice ? ({ severity: 'warning', certainty: 'likely' } as const) : {}
  const told = { data, at, fix: { safety: 'suggested', edits }, ...doubt } as const
  yield { ...told, message: late === undefined ? 'noDate' : 'late' } as const
}

/** Forms that say something other than a day of the year; what is not understood is not judged. */
const DATELESS: ReadonlySet<DeadlineClause['kind']> = new Set([
  'relative',
  'realtime',
  'timely',
  'longterm',
])

const LEVELS = ['item.level1', 'item.level2', 'item.level3'] as const

function isAnnualReport(entry: Entry): boolean {
  return LEVELS.some((role) => {
    const name = entry.text(role)
    return REPORT.test(name) && !OTHER_REPORT.test(name)
  })
}

function limitOf(entry: Entry, agency: string | undefined): YearlyLimit {
  const subject = entry.text('subject') || (agency ?? '')
  if (/(?:[乡镇]|街道|街道办事处|[乡镇]人民政府)$/u.test(subject)) return BY_TOWNSHIPS
  return /人民政府$|人民政府办公[厅室]$/u.test(subject) ? BY_GOVERNMENTS : BY_DEPARTMENTS
}

function isOnRequest(entry: Entry): boolean {
  if (entry.text('method.onRequest') !== '' && entry.text('method.proactive') === '') return true
  const method = entry.text('method')
  return method.includes('申请') && !method.includes('主动')
}
