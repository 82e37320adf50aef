import {
  impossibleDates,
  isPossible,
  type Period,
  periodsOf,
  signedOn,
  type WrittenDate,
} from '../src/annual/dates.ts'
import { editionOf } from '../src/annual/edition.ts'
import { reportYear } from '../src/annual/year.ts'
import type { Catalogue } from '../src/catalogue/catalogue.ts'
import { wholeProse } from '../src/rule/annual.ts'
import { defineRule } from '../src/rule/rule.ts'
import { agencyOf } from '../src/rule/title-agency.ts'

export default defineRule({
  id: 'annual-date',
  title: '年报日期、年度错误',
  severity: 'error',
  certainty: 'certain',
  kinds: ['annual-report'],
  fix: 'none',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第四十九条',
      gist: '县级以上人民政府部门在每年1月31日前公布上一年度的报告，各级政府的报告在3月31日前公布。',
    },
  ],
  why: '年度写错，数字就算在了别的年度；落款晚于法定期限，等于自己写明逾期公布。',
  how: '核对标题、统计期限和落款的年份；确实逾期的，如实落款，并说明原因；更正后重新发布的，注明更正。',
  messages: {
    year: '标题写的是{title}年的报告，这里写的是“{actual}”，年度应当一致。',
    period: '统计期限“{actual}”不是1月1日至12月31日，年度报告应当统计全年。',
    impossible: '“{actual}”不是历法上有的日期，应当核对改正。',
    early: '{title}年的报告落款日期是“{actual}”，早于这一年结束；年度报告应当在下一年编制。',
    late: '{title}年的报告落款日期是“{actual}”，晚于{limit}；{who}应当在次年{due}前公布年度报告。',
    titled: '标题在这里。',
  },
  examples: {
    good: [
      {
        name: '部门在1月31日以前落款',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          所列数据的统计期限自2025年1月1日起至2025年12月31日止。

          六、其他需要报告的事项

          青溪县教育局

          2026年1月31日
        `,
      },
      {
        name: '政府可以到3月31日；网页的发布日期不是落款',
        table: `
          # 青溪县人民政府2025年政府信息公开工作年度报告

          六、其他需要报告的事项

          青溪县人民政府

          2026年3月20日

          发布日期：

          2026年5月8日
        `,
      },
      {
        name: '更正后重新发布',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          更正说明：第三部分的统计表有一处数字填错，现予更正。

          六、其他需要报告的事项

          青溪县教育局

          2026年2月20日
        `,
      },
      {
        name: '正文里说到别的年度和日期',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          比2024年增加12条，2024年2月29日印发的办法继续执行，2026年6月将再次培训。

          六、其他需要报告的事项
        `,
      },
    ],
    bad: [
      {
        name: '部门的报告落款晚于1月31日',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          六、其他需要报告的事项

          青溪县教育局

          ⟦2026年2月8日⟧
        `,
        says: [
          '2025年的报告落款日期是“2026年2月8日”，晚于2026年1月31日；县级以上人民政府部门应当在次年1月31日前公布年度报告。',
        ],
      },
      {
        name: '年份还写着旧年',
        table: `
          # ⟦→青溪县教育局2025年政府信息公开工作年度报告⟧

          现将青溪县教育局⟦2024年⟧政府信息公开工作情况报告如下。

          所列数据的统计期限自⟦2025年1月1日至2025年12月14日⟧。

          全年于6月、⟦9月31日⟧各培训一次。

          六、其他需要报告的事项

          青溪县教育局

          ⟦2025年1月20日⟧
        `,
        says: [
          '标题写的是2025年的报告，这里写的是“2024年”，年度应当一致。',
          '标题在这里。',
          '统计期限“2025年1月1日至2025年12月14日”不是1月1日至12月31日，年度报告应当统计全年。',
          '“9月31日”不是历法上有的日期，应当核对改正。',
          '2025年的报告落款日期是“2025年1月20日”，早于这一年结束；年度报告应当在下一年编制。',
        ],
      },
    ],
  },

  *check({ catalogue }) {
    const title = reportYear(catalogue)
    for (const period of periodsOf(catalogue)) {
      const at = { passage: period.passage, span: period.span }
      const actual = period.text
      if (title !== undefined && period.years.some((year) => year !== title)) {
        const related = catalogue.title && [
          { message: 'titled', at: { passage: catalogue.title } } as const,
        ]
        yield { message: 'year', data: { title, actual }, at, ...(related && { related }) } as const
      } else if (isPartial(period)) {
        const doubt = { severity: 'warning', certainty: 'likely' } as const
        yield { message: 'period', ...doubt, data: { actual }, at } as const
      }
    }
    const signed = signedOn(catalogue)
    for (const { passage, span, text: actual } of impossibleDates(catalogue)) {
      yield { message: 'impossible', data: { actual }, at: { passage, span } } as const
    }
    if (signed === undefined || !isPossible(signed) || title === undefined) return
    const { passage, span, text: actual } = signed
    const at = { passage, span }
    if (signed.year <= title) {
      // Some reports are finished in the last days of their year.
      const isNearly =
        (signed.year === title && signed.month === 12) || editionOf(catalogue) === 'free'
      const doubt = isNearly ? ({ severity: 'warning', certainty: 'likely' } as const) : {}
      yield { message: 'early', ...doubt, data: { title, actual }, at } as const
      return
    }
    const due = dueOf(catalogue)
    if (editionOf(catalogue) === 'free' || !isLate(signed, title + 1, due)) return
    if (CORRECTED.test(`${catalogue.title?.text ?? ''}\n${wholeProse(catalogue)}`)) return
    const day = `${due.month}月31日`
    const data = { title, actual, limit: `${title + 1}年${day}`, who: due.who, due: day }
    // The form of 2019 was handed out late in that year.
    const isSure = due.isSure && editionOf(catalogue) === '2021'
    const doubt = isSure ? {} : ({ severity: 'warning', certainty: 'likely' } as const)
    yield { message: 'late', ...doubt, data, at } as const
  },
})

