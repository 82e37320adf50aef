import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { rules } from '../rules/index.ts'
import type { ItemType } from '../src/authority/item-type.ts'
import { itemWords } from '../src/authority/item-types.ts'
import { recognise } from '../src/catalogue/recognise.ts'
import type { Diagnostic } from '../src/engine/diagnostic.ts'
import { lint } from '../src/engine/lint.ts'
import { loadAuthorities } from '../src/node/data.ts'
import { findFiles } from '../src/node/files.ts'
import { readFileDocument } from '../src/node/run.ts'
import { readDocument } from '../src/readers/choose.ts'
import { itemsOf } from '../src/rule/items.ts'
import { CORPUS, hasCorpus } from './corpus.ts'

const authorities = loadAuthorities()
const { itemTypes } = authorities
const family = rules.filter(({ id }) => id.startsWith('deadline-'))

/** An item of each type as catalogues name it, with its content and subject where they decide. */
const ITEMS: Readonly<
  Record<string, string | { name: string; content?: string; subject?: string }>
> = {
  'accident-report': '生产安全事故调查报告',
  'air-raid-siren-test': '防空警报试鸣公告',
  'annual-report-department': '部门信息公开年报',
  'annual-report-government': { name: '政府信息公开工作年度报告', subject: '青溪县人民政府' },
  'archives-libraries': '向档案馆提供政府信息',
  'bidding-candidate': '中标候选人公示',
  'budget-final-department': '部门预算',
  'budget-final-government': '政府预算',
  catalogue: '政府信息公开目录',
  'civil-servant-recruit': '公务员录用',
  'consultation-draft': '重大决策预公开',
  'consultation-result': '意见采纳情况',
  'decision-catalogue': '重大行政决策事项目录',
  'drinking-water': '饮用水安全状况',
  'dynamic-news': '工作动态',
  'eia-acceptance': '环境影响评价文件受理情况',
  'eia-decision': '环评审批决定',
  'emergency-plan': '应急预案',
  'emergency-warning': '预警信息',
  'enforcement-annual-statistics': '行政执法统计年报',
  'enforcement-prior-info': '行政许可服务指南',
  'enforcement-result-other': '行政强制',
  'enterprise-info': '企业信用信息公示',
  fees: '行政事业性收费',
  'food-inspection': '食品监督检查',
  general: '机构职能',
  guide: '政府信息公开指南',
  hearing: '听证公告',
  'house-expropriation-decision': '房屋征收决定',
  'house-expropriation-draft': '房屋征收补偿方案征求意见',
  'institution-recruit': '事业单位公开招聘',
  'land-approval': '征收土地公告',
  'land-compensation-plan': '征地补偿安置公告',
  'land-pre-announcement': '征收土地预公告',
  'land-transfer': '国有土地出让结果',
  'law-based-government-report': '法治政府建设年度报告',
  'license-result': '行政许可决定',
  'major-project': '重大建设项目',
  'normative-document': '行政规范性文件',
  'on-request': '依申请公开',
  'penalty-decision': '行政处罚决定',
  'penalty-decision-market': '食品药品行政处罚',
  'penalty-decision-work-safety': { name: '安全生产行政处罚', content: '安全生产领域行政处罚决定' },
  'plan-published': '发展规划',
  'policy-interpretation': '政策解读',
  'policy-library': '政策文件库',
  'procurement-contract': '政府采购合同',
  'procurement-general': '政府集中采购',
  'procurement-intention': '政府采购意向',
  'procurement-result': '政府采购中标结果',
  'procurement-single-source': '单一来源采购公示',
  proposals: '代表建议办理',
  'public-opinion-response': '政务舆情回应',
  'random-inspection-list': '随机抽查事项清单',
  'random-inspection-result': '抽查结果',
  'sme-arrears': '拖欠中小企业账款',
  'social-assistance': '最低生活保障',
  'spatial-plan-draft': '国土空间规划草案',
  statistics: '统计公报',
  'village-affairs': '村务公开',
  'website-annual-report': '政府网站年度工作报表',
}

function itemOf(id: string): { name: string; content?: string; subject?: string } {
  const item = ITEMS[id]
  if (item === undefined) throw new Error(`no item for ${id}`)
  return typeof item === 'string' ? { name: item } : item
}

async function reported(type: ItemType, deadline: string): Promise<readonly Diagnostic[]> {
  const { name, content = '有关信息', subject = '青溪县教育局' } = itemOf(type.id)
  const source = `序号\t公开事项\t公开内容\t公开时限\t公开主体\n1\t${name}\t${content}\t${deadline}\t${subject}\n`
  const document = await readDocument({ name: '目录.tsv', bytes: new TextEncoder().encode(source) })
  const settings = { rules: family.map((rule) => ({ rule })), authorities, today: '2026-11-21' }
  return lint(document, settings).diagnostics
}

