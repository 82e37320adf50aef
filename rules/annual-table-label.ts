import { editionOf } from '../src/annual/edition.ts'
import { APPLICANTS, OUTCOMES, PROACTIVE_COLUMNS, PROACTIVE_ROWS } from '../src/annual/form.ts'
import type { Words } from '../src/annual/label.ts'
import { tablesOf } from '../src/annual/tables.ts'
import { reportYear } from '../src/annual/year.ts'
import type { Catalogue } from '../src/catalogue/catalogue.ts'
import { replace } from '../src/fix/edit.ts'
import { REPORT_FORM } from '../src/rule/report-form.ts'
import { defineRule } from '../src/rule/rule.ts'

export default defineRule({
  id: 'annual-table-label',
  title: '统计表行列名称不规范',
  severity: 'warning',
  certainty: 'certain',
  kinds: ['annual-report'],
  fix: 'safe',
  basis: [
    {
      source: REPORT_FORM,
      article: '（国办公开办函〔2021〕30号）附件',
      gist: '三张统计表的行、列名称全国统一，各机关照用，不增不改。',
    },
  ],
  why: '行列名称改了，口径就说不清，上级也没有办法汇总。',
  how: '照统一格式改正名称；用了旧格式的，换用现行格式重新填报。',
  messages: {
    label: '“{actual}”应当照统一格式写作“{expected}”。',
    old: '第二部分统计表有“{actual}”，这是2019、2020年度的旧格式；{year}年的报告应当用现行格式，分列本年制发件数、本年废止件数、现行有效件数。',
    oldUndated:
      '第二部分统计表有“{actual}”，这是2019、2020年度的旧格式；自2021年度起应当用现行格式，分列本年制发件数、本年废止件数、现行有效件数。',
  },
  examples: {
    good: [
      {
        name: '名称里的空格、换行和括号说明不算',
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          三、收到和处理政府信息公开申请情况

          | 项目 | 自然人 | 商业<br>企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
          | --- | --- | --- | --- | --- | --- | --- | --- |
          | 一、本年新收政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
          | 二、上年结转政府信息 公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
          | （二）部分公开（区分处理的，只计这一情形，不计其他情形） | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
          | 3. 危及"三安全一稳定" | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
        `,
      },
      {
        name: '2019、2020年度的报告用当时的格式',
        table: `
          # 云岭市民政局2020年政府信息公开工作年度报告

          二、主动公开政府信息情况

          | 第二十条第（一）项 | | | |
          | --- | --- | --- | --- |
          | 信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |
          | 规章 | 0 | 0 | 0 |
          | 规范性文件 | 2 | 2 | 11 |
        `,
      },
      {
        name: '2018年以前没有统一的统计表',
        table: `
          # 云岭市民政局2018年政府信息公开工作年度报告

          一、概述

          二、主动公开政府信息的情况

          | 信息内容 | 本年新制作数量 |
          | --- | --- |
          | 规范性文件 | 2 |
        `,
      },
    ],
    bad: [
      {
        name: '申请人类别和办理结果写得不全',
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          三、收到和处理政府信息公开申请情况

          | 项目 | 自然人 | 商业企业 | 科研机构 | ⟦社会组织⟧ | 法律服务机构 | 其他 | 总计 |
          | --- | --- | --- | --- | --- | --- | --- | --- |
          | 一、本年新收政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
          | 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
          | 2.⟦其他法律法规禁止公开⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
          | 3.危及“三安全一稳定” | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
        `,
        says: [
          '“社会组织”应当照统一格式写作“社会公益组织”。',
          '“其他法律法规禁止公开”应当照统一格式写作“其他法律行政法规禁止公开”。',
        ],
        fixed: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          三、收到和处理政府信息公开申请情况

          | 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
          | --- | --- | --- | --- | --- | --- | --- | --- |
          | 一、本年新收政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
          | 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
          | 2.其他法律行政法规禁止公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
          | 3.危及“三安全一稳定” | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
        `,
      },
      {
        name: '第二、第四部分的栏目名称',
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          二、主动公开政府信息情况

          | 第二十条第（一）项 | | | |
          | --- | --- | --- | --- |
          | 信息内容 | ⟦本年制定件数⟧ | 本年废止件数 | 现行有效件数 |
          | 规章 | 0 | 0 | 0 |
          | ⟦规范性文件⟧ | 2 | 0 | 11 |

          四、政府信息公开行政复议、行政诉讼情况

          | 结果维持 | 结果纠正 | 其他结果 | ⟦未审结⟧ | 总计 |
          | --- | --- | --- | --- | --- |
          | 0 | 0 | 0 | 0 | 0 |
        `,
        says: [
          '“本年制定件数”应当照统一格式写作“本年制发件数”。',
          '“规范性文件”应当照统一格式写作“行政规范性文件”。',
          '“未审结”应当照统一格式写作“尚未审结”。',
        ],
        fixed: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          二、主动公开政府信息情况

          | 第二十条第（一）项 | | | |
          | --- | --- | --- | --- |
          | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
          | 规章 | 0 | 0 | 0 |
          | 行政规范性文件 | 2 | 0 | 11 |

          四、政府信息公开行政复议、行政诉讼情况

          | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
          | --- | --- | --- | --- | --- |
          | 0 | 0 | 0 | 0 | 0 |
        `,
      },
      {
        name: '2025年的报告用了旧格式',
        table: `
          # 云岭市民政局2025年政府信息公开工作年度报告

          二、主动公开政府信息情况

          | 第二十条第（一）项 | | | |
          | --- | --- | --- | --- |
          | 信息内容 | ⟦本年新制作数量⟧ | 本年新公开数量 | 对外公开总数量 |
          | 规章 | 0 | 0 | 0 |
          | 规范性文件 | 2 | 2 | 11 |
        `,
        says: [
          '第二部分统计表有“本年新制作数量”，这是2019、2020年度的旧格式；2025年的报告应当用现行格式，分列本年制发件数、本年废止件数、现行有效件数。',
        ],
      },
      {
        name: '标题没有写年度，表是旧的',
        table: `
          # 云岭市民政局政府信息公开工作年度报告

          二、主动公开政府信息情况

          | 第二十条第（九）项 | |
          | --- | --- |
          | 信息内容 | ⟦采购项目数量⟧ |
          | 政府集中采购 | 2 |
        `,
        says: [
          '第二部分统计表有“采购项目数量”，这是2019、2020年度的旧格式；自2021年度起应当用现行格式，分列本年制发件数、本年废止件数、现行有效件数。',
        ],
      },
    ],
  },

  *check({ catalogue }) {
    const edition = editionOf(catalogue)
    const year = reportYear(catalogue)
    if (edition === 'free') return
    const { proactive } = tablesOf(catalogue)
    const [old] = proactive?.old ?? []
    if (old !== undefined && edition === '2021') {
      const told = { at: { passage: old.cell, span: old.phrase.span } }
      const actual = old.phrase.text
      if (year === undefined) yield { ...told, message: 'oldUndated', data: { actual } }
      else yield { ...told, message: 'old', data: { actual, year } }
    }
    const { flattened } = tablesOf(catalogue)
    // Labels of running text may be cut where a line ends.
    if (flattened.size > 0) return
    for (const { label, expected } of labels(catalogue, edition === '2021' && !old)) {
      const { text: actual, span } = label.phrase
      yield {
        message: 'label',
        data: { actual, expected },
        at: { passage: label.cell, span },
        expected: [expected],
        fix: { safety: 'safe', edits: [replace(label.cell, span, expected)] },
      }
    }
  },
})

interface Misnamed {
  readonly label: Words
  readonly expected: string
}

/** The labels that were meant for others of the form; those of part two where it is today's. */
function* labels(catalogue: Catalogue, withProactive: boolean): Iterable<Misnamed> {
  const { proactive, requests, disputes } = tablesOf(catalogue)
  const labelOf = <Key>(all: readonly { readonly key: Key; readonly label: string }[], key: Key) =>
    all.find((one) => one.key === key)?.label ?? ''
  if (withProactive) {
    for (const { column, label, isExact } of proactive?.header ?? []) {
      if (!isExact) yield { label, expected: PROACTIVE_COLUMNS[column] }
    }
    for (const { key, label, isExact } of proactive?.lines ?? []) {
      if (!isExact) yield { label, expected: labelOf(PROACTIVE_ROWS, key) }
    }
  }
  for (const { header, lines } of requests) {
    for (const { key, label, isExact } of header) {
      if (!isExact) yield { label, expected: labelOf(APPLICANTS, key) }
    }
    for (const { row, label, isExact } of lines) if (!isExact) yield { label, expected: row.words }
  }
  for (const { key, label, isExact } of disputes?.header ?? []) {
    if (!isExact) yield { label, expected: labelOf(OUTCOMES, key) }
  }
}