function isPartial({ from, to }: Period): boolean {
  if (from === undefined || to === undefined) return false
  return from.month !== 1 || from.day !== 1 || to.month !== 12 || to.day !== 31
}

/** Words by which a report says that it was published again. */
const CORRECTED =
  /更正|勘误|重新(?:发布|公布|公开|编制|上传)|本(?:年度)?报告.{0,20}(?:修订|修改|更新|调整|补充)|[（(](?:修订|修正|更新|补充)[^（()）]{0,4}[）)]/u

interface Due {
  readonly month: 1 | 3
  readonly who: string
  /** Whether the law speaks of such a body. */
  readonly isSure: boolean
}

const DEPARTMENT = /(?<!分)局$|委员会$|委$|办公室$|办$|厅$/u
/** Bodies whose names only end like those of departments. */
const NO_DEPARTMENT =
  /管委会|管理委员会|[党市县区省州]委$|人大|政协|纪委|街道|法院|检察|村|社区|公司|医院|学校|学院/u

function dueOf(catalogue: Catalogue): Due {
  const agency = agencyOf(catalogue)
  if (agency === undefined) return { month: 3, who: '行政机关', isSure: false }
  const { name, level, isGovernment, isVertical } = agency
  if (isGovernment) {
    // The law names the reports of governments from the county up.
    const isTownship = level === 'township' || /街道|[乡镇]|[新园景矿]区$|开发区$/u.test(name)
    return { month: 3, who: '各级政府', isSure: !isTownship }
  }
  if (!DEPARTMENT.test(name) || NO_DEPARTMENT.test(name) || level === 'township') {
    return { month: 3, who: '行政机关', isSure: false }
  }
  return { month: 1, who: '县级以上人民政府部门', isSure: !isVertical && level !== 'central' }
}

function isLate({ year, month, day }: WrittenDate, limitYear: number, due: Due): boolean {
  const limit = limitYear * 10_000 + due.month * 100 + 31
  return year * 10_000 + month * 100 + day > limit
}
