import { expect, test } from 'vitest'
import { rules } from '../rules/index.ts'
import { lint } from '../src/engine/lint.ts'
import { loadAuthorities } from '../src/node/data.ts'
import { readDocument } from '../src/readers/choose.ts'

const settings = {
  rules: rules.map((rule) => ({ rule })),
  authorities: loadAuthorities(),
  today: '2026-11-21',
}

const HEADER =
  '序号|一级事项|二级事项|三级事项|公开内容|公开依据|公开时限|公开主体|公开渠道和载体|全社会|特定群体|公开方式'
const CHANNELS = '■政府网站 □政府公报'
const BASIS = '《中华人民共和国政府信息公开条例》第二十条第（三）项'
const WITHIN = '自该信息形成或者变更之日起20个工作日内'

/** An entry without a fault; a trap replaces some of its cells. */
function entry(seq: string, cells: Readonly<Record<number, string>> = {}): string {
  const plain = [
    ...[seq, '法定主动公开内容', `规划计划${seq}`, '', `规划${seq}的文本和说明`, BASIS],
    ...[WITHIN, '青溪县发展和改革局', CHANNELS, '√', '', '主动公开'],
  ]
  return plain.map((text, at) => cells[at] ?? text).join('|')
}

async function severe(rows: readonly string[], title = '青溪县发展和改革局部分事项目录') {
  const cell = (text: string) => (/["\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const source = [title, '', HEADER, ...rows]
    .map((line) => `${line.split('|').map(cell).join('\t')}\n`)
    .join('')
  const document = await readDocument({ name: '目录.tsv', bytes: new TextEncoder().encode(source) })
  const report = lint(document, settings)
  // Nothing is found in what is not recognised.
  expect(report.kind).toBe('catalogue')
  return report.diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, message }) => `${rule}: ${message}`)
}

// DEFECTS, section 13: what looks like a defect but is legitimate.
test.each<[string, readonly string[]]>([
  ['nothing', [entry('1'), entry('2')]],
  ['1 a continuation line', [entry('1'), '||||第二段内容|||||||', entry('2')]],
  ['2 a header that is printed again', [entry('1'), HEADER, entry('2')]],
  [
    '2 numbers that begin again below a heading',
    [entry('1'), '二、重点领域|||||||||||', entry('1', { 2: '统计公报', 4: '公报' })],
  ],
  [
    '3 a term of its own',
    [
      entry('1', {
        2: '政府预算',
        5: '《中华人民共和国预算法》第十四条',
        6: '本级人民代表大会或其常务委员会批准后20日内',
      }),
      entry('2'),
    ],
  ],
  ['4 a display period', [entry('1', { 6: `${WITHIN}，公示不少于7个工作日` }), entry('2')]],
  [
    '5 an answer to an application',
    [
      entry('1', { 2: '依申请公开', 6: '自收到申请之日起20个工作日内', 11: '依申请公开' }),
      entry('2'),
    ],
  ],
  [
    '6 days in quoted articles',
    [entry('1', { 4: '受理之日起六十日内作出决定的各类事项' }), entry('2')],
  ],
  ['8 an office below the body', [entry('1', { 7: '青溪县发展和改革局办公室' }), entry('2')]],
  [
    '10 every spelling of an order',
    [
      entry('1', { 5: '《中华人民共和国政府信息公开条例》（国令第711号）第十二条' }),
      entry('2', {
        5: '《中华人民共和国政府信息公开条例》（中华人民共和国国务院令第711号）第十二条',
      }),
    ],
  ],
  ['11 short titles', [entry('1', { 5: '《土地管理法》第四十七条' }), entry('2')]],
  [
    '11 a short name that was declared',
    [
      entry('1', {
        5: '《中华人民共和国政府信息公开条例》（以下简称《条例》）第十二条；《条例》第四条',
      }),
      entry('2'),
    ],
  ],
  [
    '13 other words for forming',
    [
      entry('1', { 6: '自制作或获取该信息之日起20个工作日内公开' }),
      entry('2', { 6: '信息产生、变更之日起20个工作日内予以公开' }),
    ],
  ],
  ['14 the ministries’ own wording', [entry('1', { 6: '信息形成20个工作日内公开' }), entry('2')]],
  ['15 marks outside the channels', [entry('1', { 4: '●规划文本 ●规划说明' }), entry('2')]],
  ['16 words in cells for ticks', [entry('1', { 9: '全社会', 11: '主动公开' }), entry('2')]],
  ['17 a second level like the first', [entry('1', { 1: '规划计划', 2: '规划计划' }), entry('2')]],
  ['17 one basis everywhere', [entry('1'), entry('2'), entry('3')]],
  ['18 a period in a title', [entry('1', { 2: '五年规划', 4: '2016—2020年规划文本' }), entry('2')]],
  [
    '19 blanks inside words',
    [entry('1', { 6: '自该信 息形成或者变 更之日起20个工作日内' }), entry('2')],
  ],
])('%s', async (_name, rows) => {
  expect(await severe(rows)).toEqual([])
})
