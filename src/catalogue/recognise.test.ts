import { describe, expect, test } from 'vitest'
import { readDocument } from '../readers/choose.ts'
import { outdent } from '../rule/example.ts'
import type { Entry } from './catalogue.ts'
import { recognise } from './recognise.ts'
import type { Kind, Role } from './role.ts'

const HEADER = '序号|公开事项|公开内容|公开依据|公开时限|公开主体'
const TWO_ROWS = `
  序号|公开事项||公开内容|公开时限|公开层级|
  |一级事项|二级事项|||县级|乡级
`

describe('the kind of a document', () => {
  test.each<[string, string, Kind]>([
    ['a catalogue by its header', `${HEADER}\n1|职能|文本|《条例》|实时更新|市教育局`, 'catalogue'],
    [
      'a catalogue by its title, although no label says 公开',
      '云岭市教育局主动公开目录\n序号|事项|内容规范|依据|时限|责任单位\n1|职能|文本|《条例》|实时更新|办公室',
      'catalogue',
    ],
    [
      'a standard catalogue by its levels',
      `${TWO_ROWS}\n1|政策|文件|文本|实时更新|√|√`,
      'domain-catalogue',
    ],
    [
      'a standard catalogue by its title',
      `青溪县义务教育领域基层政务公开标准目录\n${HEADER}\n1|政策|文本|《条例》|实时更新|县教育局`,
      'domain-catalogue',
    ],
    [
      'a ledger',
      '2025年政务公开工作任务台账\n工作任务|工作要求|牵头单位|完成时限\n主动公开|更新目录|办公室|12月底前',
      'ledger',
    ],
    [
      'a report by its parts',
      '云岭市教育局2025年政府信息公开工作年度报告\n一、总体情况\n全年公开信息120条。',
      'annual-report',
    ],
    [
      'a report by a part under another number',
      '云岭市教育局2025年政府信息公开工作年度报告\n\n第一部分 总体情况\n\n全年公开信息120条。',
      'annual-report',
    ],
    [
      'a report in free form of before 2019',
      '云岭市教育局2016年政府信息公开工作年度报告\n\n一、概述\n\n2016年，我局认真做好信息公开工作。\n\n二、依申请公开政府信息办理情况\n\n全年收到申请12件。',
      'annual-report',
    ],
    [
      'a report in free form whose headings run into the text',
      '云岭市教育局2012年政府信息公开年度报告\n\n（一）基本情况。2012年，我局公开信息120条。\n\n（二）主动公开情况。公开政策文件8条。\n\n（三）收费及减免情况。没有收费。',
      'annual-report',
    ],
    [
      'a report by its tables',
      '云岭市教育局2025年政府信息公开工作年度报告\n信息内容|本年制发件数|本年废止件数|现行有效件数\n规章|0|0|0',
      'annual-report',
    ],
  ])('%s', async (_name, text, kind) => {
    const { kind: found, catalogues } = await recognised(text)
    expect(found).toBe(kind)
    expect(catalogues.map((catalogue) => catalogue.kind)).toEqual([kind])
  })

  test.each<[string, string, string]>([
    [
      'no label of ours',
      '姓名|职务|电话|邮箱\n陈某|科长|1234567|a@b.cn',
      '前几行里没有目录的栏目名称（如“公开事项”“公开内容”“公开依据”“公开时限”“公开主体”）。',
    ],
    [
      'too few of them',
      '序号|公开事项|承办人|电话\n1|职能|陈某|1234567',
      '第1行只认出“序号”“公开事项”，少于4个栏目，不足以认定为目录。',
    ],
    [
      'none that speaks of disclosure',
      '序号|事项|依据|时限|责任单位\n1|教师资格认定|《教师法》|20个工作日|人事科',
      '第1行认出“序号”“事项”“依据”“时限”“责任单位”，但没有一个“公开……”栏目，标题也没有写明是公开目录，不认定为目录。',
    ],
  ])('nothing: %s', async (_name, text, rejected) => {
    const { kind, catalogues, tables } = await recognised(text)
    expect([kind, catalogues]).toEqual([undefined, []])
    expect(tables.map((table) => table.rejected)).toEqual([rejected])
  })

  test.each<[string, string]>([
    ['prose that uses the words', '公开内容应当准确，公开时限为20个工作日，公开主体是市教育局。'],
    ['a title without a table', '云岭市教育局主动公开事项目录'],
    ['a report that is only announced', '云岭市教育局2025年政府信息公开工作年度报告\n见附件。'],
    [
      'a notice that hands out the form of reports',
      '关于做好2025年政府信息公开工作年度报告编制工作的通知\n\n各县区人民政府，市政府各部门：\n\n一、总体情况\n\n报告应当在1月31日前公布，篇幅不超过5000个字。',
    ],
    [
      'a notice under the title of a report',
      '云岭市2025年政府信息公开工作年度报告\n\n各县区人民政府，市政府各部门：\n\n现将格式发给你们，包括12个方面。\n\n一、总体情况',
    ],
    [
      'the form of reports, not filled in',
      '××局20××年政府信息公开工作年度报告\n\n一、总体情况\n\n信息内容|本年制发件数|本年废止件数|现行有效件数\n规章|||',
    ],
    [
      'the form of reports with blanks',
      '云岭市教育局2025年政府信息公开工作年度报告\n\n一、总体情况\n\n全年公开信息____条，收到申请____件，办结____件。\n\n二、主动公开政府信息情况',
    ],
    [
      'a guide to reports',
      '政府信息公开工作年度报告编写指南\n\n一、总体情况\n\n写明5个方面。\n\n二、主动公开政府信息情况',
    ],
    [
      'a list of reports',
      '云岭市2018年政府信息公开年报\n\n云岭市教育局2018年政府信息公开工作年度报告\n\n云岭市民政局2018年政府信息公开工作年度报告\n\n共2条',
    ],
    [
      'the spot checks of 双随机',
      '序号|抽查领域|抽查事项|抽查依据|抽查主体|抽查比例\n1|校园安全|食堂|《条例》|市教育局|5%',
    ],
  ])('nothing: %s', async (_name, text) => {
    expect((await recognised(text)).kind).toBeUndefined()
  })

  test.each<[Kind, string]>([
    ['catalogue', '公开事项|公开内容\n职能|文本'],
    ['domain-catalogue', '公开事项|公开内容\n职能|文本'],
    ['ledger', '工作任务|牵头单位\n主动公开|办公室'],
    ['annual-report', '全年公开信息120条。'],
  ])('a caller who knows that it is a %s is believed', async (kind, text) => {
    expect((await recognised(text, kind)).kind).toBe(kind)
    expect((await recognised(text)).kind).toBeUndefined()
  })
})

