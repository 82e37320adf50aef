import { describe, expect, test } from 'vitest'
import { recognise } from '../catalogue/recognise.ts'
import { readDocument } from '../readers/choose.ts'
import { mentions } from './prose.ts'

async function read(text: string, title = '云岭市民政局2025年政府信息公开工作年度报告') {
  const bytes = new TextEncoder().encode(`${title}\n\n一、总体情况\n\n${text}\n`)
  const document = await readDocument({ name: '年报.txt', bytes })
  const [catalogue] = recognise(document, 'annual-report').catalogues
  if (catalogue === undefined) throw new Error('no report')
  return mentions(catalogue)
}

const COUNTY = '青溪县人民政府2025年政府信息公开工作年度报告'

describe('figures are read', () => {
  test.each<[string, string]>([
    ['2025年，我局收到政府信息公开申请17件。', 'received 17'],
    [
      '全年新收政府信息公开申请17件，上年结转1件，办结16件，结转下年度2件。',
      'received 17, carriedIn 1, carriedOut 2',
    ],
    ['（二）依申请公开。全年收到申请17件，均在规定期限内答复。', 'received 17'],
    ['（二）依申请公开方面。2025年共收到政府信息公开申请1,471件。', 'received 1471'],
    ['本年度共收到依申请公开政府信息申请１７件。', 'received 17'],
    ['2025年共收到政府信息公开申请 17 件。', 'received 17'],
    [
      '共收到政府信息公开申请17件（自然人15件，法人2件），上年结转1件。',
      'received 17, carriedIn 1',
    ],
    ['畅通渠道，共收到政府信息公开申请6件，其中信函2件。上年结转0件。', 'received 6, carriedIn 0'],
    ['全年收到申请5件，其中撤回1件，未发生因政府信息公开引起的行政复议。', 'review 0'],
    ['本年度未收到依申请公开，没有发生行政复议和行政诉讼。', 'received 0, review 0, litigation 0'],
    ['本机关收到17件政府信息公开申请，全部按期办结。', 'received 17'],
    ['我局共受理政府信息公开申请三件，全部办结。', 'received 3'],
    [
      '2025年，市民政局共办理政府信息公开申请18件，其中新收17件，上年结转1件。',
      'received 17, carriedIn 1',
    ],
    ['全年收到公民、法人和其他组织提出的政府信息公开申请9件。', ''],
    ['2025年1月1日至12月31日，我局收到政府信息公开申请5件。', 'received 5'],
    ['截至2025年12月31日，我局共收到政府信息公开申请5件。', 'received 5'],
    ['2025年，我局收到政府信息公开申请12件（自然人10件，企业2件），同比增长20%。', 'received 12'],
    ['2025年，我局未收到政府信息公开申请。', 'received 0'],
    ['本年度未收到公民、法人和其他组织提出的政府信息公开申请。', 'received 0'],
    [
      '全年没有收到依申请公开事项，未发生行政复议、行政诉讼。',
      'received 0, review 0, litigation 0',
    ],
    ['2025年收到政府信息公开申请0件。', 'received 0'],
    ['2025年度收到政府信息公开申请零件。', 'received 0'],
    [
      '收到政府信息公开申请15件，其中14件办结，1件结转下年度继续办理。',
      'received 15, carriedOut 1',
    ],
    ['全年收到政府信息公开申请15件，2件结转至2026年办理。', 'received 15, carriedOut 2'],
    ['2024年结转政府信息公开申请2件。', 'carriedIn 2'],
    ['因政府信息公开工作被申请行政复议1件，被提起行政诉讼2件。', 'review 1, litigation 2'],
    ['2025年，因政府信息公开引发行政复议3起、行政诉讼1起。', 'review 3, litigation 1'],
    [
      '2025年起建立台账；因政府信息公开依申请公开引起行政复议1件，未出现政府信息公开行政诉讼情况。',
      'review 1, litigation 0',
    ],
    ['全年未发生因政府信息公开引起的行政复议、行政诉讼案件。', 'review 0, litigation 0'],
    ['未发生因政府信息公开引起的行政复议、行政诉讼和举报投诉。', 'review 0, litigation 0'],
    ['没有因政府信息公开工作被申请行政复议、提起行政诉讼的情况。', 'review 0, litigation 0'],
    ['因政府信息公开工作被申请行政复议、提起行政诉讼均为0件。', 'review 0, litigation 0'],
    ['2025年，涉及政府信息公开的行政复议案件2件。', 'review 2'],
    [
      '全年作出行政许可决定105件，行政处罚决定2件，行政强制0件。',
      'licensing 105, penalty 2, coercion 0',
    ],
    ['行政许可审批处理数量105件，行政处罚2件。', 'licensing 105, penalty 2'],
    ['2025年，我局办理行政许可1246件。', 'licensing 1246'],
    ['全年作出行政许可处理决定1,246件、行政处罚处理决定38件。', 'licensing 1246, penalty 38'],
    ['2025年未作出行政处罚、行政强制决定。', 'penalty 0, coercion 0'],
    ['全年未实施行政强制。', 'coercion 0'],
    ['全年制发行政规范性文件2件，废止1件，现行有效14件。', 'normativeDocs.made 2'],
    ['2025年，我局新制定规范性文件三件。', 'normativeDocs.made 3'],
    ['全年出台1件行政规范性文件。', 'normativeDocs.made 1'],
    ['全年未制定行政规范性文件。', 'normativeDocs.made 0'],
    ['本年度没有制发规范性文件。', 'normativeDocs.made 0'],
    ['全年收取行政事业性收费862.45万元。', 'fees 862.45'],
    ['行政事业性收费共计8624500元。', 'fees 862.45'],
    ['2025年未收取行政事业性收费。', 'fees 0'],
    ['2025年没有结转下年度继续办理的政府信息公开申请。', 'carriedOut 0'],
    ['2025年，我局收到政府信息公开申请十七件。', 'received 17'],
    ['2025年度，我单位收到申请公开政府信息事项8件。', 'received 8'],
    ['共收到政府信息公开申请18件，其中上年结转1件。', 'carriedIn 1'],
    ['2023年起建立台账，因政府信息公开引起行政复议1件。', ''],
  ])('%s', async (text, expected) => {
    const found = await read(text)
    expect(found.map(({ metric, value }) => `${metric} ${value}`).join(', ')).toBe(expected)
  })

  test.each<[string, string]>([
    ['2025年，我县收到政府信息公开申请120件。', 'received 120'],
    [
      '全县共收到政府信息公开申请120件，因政府信息公开被申请行政复议4件。',
      'received 120, review 4',
    ],
    ['2025年，县政府新收政府信息公开申请12件。', 'received 12'],
    ['2025年，县政府办公室收到政府信息公开申请12件。', ''],
    ['全县各级行政机关共收到政府信息公开申请120件。', ''],
    ['县本级收到政府信息公开申请20件，乡镇收到12件。', ''],
  ])('of a county: %s', async (text, expected) => {
    const found = await read(text, COUNTY)
    expect(found.map(({ metric, value }) => `${metric} ${value}`).join(', ')).toBe(expected)
  })
})

