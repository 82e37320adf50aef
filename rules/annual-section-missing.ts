import { editionOf } from '../src/annual/edition.ts'
import {
  PART_FORMS,
  type Part,
  type PartForm,
  type PartHeading,
  partHeadings,
  partsOf,
  partsWithTable,
} from '../src/annual/parts.ts'
import type { Catalogue } from '../src/catalogue/catalogue.ts'
import { headingLabel } from '../src/grammar/heading.ts'
import { beginningOf } from '../src/rule/annual.ts'
import { REPORT_FORM } from '../src/rule/report-form.ts'
import { defineRule } from '../src/rule/rule.ts'

export default defineRule({
  id: 'annual-section-missing',
  title: '年报缺少法定部分',
  severity: 'error',
  certainty: 'certain',
  kinds: ['annual-report'],
  fix: 'none',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第五十条',
      gist: '年度报告包括主动公开、申请的收到和处理、行政复议和行政诉讼、主要问题及改进、其他需要报告的事项。',
    },
    {
      source: REPORT_FORM,
      article: '（国办公开办函〔2021〕30号）',
      gist: '年度报告分为总体情况等六个部分。',
    },
  ],
  why: '六个部分是年度报告的法定内容，少一部分，这方面的情况就没有向社会报告；没有发生的，也要写明没有发生。',
  how: '补上缺的部分和其中的统计表；确实没有发生的，数字填0，并写一句说明。',
  messages: {
    before: '缺{missing}，应当在“{heading}”之前补上。',
    behind: '缺{missing}，应当在“{heading}”这一部分之后补上。',
    none: '报告里没有看到“总体情况”等六个部分的标题，应当按格式分部分编写。',
    last: '前一部分的标题在这里。',
  },
  supersedes: ['num-heading-gap'],
  examples: {
    good: [
      {
        name: '六部分齐全，编号各有各的写法',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          第一部分 总体情况

          第二部分 行政机关主动公开政府信息的情况

          第三部分 收到和处理政府信息公开申请情况

          第四部分 因政府信息公开工作被申请行政复议、提起行政诉讼情况

          第五部分 存在的主要问题及改进情况

          第六部分 其他需要报告的事项
        `,
      },
      {
        name: '标题做成了图片，但这一部分的统计表在',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况

          二、主动公开政府信息情况

          三、收到和处理政府信息公开申请情况

          | 行政复议 | | | | |
          | --- | --- | --- | --- | --- |
          | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
          | 0 | 0 | 0 | 0 | 0 |

          五、存在的主要问题及改进情况

          六、其他需要报告的事项
        `,
      },
      {
        name: '这一部分用了自己的标题',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况

          二、信息发布情况

          三、收到和处理政府信息公开申请情况

          四、政府信息公开行政复议、行政诉讼情况

          五、存在的主要问题及改进情况

          六、其他需要报告的事项
        `,
      },
      {
        name: '学校、医院、企业另有规定',
        table: `
          # 云岭市第一医院2025年信息公开工作年度报告

          一、总体情况

          二、主动公开情况
        `,
      },
      {
        name: '2018年以前没有统一的格式',
        table: `
          # 青溪县教育局2018年政府信息公开工作年度报告

          一、概述

          二、主动公开政府信息情况

          三、依申请公开政府信息情况
        `,
      },
    ],
    bad: [
      {
        name: '缺第四部分',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况

          二、主动公开政府信息情况

          ⟦→三、收到和处理政府信息公开申请情况⟧

          ⟦五、存在的主要问题及改进情况⟧

          六、其他需要报告的事项
        `,
        says: [
          '缺第四部分“政府信息公开行政复议、行政诉讼情况”，应当在“五、存在的主要问题及改进情况”之前补上。',
          '前一部分的标题在这里。',
        ],
      },
      {
        name: '写到第四部分为止',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况

          二、主动公开政府信息情况

          三、收到和处理政府信息公开申请情况

          ⟦四、政府信息公开行政复议、行政诉讼情况⟧
        `,
        says: [
          '缺第五部分“存在的主要问题及改进情况”、第六部分“其他需要报告的事项”，应当在“四、政府信息公开行政复议、行政诉讼情况”这一部分之后补上。',
        ],
      },
      {
        name: '只有统计表，没有部分',
        table: `
          # ⟦青溪县教育局2025年政府信息公开工作年度报告⟧

          | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
          | --- | --- | --- | --- |
          | 规章 | 0 | 0 | 0 |
        `,
        says: ['报告里没有看到“总体情况”等六个部分的标题，应当按格式分部分编写。'],
      },
    ],
  },

  *check({ catalogue }) {
    if (editionOf(catalogue) === 'free') return
    const parts = partsOf(catalogue)
    if (parts.length === 0) {
      const at = beginningOf(catalogue)
      if (at === undefined || partsWithTable(catalogue).size === 0) return
      // Headings may be pictures.
      yield {
        message: 'none',
        severity: 'warning',
        certainty: 'likely',
        at: { passage: at },
      } as const
      return
    }
    for (const { forms, before, after } of gapsOf(parts, missingOf(catalogue, parts))) {
      const missing = forms.map(nameOf).join('、')
      const told = after ?? before
      if (told === undefined) continue
      const at = { passage: told.passage, span: told.span }
      const heading = `${told.label}${told.title}`
      if (after === undefined) {
        yield { message: 'behind', data: { missing, heading }, about: missing, at } as const
      } else {
        const related = before && [
          { message: 'last', at: { passage: before.passage, span: before.span } } as const,
        ]
        yield {
          message: 'before',
          data: { missing, heading },
          about: missing,
          at,
          ...(related && { related }),
        } as const
      }
    }
  },
})

/** The parts that have neither a heading nor a table, nor could hide under a heading of one’s own. */
function missingOf(catalogue: Catalogue, parts: readonly Part[]): readonly PartForm[] {
  const tables = partsWithTable(catalogue)
  const strays = partHeadings(catalogue).filter(({ keys }) => keys.length === 0)
  return PART_FORMS.filter(
    ({ key, number }) =>
      !parts.some(({ form }) => form.key === key) &&
      !tables.has(key) &&
      !strays.some((stray) => stray.number === number),
  )
}

interface Gap {
  /** Parts that are missing one after the other. */
  readonly forms: readonly PartForm[]
  readonly before: PartHeading | undefined
  readonly after: PartHeading | undefined
}

function gapsOf(parts: readonly Part[], missing: readonly PartForm[]): readonly Gap[] {
  const gaps: Gap[] = []
  const ordered = [...parts].sort((a, b) => a.form.number - b.form.number)
  for (const form of missing) {
    const before = ordered.findLast((part) => part.form.number < form.number)?.heading
    const after = ordered.find((part) => part.form.number > form.number)?.heading
    const open = gaps.at(-1)
    if (open !== undefined && open.before === before && open.after === after) {
      gaps[gaps.length - 1] = { ...open, forms: [...open.forms, form] }
    } else {
      gaps.push({ forms: [form], before, after })
    }
  }
  return gaps
}

function nameOf({ number, title }: PartForm): string {
  return `第${headingLabel('part', number).slice(0, -1)}部分“${title}”`
}
