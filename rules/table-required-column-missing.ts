import { lookOf } from '../src/catalogue/affinity.ts'
import type { Catalogue } from '../src/catalogue/catalogue.ts'
import type { Role } from '../src/catalogue/role.ts'
import { defineRule } from '../src/rule/rule.ts'

/** The elements that a catalogue has by 国办发〔2019〕54号, each with the roles that give it. */
const REQUIRED: readonly (readonly [name: string, ...roles: Role[]])[] = [
  ['公开事项', 'item.level1', 'item.level2', 'item.level3'],
  ['公开内容', 'content'],
  ['公开依据', 'basis'],
  ['公开时限', 'deadline'],
  ['公开主体', 'subject'],
  ['公开渠道和载体', 'channels'],
  ['公开对象', 'audience.public', 'audience.specific'],
  ['公开方式', 'method', 'method.proactive', 'method.onRequest'],
]
const LEVEL: readonly [string, ...Role[]] = ['公开层级', 'level.county', 'level.township']

/** Columns that provincial layouts leave out on purpose. */
const OFTEN_LEFT_OUT: ReadonlySet<string> = new Set(['公开对象', '公开方式', '公开层级'])
/** Columns without which a table is no catalogue at all. */
const ESSENTIAL: ReadonlySet<string> = new Set(['公开事项', '公开内容'])
/** So many of the eight standard columns make a header of the full kind. */
const FULL = 7