describe('what a document says of itself', () => {
  test('title and agency, above the table', async () => {
    const found = await recognised(
      `云岭市教育局主动公开事项目录\n\n${HEADER}\n1|职能|文本|《条例》|实时更新|市教育局\n\n2026年1月20日`,
    )
    expect(found.title?.text).toBe('云岭市教育局主动公开事项目录')
    expect(found.agency).toBe('云岭市教育局')
    expect(found.date).toBe('2026-01-20')
    expect(found.catalogues[0]?.agency).toBe('云岭市教育局')
  })

  test('the title in the first row of the table', async () => {
    const found = await recognised(
      `云岭市教育局主动公开事项目录|||||\n${HEADER}\n1|职能|文本|《条例》|实时更新|市教育局`,
    )
    expect(found.title?.text).toBe('云岭市教育局主动公开事项目录')
    expect(heads(found)).toEqual(['1'])
  })

  test('the first heading, where no title announces a kind', async () => {
    const source = outdent(`
      说明

      # 义务教育

      | ${HEADER.replaceAll('|', ' | ')} |
      | --- | --- | --- | --- | --- | --- |
      | 1 | 职能 | 文本 | 《条例》 | 实时更新 | 市教育局 |
    `)
    const found = recognise(await documentOf(source, 'md'))
    expect(found.title?.text).toBe('义务教育')
  })

  test('the last of several dates', async () => {
    const found = await recognised('2025年3月1日\n机构职能\n2026年1月20日\n云岭市教育局')
    expect(found.date).toBe('2026-01-20')
  })
})

