import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { rules } from '../rules/index.ts'
import type { Metric } from '../src/annual/claims.ts'
import { mentions } from '../src/annual/prose.ts'
import { recognise } from '../src/catalogue/recognise.ts'
import { lint } from '../src/engine/lint.ts'
import { loadAuthorities } from '../src/node/data.ts'
import { readDocument } from '../src/readers/choose.ts'

const settings = {
  rules: rules.map((rule) => ({ rule })),
  authorities: loadAuthorities(),
  today: '2026-11-21',
}

/** A report without a fault: new 17, carried in 1, carried out 2, licences 1246, penalties 38 … */
const REPORT = readFileSync('fixtures/documents/annual-report/source.txt', 'utf8').replace(
  '国务院令第712号',
  '国务院令第711号',
)
const [BEFORE = '', BEHIND = ''] = REPORT.split('（五）监督保障方面。')

/** What its tables say. */
const TABLES: Readonly<Record<Metric, number>> = {
  received: 17,
  carriedIn: 1,
  carriedOut: 2,
  review: 1,
  litigation: 0,
  licensing: 1246,
  penalty: 38,
  coercion: 0,
  'normativeDocs.made': 2,
  fees: 862.45,
}

async function severe(text: string, change: (report: string) => string = (report) => report) {
  const source = change(`${BEFORE}${text}\n\n（五）监督保障方面。${BEHIND}`)
  const document = await readDocument({
    name: '年报.txt',
    bytes: new TextEncoder().encode(source),
  })
  const report = lint(document, settings)
  expect(report.kind).toBe('annual-report')
  const misread = recognise(document)
    .catalogues.flatMap(mentions)
    .filter(({ metric, value, slack }) => Math.abs(TABLES[metric] - value) > slack)
  expect(misread.map(({ metric, value }) => `${metric} ${value}`)).toEqual([])
  return report.diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, actual }) => `${rule}: ${actual}`)
}

test('the report that the sentences are put into is without a fault', async () => {
  expect(await severe('')).toEqual([])
})

