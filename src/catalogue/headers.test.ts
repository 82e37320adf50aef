import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { withoutSpace } from '../text/normalise.ts'
import { readCatalogueLabel, readLabelBelow, readLedgerLabel } from './headers.ts'

describe('a label of a catalogue', () => {
  test.each([
    ['序号', 'seq'],
    ['序\n号', 'seq'],
    ['公 开　时 限', 'deadline'],
    ['公开事项', 'group:item'],
    ['公开事项名称', 'item.level1'],
    ['公开内容（要素）', 'content'],
    ['公开内容(要素)及要求', 'content'],
    ['公开渠道和载体（“■”表示必选项，“□”表示可选项）', 'channels'],
    ['公开主', 'subject'],
    ['公开对', 'group:audience'],
    ['公开方', 'group:method'],
    ['公开层', 'group:level'],
    ['依据', 'basis'],
    ['法律依据', 'basis'],
    ['备注', 'remark'],
  ])('%j is %s', (text, meaning) => {
    expect(meaningOf(readCatalogueLabel(text))).toBe(meaning)
  })

  test.each([
    ['nothing', ''],
    ['blanks', ' \u3000'],
    ['a short word with more behind it', '依据效力'],
    ['序号 with more behind it', '序号说明'],
    ['half a label that could be any', '公开'],
    ['a scrambled label', '开限公时'],
    ['a remark of another kind', '备注栏'],
    ['an unknown column', '网站对应栏目'],
  ])('is none: %s', (_name, text) => {
    expect(readCatalogueLabel(text)).toBeUndefined()
  })

  test.each<[string, boolean]>([
    ['公开时限', true],
    ['公开事项', true],
    ['主动公开事项', true],
    ['时限', false],
    ['责任单位', false],
    ['序号', false],
  ])('%s says that something is disclosed: %s', (text, speaks) => {
    expect(readCatalogueLabel(text)?.speaksOfDisclosure).toBe(speaks)
  })
})

test.each([
  ['任务类别', 'indicator.level1'],
  ['具体任务', 'indicator.level2'],
  ['牵 头 处 室', 'leadOffice'],
  ['责任科室', 'dutyOffice'],
  ['配合单位', 'supportOffice'],
  ['配合／责任单位', 'supportOffice'],
  ['完成时限', 'deadline'],
  ['备注', 'remark'],
  ['时 间\n节 点', 'deadline'],
  ['序号', 'seq'],
  ['内 容', 'group'],
  ['一级指标', 'indicator.level1'],
  ['工　作　要　求', 'indicator.level2'],
  ['三级指标', 'indicator.level3'],
  ['牵头单位（部门）', 'leadOffice'],
  ['主办科室', 'leadOffice'],
  ['责任单位（配合）', 'supportOffice'],
  ['责任配合单位', 'supportOffice'],
  ['协办单位', 'supportOffice'],
  ['牵头领导', undefined],
  ['责任人', undefined],
  ['完成情况', undefined],
  ['分值', undefined],
  ['公开渠道', undefined],
  ['', undefined],
])('a label of a ledger: %j is %s', (text, word) => {
  expect(readLedgerLabel(text)).toBe(word)
})

describe('a label below another', () => {
  test.each([
    ['县级', '公开层级', 'level.county'],
    ['乡、村级', '公开层级', 'level.township'],
    ['镇（街）级', '公开层级', 'level.township'],
    ['云岭市级', '公开层级', 'level.county'],
    ['主动', '公开方式', 'method.proactive'],
    ['依申请\n公开', '公开方式', 'method.onRequest'],
    ['申请', '公开方式', 'method.onRequest'],
    ['全社会', '公开对象', 'audience.public'],
    ['社会', '公开对象', 'audience.public'],
    ['特定群体（请写明）', '公开对象', 'audience.specific'],
    ['一级事项', '公开事项', 'item.level1'],
    ['二级', '公开事项', 'item.level2'],
    ['县级', '', 'level.county'],
    ['主动公开', '', 'method.proactive'],
    ['依申请', '', 'method.onRequest'],
    ['全社会', '', 'audience.public'],
  ])('%j below %j is %s', (text, above, role) => {
    expect(readLabelBelow(text, above)).toBe(role)
  })

  test.each([
    ['主动', '公开层级'],
    ['县级', '公开方式'],
    ['县级', '公开时限'],
    ['', '公开层级'],
    ['社会公益组织', ''],
    ['申请人情况', ''],
    ['县级以上人民政府及其工作部门主动公开', '公开层级'],
  ])('%j below %j is none', (text, above) => {
    expect(readLabelBelow(text, above)).toBeUndefined()
  })
})