describe('rows that are no entries', () => {
  test.each<[string, string, string[]]>([
    ['blank rows', '1|甲|文本|||\n|||||\n2|乙|文本|||', ['1', '2']],
    ['a row that numbers the columns', '1|2|3|4|5|6\n1|甲|文本|||', ['1']],
    [
      'a heading between the rows',
      '一、机构|||||\n1|甲|文本|||\n二、人事|||||\n2|乙|文本|||',
      ['1', '2'],
    ],
    ['a note below', '1|甲|文本|||\n注：空白表示不适用|||||', ['1']],
    ['the header printed again', `1|甲|文本|||\n${HEADER}\n2|乙|文本|||`, ['1', '2']],
    [
      'the header printed before every row',
      `1|甲|文本|||\n${HEADER}\n2|乙|文本|||\n${HEADER}\n3|丙|文本|||`,
      ['1', '2', '3'],
    ],
  ])('%s', async (_name, rows, expected) => {
    const found = await recognised(`${HEADER}\n${rows}`)
    expect(heads(found)).toEqual(expected)
    expect(found.catalogues[0]?.entries).toHaveLength(expected.length)
  })

  test('both rows of a header printed again', async () => {
    const again = outdent(TWO_ROWS).trim()
    const found = await recognised(
      `${again}\n1|政策|文件|文本|实时更新|√|√\n${again}\n2|政策|计划|文本|实时更新|√|`,
    )
    expect(found.catalogues).toHaveLength(1)
    expect(heads(found)).toEqual(['1', '2'])
  })

  test('an item that was emptied but kept is an entry', async () => {
    const found = await recognised(`${HEADER}\n1|甲|文本|||\n2|||||\n3|丙|文本|||`)
    expect(heads(found)).toEqual(['1', '2', '3'])
    expect(found.catalogues[0]?.entries.map(({ isEmpty }) => isEmpty)).toEqual([false, true, false])
  })

  test.each<[string, string, number]>([
    ['a heading', '1|甲|文本|||\n二、人事|||||\n1|乙|文本|||', 2],
    ['a header printed again', `1|甲|文本|||\n${HEADER}\n2|乙|文本|||`, 2],
    ['nothing between', '1|甲|文本|||\n2|乙|文本|||', 1],
  ])('sections: %s', async (_name, rows, sections) => {
    const { catalogues } = await recognised(`${HEADER}\n${rows}`)
    expect(new Set(catalogues[0]?.entries.map(({ section }) => section)).size).toBe(sections)
  })
})

describe('the header', () => {
  test.each<[string, string]>([
    ['below a title row', '云岭市教育局|||||'],
    ['below a title and a note', '云岭市教育局|||||\n填报日期：2026年1月|||||'],
    ['below a table of contents', '甲|乙|丙|丁|戊|己\n一|二|三|四|五|六'],
  ])('%s', async (_name, above) => {
    const found = await recognised(`${above}\n${HEADER}\n1|职能|文本|《条例》|实时更新|市教育局`)
    expect(heads(found)).toEqual(['1'])
    expect(found.catalogues[0]?.header.map(({ text }) => text)).toEqual(HEADER.split('|'))
  })

  test('the labels 公开 and 时限 over each other are one', async () => {
    const found = await recognised(
      '序号|公开事项|公开内容|公开|公开主体\n|||时限|\n1|职能|文本|实时更新|市教育局\n2|人事|文本|长期公开|市教育局',
    )
    expect(texts(found.catalogues[0]?.heads, 'deadline')).toEqual(['实时更新', '长期公开'])
  })
})

describe('several tables', () => {
  const ROW = '职能|文本|《条例》|实时更新|市教育局'

  test('each with its own header is a catalogue of its own, and numbers begin again', async () => {
    const found = await recognised(
      `（一）义务教育\n\n${HEADER}\n1|${ROW}\n2|${ROW}\n\n（二）社会救助\n\n${HEADER}\n1|${ROW}`,
    )
    expect(found.catalogues.map(({ heads }) => heads.map(({ seq }) => seq))).toEqual([
      ['1', '2'],
      ['1'],
    ])
    expect(found.catalogues.map(({ sheets }) => sheets.map(({ table }) => table))).toEqual([
      [0],
      [1],
    ])
    expect(found.catalogues.map(({ paragraphs }) => paragraphs.length)).toEqual([2, 0])
  })

  test('one without a header goes on with the one before', async () => {
    const found = await recognised(`${HEADER}\n1|${ROW}\n\n第2页\n\n2|${ROW}\n3|${ROW}`)
    expect(found.catalogues).toHaveLength(1)
    expect(heads(found)).toEqual(['1', '2', '3'])
    expect(found.tables.map(({ rejected }) => rejected)).toEqual([undefined, undefined])
    expect(found.catalogues[0]?.entries.map(({ section }) => section)).toEqual([1, 2, 2])
  })

  test('one of another width is passed over, and the next catalogue is found', async () => {
    const found = await recognised(
      `${HEADER}\n1|${ROW}\n\n附件\n\n1|陈某|1234567\n2|李某|7654321\n\n附件\n\n${HEADER}\n1|${ROW}`,
    )
    expect(found.catalogues.map(({ heads }) => heads.length)).toEqual([1, 1])
    expect(found.tables.map(({ rejected }) => rejected !== undefined)).toEqual([false, true, false])
  })

  test('one as wide whose first column counts nothing is passed over', async () => {
    const found = await recognised(
      `${HEADER}\n1|${ROW}\n\n附件\n\n姓名|职务|电话|邮箱|处室|备注\n陈某|科长|1|a|人事科|无`,
    )
    expect(heads(found)).toEqual(['1'])
    expect(found.tables).toHaveLength(2)
  })

  test('another header inside a table begins another catalogue', async () => {
    const other = '序号|公开主体|公开时限|公开依据|公开内容|公开事项'
    const found = await recognised(
      `${HEADER}\n1|${ROW}\n2|${ROW}\n${other}\n1|市民政局|实时更新|《条例》|文本|低保`,
    )
    expect(found.catalogues.map(({ heads }) => texts(heads, 'subject'))).toEqual([
      ['市教育局', '市教育局'],
      ['市民政局'],
    ])
  })
})

