import { describe, expect, test } from 'vitest'
import { rules } from '../rules/index.ts'
import { lint } from '../src/engine/lint.ts'
import { loadAuthorities } from '../src/node/data.ts'
import { readDocument } from '../src/readers/choose.ts'

const authorities = loadAuthorities()
const family = rules.filter(({ id }) => id.startsWith('deadline-'))

interface Row {
  readonly name?: string
  readonly content?: string
  readonly basis?: string
  readonly method?: string
}

/** What the family says about a deadline: rule and severity, and what should stand there. */
async function reported(deadline: string, row: Row = {}): Promise<readonly string[]> {
  const { name = '机构职能', content = '职能、设置、地址', basis = '', method = '主动公开' } = row
  const cells = ['1', name, content, basis, deadline, '青溪县教育局', method].map(quoted)
  const source = `序号,公开事项,公开内容,公开依据,公开时限,公开主体,公开方式\n${cells.join(',')}\n`
  const document = await readDocument({ name: '目录.csv', bytes: new TextEncoder().encode(source) })
  const settings = { rules: family.map((rule) => ({ rule })), authorities, today: '2026-11-21' }
  return lint(document, settings).diagnostics.map(({ rule, severity }) => `${rule} ${severity}`)
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

const MISSPELT = ['deadline-misspelt warning']
const TOO_LONG = ['deadline-not-allowed error']

describe('the defects of real deadlines (DEFECTS, section 4)', () => {
  test.each<[string, string, readonly string[], Row?]>([
    ['D1 行成', '自行成或变更之日起20个工作日', MISSPELT],
    ['D1 形式', '该信息形式或者变更之日起20个工作日内', MISSPELT],
    ['D1 个', '信息形成个20个工作日内公开', MISSPELT],
    ['D1 起 lost', '自政府信息形成或者变更之日20个工作日内予以公开', MISSPELT],
    ['D1 日 lost', '批准后20内', MISSPELT, { name: '政府预算' }],
    ['D1 doubled', '信息形成后，20个工作日内公开内公开', MISSPELT],
    ['D1 开 lost', '信息形成或者变更之日起20个工作日内予以公', MISSPELT],
    ['D2 no 之日起', '信息形成20个工作日内公开', []],
    ['D2 no 之日起', '信息形成（变更）20个工作日内', []],
    ['D3 120', '制定或获取信息之日起120个工作日内', TOO_LONG],
    [
      'D3 30日',
      '最晚自信息产生后的30日内公开',
      ['deadline-not-allowed warning', 'deadline-unparseable info'],
    ],
    ['D4 odd', '信息形成之日起14个工作日内', []],
    ['D5 永久', '永久公开', ['deadline-vague info']],
    ['D5 常年', '常年公开', ['deadline-vague info']],
    ['D5 6个月', '6个月', ['deadline-vague info']],
    ['D5 按年', '按年公开', []],
    ['D5 tail', '信息产生、变更之日起20个工作日内公开，保持长期公开', []],
    ['D6 bare', '20个工作日', ['deadline-unparseable info']],
    ['D6 no anchor', '20个工作日内', []],
    ['D7 vague', '及时公开', ['deadline-vague info']],
    ['D7 vague', '按进展情况及时公开', ['deadline-vague info']],
    ['D8 realtime', '实时更新', []],
    ['D9 own basis', '每年1月31日前', [], { name: '部门信息公开年报' }],
    ['D9 own basis', '每年4月1日之前', [], { name: '法治政府建设年度报告' }],
    ['D9 own basis', '批准后20日内', [], { name: '政府预算' }],
    ['D9 own basis', '批复后20日内', [], { name: '部门决算' }],
    ['D9 own basis', '决定作出之日起7个工作日内', [], { name: '行政许可决定' }],
    ['D9 own basis', '制定或获取信息之日起10个工作日内', [], { name: '社会救助' }],
    ['D9 own basis', '收到征地批准文件之日起10个工作日内', [], { name: '征收土地公告' }],
    ['D9 own basis', '调查结束后5个工作日内', [], { name: '土地现状调查' }],
    ['D9 own basis', '关联规范性文件公开3个工作日内', [], { name: '政策解读' }],
    [
      'D9 own basis',
      '接到申请之日起20个工作日内',
      [],
      { name: '依申请公开', method: '依申请公开' },
    ],
    ['D9 own basis', '提前一周发通知邀请', [], { name: '列席会议' }],
    ['D9 own basis', '随采购公告、采购文件公开', [], { name: '采购评审办法' }],
    ['D9 own basis', '24小时内', [], { name: '政务舆情回应' }],
    ['D9 own basis', '分配结果确定后20个工作日内', [], { name: '公租房分配结果' }],
    ['D10 several', '制定或获取信息之日起10个工作日内，公示7个工作日', [], { name: '低保审核' }],
    [
      'D10 several',
      '信息形成20个工作日内公开；其中行政许可、行政处罚事项应自作出行政决定之日起7个工作日内公示',
      [],
      { name: '重大建设项目批准结果' },
    ],
    ['D10 floor', '信息形成之日起20个工作日内；征求意见期限不得少于30日', [], { name: '决策草案' }],
    [
      'D11 tail',
      '自信息形成之日起20个工作日内。法律、法规对政府信息公开的期限另有规定的，从其规定。',
      [],
      { name: '部门决算' },
    ],
    ['D12 inverted', '20个工作日（自该政府信息形成或者变更之日起）', []],
    ['D13 blanks', '自信息形\n成或者变\n更之日起 20 个 工作日内', []],
    ['D14 stop', '自信息形成或者变更之日起20个工作日内。', []],
    [
      'D15 elsewhere',
      '20个工作日内',
      [],
      { content: '不超过40个工作日；三个月以内', basis: '“自文件印发之日起60个工作日内”' },
    ],
    ['D17 fill-down is the reader’s', '', ['deadline-missing error']],
  ])('%s: %s', async (_name, deadline, expected, row) => {
    expect((await reported(deadline, row)).toSorted()).toEqual([...expected].sort())
  })

  test('D16: one kind of item has different terms, each by its own name', async () => {
    const source =
      '序号,公开事项,公开内容,公开时限\n1,市级规范性文件,文件,信息形成之日起5个工作日内\n2,部门规范性文件,文件,信息形成之日起20个工作日内\n'
    const document = await readDocument({
      name: '目录.csv',
      bytes: new TextEncoder().encode(source),
    })
    const settings = { rules: family.map((rule) => ({ rule })), authorities, today: '2026-11-21' }
    expect(lint(document, settings).diagnostics).toEqual([])
  })
})

describe('what looks like a defect and is none', () => {
  test.each<[string, Row?]>([
    ['批准后20日内', { name: '政府决算' }],
    ['公示不少于7个工作日'],
    ['7个工作日'],
    ['7个工作日', { name: '行政许可决定' }],
    ['公示时间不得少于30日'],
    ['自信息形成之日起7个工作日内', { name: '行政处罚决定' }],
    ['收到申请之日起20个工作日内', { name: '会议纪要', method: '依申请公开' }],
    [
      '自收到申请之日起20个工作日内公开',
      { name: '公共租赁住房申请', method: '主动公开、依申请公开' },
    ],
    ['信息形成之日起20个工作日内', { basis: '《某法》“自受理之日起六十日内作出决定”' }],
  ])('%s', async (deadline, row) => {
    expect(await reported(deadline, row)).toEqual([])
  })
})

describe('what clerks were wrongly told once', () => {
  test.each<[string, Row]>([
    ['自收到申请之日起20个工作日内', { name: '依申请公开' }],
    ['20个工作日内', { name: '清理拖欠中小企业账款工作' }],
    ['征求意见期限不少于7个工作日', { name: '规范性文件目录' }],
    ['公示期15日', { name: '房屋征收补偿方案' }],
    ['公示7日', { name: '征地补偿安置方案实施情况' }],
    ['公示15日', { name: '地名规划草案公示' }],
    ['每年7月1日前', { name: '计划总结' }],
    ['20个工作日内', { name: '学校食堂采购结果' }],
    ['每年4月底前', { name: '年度纳税信用名单' }],
    ['公示期限：5个工作日', { name: '不动产首次登记' }],
    ['长期公开', { name: '预算管理制度', method: '依申请公开' }],
    ['每年', { name: '饮用水安全知识宣传' }],
    ['自信息形成之日起20个工作日内', { name: '依申请公开情况' }],
    ['作出之日起7个工作日内', { name: '行政处罚决定' }],
  ])('%s of %o is let be', async (deadline, row) => {
    const found = await reported(deadline, row)
    expect(found.filter((one) => !one.endsWith('info'))).toEqual([])
  })

  test('the annual report of a township is due on 31 January by practice, not on 31 March', async () => {
    const source =
      '序号,公开事项,公开内容,公开时限,公开主体\n1,政府信息公开年报,年度报告,每年3月31日前,双河乡人民政府\n'
    const document = await readDocument({
      name: '目录.csv',
      bytes: new TextEncoder().encode(source),
    })
    const settings = { rules: family.map((rule) => ({ rule })), authorities, today: '2026-11-21' }
    expect(
      lint(document, settings).diagnostics.map(({ severity, expected }) => [severity, expected]),
    ).toEqual([['warning', ['每年1月31日前']]])
  })
})
