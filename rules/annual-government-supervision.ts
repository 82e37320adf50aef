import { editionOf } from '../src/annual/edition.ts'
import { partsOf } from '../src/annual/parts.ts'
import type { Catalogue } from '../src/catalogue/catalogue.ts'
import { beginningOf, wholeProse } from '../src/rule/annual.ts'
import { REPORT_FORM } from '../src/rule/report-form.ts'
import { defineRule } from '../src/rule/rule.ts'
import { agencyOf } from '../src/rule/title-agency.ts'

export default defineRule({
  id: 'annual-government-supervision',
  title: '政府年报缺考核评议追责内容',
  severity: 'warning',
  certainty: 'likely',
  kinds: ['annual-report'],
  fix: 'none',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第五十条',
      gist: '各级人民政府的年度报告还应当包括工作考核、社会评议和责任追究结果情况。',
    },
    {
      source: REPORT_FORM,
      article: '（国办公开办函〔2021〕30号）',
      gist: '考核、评议、追究的结果写在“总体情况”的监督保障里。',
    },
  ],
  why: '一级政府不但报告自己公开了什么，还要报告对各部门考核、评议、追究的结果。',
  how: '在“总体情况”里补写缺的内容；没有发生责任追究的，也写明。',
  messages: {
    missing: '一级政府的年度报告应当写明工作考核、社会评议和责任追究结果，这里没有看到{aspects}。',
  },
  examples: {
    good: [
      {
        name: '三项都写了',
        table: `
          # 青溪县人民政府2025年政府信息公开工作年度报告

          一、总体情况

          监督保障方面，把公开工作列入年度考核，开展社会评议一次，没有发生责任追究的情形。
        `,
      },
      {
        name: '换了说法',
        table: `
          # 云水镇人民政府2025年政府信息公开工作年度报告

          一、总体情况

          监督保障方面，组织考评一次，群众满意度测评两次，全年没有问责情况。
        `,
      },
      {
        name: '部门、派出机关不必写',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况

          监督保障方面，开展培训两次。
        `,
      },
    ],
    bad: [
      {
        name: '没有社会评议和责任追究',
        table: `
          # 青溪县人民政府2025年政府信息公开工作年度报告

          ⟦一、总体情况⟧

          监督保障方面，把公开工作列入年度考核，开展培训两次。
        `,
        says: [
          '一级政府的年度报告应当写明工作考核、社会评议和责任追究结果，这里没有看到“社会评议”“责任追究”。',
        ],
      },
    ],
  },

  *check({ catalogue }) {
    if (editionOf(catalogue) === 'free' || !isOfGovernment(catalogue)) return
    const prose = wholeProse(catalogue)
    const missing = ASPECTS.filter(([, pattern]) => !pattern.test(prose))
    const overview = partsOf(catalogue).find(({ form }) => form.key === 'overview')
    const passage = overview?.heading.passage ?? beginningOf(catalogue)
    // A report whose text is not there is told so by another rule.
    if (missing.length === 0 || passage === undefined || overview?.body.length === 0) return
    const aspects = missing.map(([name]) => `“${name}”`).join('')
    const span = overview?.heading.span
    const at = { passage, ...(span && { span }) }
    yield { message: 'missing', data: { aspects }, about: aspects, at } as const
  },
})

/** A people’s government itself; not its office, nor a subdistrict, which is a branch of one. */
function isOfGovernment(catalogue: Catalogue): boolean {
  const agency = agencyOf(catalogue)
  if (agency?.isGovernment !== true || agency.level === 'central') return false
  return !/街道|办公[厅室]$|办事处$|[新园景矿]区$|开发区$|示范区$|度假区$|保税区$/u.test(
    agency.name,
  )
}

const ASPECTS: readonly (readonly [string, RegExp])[] = [
  ['工作考核', /考核|考评|绩效|评估/u],
  ['社会评议', /评议|满意度|社会评价|公众评价|群众评价|测评|第三方评估|评估/u],
  ['责任追究', /追究|追责|问责|通报批评|约谈/u],
]
