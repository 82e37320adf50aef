import type { Catalogue } from '../src/catalogue/catalogue.ts'
import { askewEntries } from '../src/catalogue/gaps.ts'
import type { Role } from '../src/catalogue/role.ts'
import { suggestion } from '../src/fix/edit.ts'
import { defineRule } from '../src/rule/rule.ts'
import { SET_WORDS } from '../src/rule/vocabulary/set-words.ts'
import type { Cell } from '../src/table/model.ts'
import { editDistance } from '../src/text/distance.ts'
import { withoutSpace } from '../src/text/normalise.ts'
import type { Span } from '../src/text/span.ts'

export default defineRule({
  id: 'text-rare-variant',
  title: '同栏里只差一个字的写法',
  severity: 'info',
  certainty: 'likely',
  kinds: ['catalogue', 'domain-catalogue', 'ledger'],
  fix: 'suggested',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第六条',
      gist: '行政机关应当及时、准确地公开政府信息。',
    },
  ],
  why: '同一个名称在一栏里反复出现，独有一处差一个字，多半是打错了。',
  how: '与同栏其他各行核对，改成一样的写法。',
  messages: {
    rare: '同一栏有{count}处写作“{usual}”，只有这里写作“{actual}”，宜核对是否笔误。',
  },
  examples: {
    good: [
      {
        name: '差一个字，但是另一个机关、另一个渠道',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开主体 | 公开渠道 |
          | --- | --- | --- | --- | --- |
          | 1 | 学校名录 | 学校名称 | 青溪县教育局 | ■政府服务中心 |
          | 2 | 招生计划 | 招生人数 | 青溪县教育局 | ■政务服务中心 |
          | 3 | 学生资助 | 资助标准 | 青溪县教育局 | ■政务服务中心 |
          | 4 | 全民健身 | 场馆名录 | 青溪县体育局 | ■政务服务中心 |
        `,
      },
      {
        name: '差一个字的地名；出现太少，看不出哪个是通常的写法',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开主体 | 公开渠道 |
          | --- | --- | --- | --- | --- |
          | 1 | 社会救助 | 救助对象 | 青山镇人民政府 | ■政府网站 |
          | 2 | 养老服务 | 服务站点 | 青山镇人民政府 | ■政府网站 |
          | 3 | 惠民补贴 | 补贴标准 | 青山镇人民政府 | ■政府网占 |
          | 4 | 村务公开 | 村务信息 | 青石镇人民政府 | ■门户网站 |
        `,
      },
    ],
    bad: [
      {
        name: '机关名称、渠道名称里错了一个字',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开主体 | 公开渠道 |
          | --- | --- | --- | --- | --- |
          | 1 | 社会救助 | 救助对象 | 青山镇人民政府 | ■政府网站 |
          | 2 | 养老服务 | 服务站点 | ⟦青山镇人民政俯⟧ | ■政府网站 ■公示栏 |
          | 3 | 惠民补贴 | 补贴标准 | 青山镇人民政府 | ■⟦政府网占⟧ ■公示栏 |
          | 4 | 村务公开 | 村务信息 | 青山镇人民政府 | ■政府网站 |
        `,
        says: [
          '同一栏有3处写作“青山镇人民政府”，只有这里写作“青山镇人民政俯”，宜核对是否笔误。',
          '同一栏有3处写作“政府网站”，只有这里写作“政府网占”，宜核对是否笔误。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开主体 | 公开渠道 |
          | --- | --- | --- | --- | --- |
          | 1 | 社会救助 | 救助对象 | 青山镇人民政府 | ■政府网站 |
          | 2 | 养老服务 | 服务站点 | 青山镇人民政府 | ■政府网站 ■公示栏 |
          | 3 | 惠民补贴 | 补贴标准 | 青山镇人民政府 | ■政府网站 ■公示栏 |
          | 4 | 村务公开 | 村务信息 | 青山镇人民政府 | ■政府网站 |
        `,
      },
    ],
  },

  *check({ catalogue }) {
    for (const role of ROLES) {
      for (const { value, usual, count } of rareVariants(valuesOf(catalogue, role))) {
        const { cell, span } = value
        yield {
          message: 'rare',
          data: { actual: value.text, usual, count },
          at: { passage: cell, span },
          fix: suggestion(cell, span, usual),
        } as const
      }
    }
  },
})