describe('figures of something else are passed over', () => {
  test.each([
    '通过网站收到政府信息公开申请3件，通过信函收到2件。',
    '其中网络申请3件，当面申请2件。',
    '市民政局共收到政府信息公开申请12件。局属单位另收到政府信息公开申请5件。',
    '全市民政系统收到政府信息公开申请38件；市局收到政府信息公开申请12件。',
    '市局收到政府信息公开申请12件。\n\n全市民政系统收到政府信息公开申请38件。',
    '收到区政府转办政府信息公开申请1件，我局收到政府信息公开申请2件。',
    '收到政府信息公开申请2件，另外收到市政府转来1件。',
    '收到自然人政府信息公开申请10件。',
    '上半年收到政府信息公开申请8件。',
    '2024年，我局收到政府信息公开申请8件。',
    '较去年增加3件，去年收到政府信息公开申请14件。',
    '近三年共收到政府信息公开申请58件。',
    '自2019年以来，累计收到政府信息公开申请58件。',
    '一季度收到政府信息公开申请3件。',
    '1至6月收到政府信息公开申请3件。',
    '全市民政系统收到政府信息公开申请52件。',
    '局属各单位收到政府信息公开申请5件。',
    '市殡葬管理所收到政府信息公开申请5件。',
    '共收到政府信息公开申请18件（含上年结转1件）。',
    '共收到政府信息公开申请18余件。',
    '收到政府信息公开申请约18件。',
    '收到政府信息公开申请近20件。',
    '共收到群众来信申请18件。',
    '收到行政复议申请3件，办结3件。',
    '全市行政复议案件收案120件，行政复议120件，行政诉讼8件。',
    '2025年，审理行政复议案件35件。',
    '因政府信息公开被申请行政复议被纠正1件。',
    '政府信息公开行政复议、行政诉讼共3件。',
    '未发生因政府信息公开引起的行政复议被纠正、行政诉讼败诉的情况。',
    '未发生因政府信息公开不及时引起的行政复议。',
    '应诉政府信息公开行政诉讼案件3件。',
    '公开行政许可105件、行政处罚2件。',
    '在网站公示行政许可105件，行政处罚2件。',
    '公开行政许可信息105条。',
    '通过信用平台归集行政许可105件，行政处罚2件。',
    '办理建筑施工行政许可30件。',
    '其中行政许可105件。',
    '行政许可事项105项。',
    '立案查处行政处罚案件30件，结案28件。',
    '现行有效规范性文件14件。',
    '清理规范性文件14件，废止3件。',
    '以市政府名义制发规范性文件3件。',
    '公开行政规范性文件3件。',
    '起草并以市政府名义出台规范性文件3件。',
    '减免行政事业性收费12万元。',
    '答复政府信息公开申请16件。',
    '转办政府信息公开申请16件。',
    '办理政府信息公开申请18件。',
    '收到政府信息公开申请1 2件。',
    '收到政府信息公开申请3-5件。',
    '收到建议提案12件，结转下年度2件。',
    '上年结转资金12万元。',
    '行政复议案件新收5件，上年结转2件。',
    '收到领导信箱咨询5次。',
    '政府信息公开申请收到率100%，共计3次。',
    '召开政府信息公开会议3次，收到意见12条。',
    '我局政府信息公开申请处理流程共6步，收到申请后3个工作日内登记。',
  ])('%s', async (text) => {
    expect(await read(text)).toEqual([])
  })

  test('two figures of one thing in a paragraph', async () => {
    expect(
      await read('收到政府信息公开申请12件。经统计，2025年收到政府信息公开申请13件。'),
    ).toEqual([])
  })
})

test('a rounded amount leaves room', async () => {
  const [fees] = await read('收取行政事业性收费1613.9万元。')
  expect(fees).toMatchObject({ metric: 'fees', value: 1613.9, kind: 'count' })
  expect(fees?.slack).toBeCloseTo(0.05)
})

test('the place is the words that were read', async () => {
  const [one] = await read('（一）2025年， 我局收到 政府信息公开申请 17 件（含撤回1件）。')
  expect(one?.passage.text.slice(one.span.start, one.span.end)).toBe('收到 政府信息公开申请 17 件')
})

test.each([
  '其中（1条，',
  '收到政府信息公开申请1件，',
  '（',
  '1',
  '未',
  '受理政府信息公开申请1件，行政复议',
  '一，',
  '，1',
])('a long paragraph of %j is read in no time', async (piece) => {
  const started = performance.now()
  await read(piece.repeat(200_000 / piece.length))
  expect(performance.now() - started).toBeLessThan(5000)
})