export default defineRule({
  id: 'table-required-column-missing',
  title: '缺少必备栏目',
  severity: 'error',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'none',
  basis: [
    {
      source: '国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见',
      article: '（国办发〔2019〕54号）',
      gist: '基层政务公开标准目录至少包括公开事项的名称、内容、依据、时限、主体、方式、渠道、对象等要素。',
    },
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第十二条第三款',
      gist: '政府信息公开目录包括索引、名称、内容概述、生成日期等。',
    },
  ],
  why: '缺一栏，这一要素对每一项都没有交代。',
  how: '在表头补上缺少的栏目并逐项填写。',
  messages: {
    domain: '基层政务公开标准目录缺少“{column}”栏，应当补上。',
    essential: '表头缺少{columns}，应当补上。',
    more: '表头缺少{columns}，应当补上；也没有{others}，宜一并补上。',
    full: '表头缺少{columns}，其他栏目齐全，应当补上。',
    partial: '表头没有{columns}，宜补上。',
  },
  examples: {
    good: [
      {
        name: '八项要素齐全，名称用同义词',
        table: `
          | 序号 | 公开事项 | 内容描述 | 法律依据 | 公开期限 | 责任主体 | 公开形式 | 公开范围 | 公开属性 |
          | --- | --- | --- | --- | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 《中华人民共和国政府信息公开条例》第十二条 | 实时更新 | 市教育局 | 政府网站 | 全社会 | 主动公开 |
        `,
      },
    ],
    bad: [
      {
        name: '标准目录逐栏报',
        kind: 'domain-catalogue',
        table: `
          | ⟦序号⟧ | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 | 全社会 | 特定群体 | 主动 | 依申请公开 | 县级 | 乡级 |
          | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 《中华人民共和国义务教育法》第十二条 | 实时更新 | 县教育局 | √ |  | √ |  | √ |  |
        `,
        says: ['基层政务公开标准目录缺少“公开渠道和载体”栏，应当补上。'],
      },
      {
        name: '部门目录的表头齐全而只缺一栏',
        table: `
          | ⟦序号⟧ | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 | 公开渠道和载体 | 公开对象 |
          | --- | --- | --- | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 《中华人民共和国政府信息公开条例》第十二条 | 实时更新 | 市教育局 | 政府网站 | 全社会 |
        `,
        says: ['表头缺少“公开方式”，其他栏目齐全，应当补上。'],
      },
      {
        name: '部门目录本来就简，合起来提示一次',
        table: `
          | ⟦序号⟧ | 公开事项 | 公开内容 | 公开时限 | 责任单位 | 公开方式 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 实时更新 | 市教育局 | 主动公开 |
        `,
        says: ['表头没有“公开依据”“公开渠道和载体”“公开对象”，宜补上。'],
      },
      {
        name: '渠道写在公开方式一栏里',
        table: `
          | ⟦序号⟧ | 公开事项 | 公开内容 | 公开时限 | 责任单位 | 公开方式 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 实时更新 | 市教育局 | 政府网站、公示栏 |
        `,
        says: ['表头没有“公开依据”“公开对象”，宜补上。'],
      },
      {
        name: '没有公开内容',
        table: `
          | ⟦序号⟧ | 公开事项 | 公开依据 | 公开时限 | 公开主体 | 公开渠道和载体 | 公开对象 | 公开方式 |
          | --- | --- | --- | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 《中华人民共和国政府信息公开条例》第十二条 | 实时更新 | 市教育局 | 政府网站 | 全社会 | 主动公开 |
        `,
        says: ['表头缺少“公开内容”，应当补上。'],
      },
      {
        name: '没有公开内容，也没有别的栏目，合起来说一次',
        table: `
          | ⟦序号⟧ | 公开事项 | 公开时限 | 公开主体 | 公开渠道和载体 |
          | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 实时更新 | 市教育局 | 政府网站 |
        `,
        says: ['表头缺少“公开内容”，应当补上；也没有“公开依据”“公开对象”“公开方式”，宜一并补上。'],
      },
    ],
  },

  *check({ catalogue, siblings }) {
    const [passage] = catalogue.header
    if (passage === undefined) return
    const missing = missingColumns(catalogue)
    if (missing.length === 0) return
    // Chapters of one document share their header; what it lacks is told once.
    const earlier = siblings.slice(0, siblings.indexOf(catalogue))
    const isSame = (other: Catalogue) =>
      other.refusal === undefined && missingColumns(other).join() === missing.join()
    if (earlier.some(isSame)) return
    if (catalogue.kind === 'domain-catalogue') {
      for (const column of missing) {
        const severity = OFTEN_LEFT_OUT.has(column) ? 'warning' : 'error'
        yield { message: 'domain', data: { column }, about: column, at: { passage }, severity }
      }
      return
    }
    const place = { about: missing.join('、'), at: { passage } }
    const essential = missing.filter((name) => ESSENTIAL.has(name))
    const others = quoted(
      missing.filter((name) => !(ESSENTIAL.has(name) || isToldAsMethod(name, catalogue))),
    )
    if (essential.length === 0 && others === '') return
    if (essential.length > 0) {
      const columns = quoted(essential)
      if (others === '') yield { message: 'essential', data: { columns }, ...place }
      else yield { message: 'more', data: { columns, others }, ...place }
    } else if (REQUIRED.length - missing.length >= FULL) {
      yield { message: 'full', data: { columns: others }, ...place, severity: 'warning' }
    } else {
      const hint = { severity: 'info', certainty: 'hint' } as const
      yield { message: 'partial', data: { columns: others }, ...place, ...hint }
    }
  },
})

function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join('')
}

function missingColumns({ kind, agency, layout }: Catalogue): readonly string[] {
  const wanted =
    kind === 'domain-catalogue' && !isTownship(agency) ? [...REQUIRED, LEVEL] : REQUIRED
  // 公开要求 holds the deadline in some layouts.
  const tellsDeadline = layout.columns.some(({ label }) => /公开要求|及要求/u.test(label))
  return wanted
    .filter(([, ...roles]) => !roles.some((role) => layout.has(role)))
    .map(([name]) => name)
    .filter((name) => !(name === '公开时限' && tellsDeadline))
}

/** Many small catalogues tell the channels under 公开方式: 政府网站、公示栏 */
function isToldAsMethod(name: string, { entries }: Catalogue): boolean {
  if (name !== '公开渠道和载体') return false
  return entries.some((entry) => ['outlets', 'channels'].includes(lookOf(entry.text('method'))))
}

/** A township's own catalogue has one level only. */
function isTownship(agency: string | undefined): boolean {
  return agency !== undefined && /(?:[乡镇]|街道|街道办事处|[乡镇]人民政府)$/u.test(agency)
}