const corpus = process.env.MULINT_CORPUS ?? '../shared'
const isWanted = existsSync(corpus) || process.env.CI === 'true'

describe.skipIf(!isWanted)(`the labels of real headers (MULINT_CORPUS, ${corpus})`, () => {
  test('each is read as its column, or left alone where it is none of ours', () => {
    const rows = labels().filter(({ text }) => !EXCEPTIONS.has(withoutSpace(text)))
    const misread = rows.flatMap(({ text, column, kinds }) => {
      const meaning = isLedger(column)
        ? readLedgerLabel(text)
        : (meaningOf(readCatalogueLabel(text)) ?? readLabelBelow(text, ''))
      const expected = meaningsOf(column)
      return expected.includes(meaning) ? [] : [[text, kinds, column, meaning, expected]]
    })
    expect(misread).toEqual([])
    expect(rows.length).toBeGreaterThan(235)
  })

  test('every column of the collection is accounted for', () => {
    const columns = new Set(labels().map(({ column }) => column))
    const known = (column: string) => MEANINGS.some(([pattern]) => pattern.test(column))
    expect([...columns].filter((column) => !known(column))).toEqual([])
  })
})

/** What each column of the collection is to us; pieces of labels may also be left alone. */
const MEANINGS: readonly (readonly [RegExp, readonly (string | undefined)[]])[] = [
  [/（扩展）|（乱码）|（非本类表）|^年报|^四级及以下$/u, [undefined]],
  [/^残片|^公开要求（含时限）$/u, [undefined]],
  [/^台账\.内容（跨行）$/u, ['group']],
  [/^旧式编码目录$/u, [undefined, 'seq']],
  [/^序号$/u, ['seq']],
  [/^一级事项$|^一级\/二级事项|^事项名称$/u, ['item.level1']],
  [/^二级事项$/u, ['item.level2']],
  [/^三级事项$/u, ['item.level3']],
  [/^公开事项（跨列）$/u, ['group:item']],
  [/^公开内容（要素）残片$/u, ['content', undefined]],
  [/^公开内容$/u, ['content']],
  [/^公开依据$/u, ['basis']],
  [/^公开时限/u, ['deadline']],
  [/^公开主体/u, ['subject']],
  [/^公开渠道$/u, ['channels']],
  [/^公开对象\.全社会$/u, ['audience.public']],
  [/^公开对象\.特定群体$/u, ['audience.specific']],
  [/^公开对象（/u, ['group:audience']],
  [/^公开方式\.主动$/u, ['method.proactive']],
  [/^公开方式\.依申请$/u, ['method.onRequest']],
  [/^公开方式（跨列）$/u, ['group:method']],
  [/^公开方式（残片）$/u, ['group:method', undefined]],
  [/^公开层级\.\*$/u, ['level.county', 'level.township']],
  [/^公开层级（/u, ['group:level']],
  [/^台账\.任务$/u, ['indicator.level1']],
  [/^台账\.要求$/u, ['indicator.level2']],
  [/^台账\.时限$/u, ['deadline']],
  [/^台账\.牵头$/u, ['leadOffice']],
  [/^台账\.责任\/配合$/u, ['dutyOffice', 'supportOffice']],
  [/^备注$/u, ['remark']],
]

/**
 * Scrambled labels, which no reader restores, and labels on which the collection and the other
 * description of the domain (DOMAIN.md, sections 4.3 and 4.6) disagree.
 */
const EXCEPTIONS: ReadonlySet<string> = new Set([
  '一群请定明特体写',
  '定众特群',
  '信息类别',
  '公开属性',
  '内容描述',
  '条款内容',
])

function isLedger(column: string): boolean {
  return column.startsWith('台账')
}

function meaningsOf(column: string): readonly (string | undefined)[] {
  return MEANINGS.find(([pattern]) => pattern.test(column))?.[1] ?? []
}

/** Each label as written, and the column that it stands for. */
function labels(): readonly { text: string; column: string; kinds: string }[] {
  const [, ...lines] = readFileSync(join(corpus, 'domain/vocab/headers.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
  return lines.map((line) => {
    const [text = '', , column = '', , kinds = ''] = line.split('\t')
    return { text: text.replaceAll('⏎', '\n'), column, kinds }
  })
}

function meaningOf(label: ReturnType<typeof readCatalogueLabel>): string | undefined {
  return label?.kind === 'group' ? `group:${label.group}` : label?.role
}