describe('authorities/deadlines.json', () => {
  const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'))
  const types: readonly ItemType[] = read('authorities/deadlines.json')

  test('keeps to its schema', () => {
    const schema = read('schemas/deadlines.schema.json')
    const validate = new Ajv2020({ allErrors: true }).compile(schema)
    validate(types)
    expect(validate.errors ?? []).toEqual([])
  })

  test('is sorted, one type a line, each id once', () => {
    const ids = types.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)].sort())
    const lines = readFileSync('authorities/deadlines.json', 'utf8').trim().split('\n')
    expect(lines).toHaveLength(types.length + 2)
  })

  test('cites laws and regulations by titles that the registry knows', () => {
    const unknown = types
      .flatMap(({ id, basis }) => basis.map((one) => ({ id, ...one })))
      .filter(({ source }) => /(?:法|条例)$/u.test(source))
      .filter(({ source }) => authorities.byTitle(source).length === 0)
    expect(unknown.map(({ id, source }) => `${id} ${source}`)).toEqual([])
  })
})

describe('the item types', () => {
  test('are sixty-one, and there is an item for each', () => {
    expect(itemTypes.all).toHaveLength(61)
    expect(Object.keys(ITEMS).sort()).toEqual(itemTypes.all.map(({ id }) => id).sort())
  })

  test.each(itemTypes.all.map((type) => [type.id, type] as const))(
    '%s claims its item',
    (id, type) => {
      const { name, content = '', subject = '' } = itemOf(id)
      const [first] = itemTypes.named(itemWords(name, { names: [name], content, subject }))
      expect(first ?? itemTypes.general).toBe(type)
    },
  )

  const good = itemTypes.all.flatMap((type) =>
    type.good.map((text) => [type.id, text, type] as const),
  )
  test.each(good)('%s may have the deadline %s', async (_id, text, type) => {
    const found = await reported(type, text)
    expect(found.filter(({ severity }) => severity !== 'info')).toEqual([])
    expect(found.filter(({ rule }) => rule !== 'deadline-unparseable')).toEqual([])
  })

  const bad = itemTypes.all.flatMap((type) =>
    type.bad.map((text) => [type.id, text, type] as const),
  )
  test.each(bad)('%s may not have the deadline %s', async (_id, text, type) => {
    const found = await reported(type, text)
    expect(found.map(({ rule }) => rule)).not.toEqual([])
    if (found.every(({ severity }) => severity === 'info')) {
      // What cannot be compared, or holds for the governments of counties only, is worth a remark.
      const isMild =
        type.severity === 'info' ||
        type.confidence === 'low' ||
        type.profiles?.department === 'info' ||
        text.startsWith('每')
      expect(isMild).toBe(true)
    }
  })

  test('are capped where nobody saw the text of the law', () => {
    const unseen = itemTypes.all.filter(({ basis }) =>
      basis.every(({ verification }) => ['secondary', 'recall'].includes(verification)),
    )
    expect(unseen.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('never claim one item by two types of one priority', async () => {
    const clashes = (await realNames()).flatMap(({ name, names, content, subject }) => {
      const [first, second] = itemTypes.named(itemWords(name, { names, content, subject }))
      return first !== undefined && first.priority === second?.priority
        ? [`${name}: ${first.id}, ${second.id}`]
        : []
    })
    expect(clashes).toEqual([])
  })
})

/** What every item of the real documents and of the fixtures is taken for. */
test.skipIf(!hasCorpus)('the types of real items', async () => {
  const lines = (await realNames()).map(({ name, type, by }) => `${name} = ${type} (${by})`)
  await expect(`${[...new Set(lines)].sort().join('\n')}\n`).toMatchFileSnapshot(
    'golden/item-types.golden',
  )
})

async function realNames() {
  const folders = ['fixtures/documents', ...(hasCorpus ? [`${CORPUS}/seeds`] : [])]
  const { files } = await findFiles(folders, process.cwd())
  const found = []
  for (const file of files) {
    const document = await readFileDocument(file).catch(() => undefined)
    if (document === undefined) continue
    for (const catalogue of recognise(document).catalogues) {
      if (catalogue.kind !== 'catalogue' && catalogue.kind !== 'domain-catalogue') continue
      for (const entry of catalogue.entries) {
        const names = (['item.level3', 'item.level2', 'item.level1'] as const).map((role) =>
          entry.text(role),
        )
        for (const { name, type, by } of itemsOf(entry, itemTypes)) {
          found.push({
            name,
            names,
            content: entry.text('content'),
            subject: entry.text('subject'),
            type: type.id,
            by,
          })
        }
      }
    }
  }
  return found
}