/** Columns of names that come again and again. */
const ROLES: readonly Role[] = [
  'item.level1',
  'subject',
  'channels',
  'audience.public',
  'audience.specific',
  'method',
  'leadOffice',
  'supportOffice',
]
/** So often a form must stand in a column to be the usual one. */
const USUAL = 3
/** A column with more usual forms than these holds no names. */
const MOST_USUAL = 60
const LONGEST = 30

interface Value {
  readonly text: string
  readonly cell: Cell
  readonly span: Span
}

/** What stands in a column, cells that hold several names or ticked boxes taken apart. */
function valuesOf(catalogue: Catalogue, role: Role): readonly Value[] {
  const askew = askewEntries(catalogue)
  return [...catalogue.cells(role)].flatMap((cell) => {
    const entry = catalogue.entryOf(cell)
    if (entry === undefined || askew.has(entry) || cell.text.length > 600) return []
    return [...cell.text.matchAll(/[^\s■□☑☐▲◆√●○、，；。]+/gu)].map(({ 0: text, index }) => ({
      text: withoutSpace(text),
      cell,
      span: { start: index, end: index + text.length },
    }))
  })
}

interface Variant {
  readonly value: Value
  readonly usual: string
  readonly count: number
}

/** The values that stand once and differ by one letter of a set word from one that stands often. */
function* rareVariants(values: readonly Value[]): Iterable<Variant> {
  const counts = new Map<string, number>()
  for (const { text } of values) counts.set(text, (counts.get(text) ?? 0) + 1)
  const usual = [...counts].filter(([text, count]) => count >= USUAL && text.length <= LONGEST)
  if (usual.length === 0 || usual.length > MOST_USUAL) return
  for (const value of values) {
    const { text } = value
    if (counts.get(text) !== 1 || text.length < 3 || text.length > LONGEST) continue
    const near = usual.find(([other]) => isSlipOf(text, other))
    if (near !== undefined) yield { value, usual: near[0], count: near[1] }
  }
}

function isSlipOf(rare: string, usual: string): boolean {
  if (!/^[㐀-䶿一-鿿〇（）()]+$/u.test(rare)) return false
  if (rare[0] !== usual[0] && rare.at(-1) !== usual.at(-1)) return false
  if (editDistance(rare, usual, 1) !== 1) return false
  let start = 0
  while (rare[start] === usual[start]) start++
  let end = usual.length
  const longer = rare.length - usual.length
  while (end > start && end + longer > start && usual[end - 1] === rare[end - 1 + longer]) end--
  // 教育局 and 教育厅 are two bodies.
  if (end - start === 1 && /[厅委办]/u.test(rare[start] ?? '')) return false
  return SET_WORDS.some((word) => isSpoilt(word, rare, usual, { start, end }))
}

/** Whether the letters that differ lie in a set word and no other set word came of it. */
function isSpoilt(word: string, rare: string, usual: string, { start, end }: Span): boolean {
  const longer = rare.length - usual.length
  for (let at = usual.indexOf(word); at >= 0; at = usual.indexOf(word, at + 1)) {
    const stop = at + word.length
    // A letter before or behind the word makes a longer name: 县人民政府.
    const isInside = start === end ? at < start && end < stop : at <= start && end <= stop
    if (!isInside) continue
    const written = rare.slice(0, stop + longer)
    return !SET_WORDS.some(
      (other) => written.endsWith(other) && stop + longer - other.length <= start,
    )
  }
  return false
}