describe('nobody is accused for a sentence that is true', () => {
  test.each([
    // Figures as the tables have them.
    '2025年，我局共收到政府信息公开申请17件，上年结转1件，办结16件，结转下年度继续办理2件。',
    '截至2025年12月31日，市住建局新收政府信息公开申请17件（自然人11件，法人或其他组织6件）。',
    '全年办理政府信息公开申请18件，其中新收17件，上年结转1件。',
    '全年共受理政府信息公开申请18件（含上年结转1件），答复16件，2件结转至2026年办理。',
    '2024年结转1件，2025年新收政府信息公开申请17件，结转2026年2件。',
    '因政府信息公开工作被申请行政复议1件，未发生行政诉讼。',
    '本年度未发生因政府信息公开引起的行政诉讼案件。',
    '全年作出行政许可决定1246件、行政处罚决定38件，未实施行政强制。',
    '行政许可处理决定1,246件，行政处罚处理决定38件，行政强制处理决定0件。',
    '全年收取行政事业性收费862.45万元。',
    '全年行政事业性收费共计8624500元，约合862万元。',
    '全年制发行政规范性文件2件，废止1件。',
    // Figures of a part.
    '其中网上申请9件、信函申请6件、当面申请2件。',
    '通过网络收到政府信息公开申请9件，通过信函收到6件，当面收到2件。',
    '收到自然人提交的政府信息公开申请11件，收到商业企业提交的4件。',
    '上半年收到政府信息公开申请7件，下半年收到政府信息公开申请10件。',
    '第三季度收到政府信息公开申请5件，为全年最多。',
    '3月份收到政府信息公开申请4件，多与征收补偿有关。',
    '涉及征收补偿的政府信息公开申请11件，涉及物业维修资金的4件。',
    '办公室受理政府信息公开申请15件，政务服务窗口受理2件。',
    '市住房保障中心收到政府信息公开申请3件，均已答复。',
    '局属各单位收到政府信息公开申请5件，不计入本机关统计。',
    '收到上级转办的政府信息公开申请2件，均已按时答复。',
    '办理建筑施行政许可210件、商品房预售许可46件。',
    '作出施工许可方面的行政许可决定210件。',
    '对物业服务企业作出行政处罚12件，对建筑施工企业作出行政处罚26件。',
    '其中行政处罚公开38件，公开率100%。',
    '以市政府办公室名义印发规范性文件3件，由我局起草。',
    '联合市财政局制定规范性文件1件。',
    '物业维修资金方面制定规范性文件1件。',
    // Other years.
    '2024年，我局收到政府信息公开申请21件，2025年有所下降。',
    '同比减少4件，去年收到政府信息公开申请21件。',
    '近三年共收到政府信息公开申请62件，答复率100%。',
    '自2019年以来累计收到政府信息公开申请138件。',
    '上年度因政府信息公开被申请行政复议2件，今年下降一半。',
    '“十四五”以来，累计制定行政规范性文件11件。',
    '2026年，计划制定行政规范性文件3件。',
    '从2024年起，因政府信息公开被申请行政复议5件。',
    '2023年至2025年作出行政许可决定3600件。',
    // Figures of something else.
    '通过网站公开行政许可1320条、行政处罚41条。',
    '在“信用平岚”公示行政许可1246件，行政处罚37件，1件依法不予公示。',
    '归集双公示信息1283条，其中行政许可1246条、行政处罚37条。',
    '全年受理行政许可申请1260件，办结1246件。',
    '全年立案查处违法案件45件，结案38件。',
    '受理群众投诉举报126件，办结126件。',
    '全局办理行政复议答复6件，行政应诉案件4件。',
    '2025年全局共发生行政复议6件、行政诉讼4件，其中与政府信息公开有关的复议1件。',
    '没有因政府信息公开不及时引起的行政复议。',
    '未发生因政府信息公开被纠正的行政复议、败诉的行政诉讼。',
    '清理规范性文件21件，继续有效14件，废止1件，修订2件。',
    '公开规范性文件14件，解读材料2份。',
    '审核规范性文件和重大合同31件。',
    '减免行政事业性收费120万元，惠及企业86家。',
    '办理人大代表建议12件、政协提案9件，其中上年结转1件。',
    '收到领导信箱来信85件，回复85件；收到依申请公开咨询电话31次。',
    '答复申请人补正告知4件，延期答复2件。',
    // Sums.
    '全年发布解读12篇（文字5篇、图表4篇、视频3篇）。',
    '全年公开工作动态391条，其中转载88条、原创303条。',
    '开展培训3场（局机关2场，直属单位1场），156人次参加。',
    '发布信息204条（主要有办事提示80条、政策解读36条）。',
    '发布信息204条（办事提示80条、政策解读36条等）。',
    '发布信息近300条（办事提示80条、政策解读36条）。',
    '发布信息816条（市政府网站612条，政务新媒体204条，信用网站120条）。',
    '回复来信85件（咨询60件、投诉20件、建议5件），满意率98%。',
    '更新栏目31个（政策文件、通知公告等6个，办事服务25个）。',
    '整改问题26个（错别字9个，失效链接17个），整改率100%。',
    '公开政策文件28件，其中行政规范性文件2件，解读文件2件。',
    '累计浏览12.6万次（网站8.5万次，公众号4.2万次）。',
    '接待查阅120人次（窗口80人次、自助机40人次），其中老年人65人次。',
    // Dates and years.
    '2024年2月29日公布的办法继续执行，2026年3月将开展评估。',
    '按照《2024年政务公开工作要点》和《2025年政务公开工作要点》，完成任务12项。',
    '4月30日、9月30日、12月31日分别通报栏目更新情况。',
    '统计季报的数据截至每季度末；网站年度报表统计2024年的数据。',
    '现将整改情况报告如下：2024年度报告指出的两个问题都已整改。',
  ])('%s', async (text) => {
    expect(await severe(text)).toEqual([])
  })
})

describe('nobody is accused for another way to write a report', () => {
  test.each<[string, (report: string) => string]>([
    [
      '第一部分',
      (report) => report.replace(/^([一二三四五六])、(?!本年|上年|结转)/gmu, '第$1部分 '),
    ],
    ['no numbers', (report) => report.replace(/^[一二三四五六]、(?=总|主|收|政|存|其)/gmu, '')],
    [
      'half-width marks',
      (report) => report.replace(/^([一二三四五六])、(?=总|主|收|政|存|其)/gmu, '$1. '),
    ],
    ['a title in two lines', (report) => report.replace('局2025年', '局\n2025年')],
    ['a signature of one line', (report) => report.replace('局\n\n2026年', '局2026年')],
    [
      'a signature in Chinese numerals',
      (report) => report.replace('2026年1月20日', '二〇二六年一月二十日'),
    ],
    ['no signature', (report) => report.replace('2026年1月20日', '')],
    ['a web page’s date', (report) => `${report}\n发布日期：2026年4月1日\n`],
    [
      'a corrected report',
      (report) =>
        `${report.replace('2026年1月20日', '2026年4月1日')}\n更正说明：表格的一处排版已经改正。\n`,
    ],
  ])('%s', async (_name, change) => {
    expect(await severe('', change)).toEqual([])
  })
})