describe('which lines belong together', () => {
  const HEAD = '序号|公开事项||公开内容|公开依据|公开主体\n|一级事项|二级事项|||'

  test('a line without a number continues the one above and borrows from it', async () => {
    const found = await recognised(
      `${HEAD}\n1|政策|规划|文本|《条例》|县教育局\n||计划|方案|《预算法》|\n2|招生|政策|简章|《教育法》|县教育局`,
    )
    const [catalogue] = found.catalogues
    expect(catalogue?.entries.map(({ isHead }) => isHead)).toEqual([true, false, true])
    expect(catalogue?.entries.map(({ seq }) => seq)).toEqual(['1', '1', '2'])
    expect(texts(catalogue?.entries, 'item.level1')).toEqual(['政策', '政策', '招生'])
    expect(texts(catalogue?.entries, 'item.level2')).toEqual(['规划', '计划', '政策'])
    expect(texts(catalogue?.entries, 'subject')).toEqual(['县教育局', '县教育局', '县教育局'])
  })

  test('a numbered line borrows the name of the first level and nothing else', async () => {
    const found = await recognised(
      `${HEAD}\n1|政策|规划|文本|《条例》|县教育局\n2||计划|方案||\n3|招生|简章|文本|《教育法》|县教育局`,
    )
    const [catalogue] = found.catalogues
    expect(texts(catalogue?.heads, 'item.level1')).toEqual(['政策', '政策', '招生'])
    expect(texts(catalogue?.heads, 'basis')).toEqual(['《条例》', '', '《教育法》'])
    expect(texts(catalogue?.heads, 'subject')).toEqual(['县教育局', '', '县教育局'])
  })

  test('nothing is borrowed over a heading', async () => {
    const found = await recognised(
      `${HEAD}\n1|政策|规划|文本|《条例》|县教育局\n二、招生|||||\n2||计划|方案|《条例》|县教育局`,
    )
    expect(texts(found.catalogues[0]?.heads, 'item.level1')).toEqual(['政策', ''])
  })

  test('without 序号 a line is an entry when it says half as much as the head', async () => {
    const found = await recognised(
      '公开事项|公开内容|公开依据|公开时限|公开主体\n政策|文本|《条例》|实时更新|县教育局\n计划|方案||长期公开|县教育局\n|补充说明|||',
    )
    expect(found.catalogues[0]?.entries.map(({ isHead }) => isHead)).toEqual([true, true, false])
  })

  test('a group is a cell and all entries it speaks for', async () => {
    const found = await recognised(
      `${HEAD}\n1|政策|规划|文本|《条例》|县教育局\n||计划|方案||\n2|招生|简章|文本|《条例》|县教育局`,
    )
    const groups = [...(found.catalogues[0]?.groups('basis') ?? [])]
    expect(groups.map(([cell, entries]) => [cell.text, entries.length])).toEqual([
      ['《条例》', 2],
      ['《条例》', 1],
    ])
  })
})

async function recognised(text: string, kind?: Kind) {
  return recognise(await documentOf(tabbed(text), 'tsv'), kind)
}

async function documentOf(source: string, format: string) {
  const bytes = new TextEncoder().encode(source)
  return readDocument({ name: `目录.${format}`, bytes })
}

/** Tables are written with upright bars; an empty line and one without bars end a table. */
function tabbed(text: string): string {
  return `${outdent(text).trim().replaceAll('|', '\t')}\n`
}

function heads({ catalogues }: ReturnType<typeof recognise>): readonly string[] {
  return catalogues.flatMap((catalogue) => catalogue.heads.map(({ seq }) => seq))
}

function texts(entries: readonly Entry[] | undefined, role: Role): readonly string[] | undefined {
  return entries?.map((entry) => entry.text(role))
}
