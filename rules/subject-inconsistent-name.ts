import type { Catalogue } from '../src/catalogue/catalogue.ts'
import { askewEntries } from '../src/catalogue/gaps.ts'
import type { Role } from '../src/catalogue/role.ts'
import { type Fix, replace } from '../src/fix/edit.ts'
import { findBodies, levelOf, regionBetween } from '../src/grammar/body.ts'
import { bodyKey, departmentOf } from '../src/rule/bodies.ts'
import { defineRule } from '../src/rule/rule.ts'
import type { Cell } from '../src/table/model.ts'
import { editDistance } from '../src/text/distance.ts'
import { withoutSpace } from '../src/text/normalise.ts'
import type { Span } from '../src/text/span.ts'

export default defineRule({
  id: 'subject-inconsistent-name',
  title: '公开主体名称不统一',
  severity: 'warning',
  certainty: 'likely',
  kinds: ['catalogue', 'domain-catalogue', 'ledger'],
  fix: 'suggested',
  once: { several: 'words', near: 'words' },
  // A ledger's own rule would say the same of the same names.
  supersedes: ['ledger-dept-name-inconsistent', 'text-rare-variant'],
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第十条',
      gist: '谁制作的信息由谁公开；从别处获取的，由保存它的机关公开，或者由最初制作、获取它的机关公开。',
    },
  ],
  why: '同一机关写成几个名称，公众会当成几个机关，按机关汇总、核对时也会漏。',
  how: '全表选定一个名称，通篇照写；不是同一机关的，写明各自的全称以便区别。',
  messages: {
    several:
      '“{actual}”{times}与本表其他各处的“{expected}”是同一机关的两种写法，应当统一为一种，如“{expected}”。',
    near: '“{actual}”在本表只此一处，与出现{count}次的“{expected}”只差一个字，宜核对是否写错。',
    other: '另一种写法在这里。',
  },
  examples: {
    good: [
      {
        name: '级别不同，本来就是两个机关',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | 市教育局 |
          | 2 | 招生计划 | 招生人数 | 实时更新 | 县教育局 |
          | 3 | 招生结果 | 录取名单 | 实时更新 | 教育局 |
        `,
      },
      {
        name: '别的县（市）的机关；一级政府的目录列出很多机关',
        table: `
          # 青溪县主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 救助政策 | 政策文件 | 实时更新 | 县民政局 |
          | 2 | 救助协作 | 协作机制 | 实时更新 | 白石县民政局 |
          | 3 | 水利工程 | 工程名单 | 实时更新 | 县水利局 |
          | 4 | 商业网点 | 网点名单 | 实时更新 | 县商务局 |
          | 5 | 税收政策 | 政策文件 | 实时更新 | 县税务局 |
          | 6 | 镇务公开 | 村务情况 | 实时更新 | 大河镇人民政府 |
          | 7 | 镇务公开 | 村务情况 | 实时更新 | 小河镇人民政府 |
          | 8 | 镇务公开 | 村务情况 | 实时更新 | 镇人民政府 |
        `,
      },
      {
        name: '内设机构、加挂的牌子、分局都是另一个名称；换行和括号的全半角不算',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 行政复议 | 复议决定 | 实时更新 | 市司法局（行政复议局） |
          | 2 | 法律援助 | 援助指南 | 实时更新 | 市司法局 |
          | 3 | 人民调解 | 调解组织 | 实时更新 | 市司法局(行政复议局) |
          | 4 | 户籍管理 | 办事指南 | 实时更新 | 市公安局 |
          | 5 | 户籍管理 | 办事指南 | 实时更新 | 市公安局河东分局 |
        `,
      },
      {
        name: '一格里并列几个机关，级别只写在第一个前面',
        kind: 'ledger',
        table: `
          | 工作任务 | 具体要求 | 牵头单位 | 配合单位 |
          | --- | --- | --- | --- |
          | 政策公开 | 集中公开惠企政策 | 省发展改革委 | 省工业和信息化厅、财政厅、商务厅 |
          | 财政公开 | 公开预算、决算 | 省财政厅 | 省发展改革委 |
        `,
      },
      {
        name: '一格里并列几个机关',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 救助政策 | 政策文件 | 实时更新 | 县民政局、各乡（镇）人民政府 |
          | 2 | 救助资金 | 资金发放 | 实时更新 | 县民政局、县财政局 |
          | 3 | 救助对象 | 对象名单 | 实时更新 | 县民政局 |
        `,
      },
      {
        name: '公开内容里的简称不归本规则管',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | 云岭市住房和城乡建设局职责 | 实时更新 | 市住建局 |
        `,
      },
    ],
    bad: [
      {
        name: '有的写市名，有的不写',
        table: `
          # 云岭市教育局主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | ⟦→云岭市教育局⟧ |
          | 2 | 招生计划 | 招生人数 | 实时更新 | ⟦市教育局⟧ |
          | 3 | 招生结果 | 录取名单 | 实时更新 | 云岭市教育局 |
        `,
        says: [
          '“市教育局”与本表其他各处的“云岭市教育局”是同一机关的两种写法，应当统一为一种，如“云岭市教育局”。',
          '另一种写法在这里。',
        ],
        fixed: `
          # 云岭市教育局主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | 云岭市教育局 |
          | 2 | 招生计划 | 招生人数 | 实时更新 | 云岭市教育局 |
          | 3 | 招生结果 | 录取名单 | 实时更新 | 云岭市教育局 |
        `,
      },
      {
        name: '全称与简称混用，写了几处只说一次',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 房屋征收 | 征收决定 | 实时更新 | ⟦→县住房和城乡建设局⟧ |
          | 2 | 补偿方案 | 方案文本 | 实时更新 | ⟦县住建局⟧、⟦→大河镇人民政府⟧ |
          | 3 | 评估结果 | 评估报告 | 实时更新 | 县住房和城乡建设局 |
          | 4 | 危房改造 | 改造名单 | 实时更新 | 县住建局、⟦大河镇政府⟧ |
          | 5 | 公租房 | 分配结果 | 实时更新 | 县住房和城乡建设局、大河镇人民政府 |
        `,
        says: [
          '“县住建局”（共2处）与本表其他各处的“县住房和城乡建设局”是同一机关的两种写法，应当统一为一种，如“县住房和城乡建设局”。',
          '另一种写法在这里。',
          '“大河镇政府”与本表其他各处的“大河镇人民政府”是同一机关的两种写法，应当统一为一种，如“大河镇人民政府”。',
          '另一种写法在这里。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 房屋征收 | 征收决定 | 实时更新 | 县住房和城乡建设局 |
          | 2 | 补偿方案 | 方案文本 | 实时更新 | 县住房和城乡建设局、大河镇人民政府 |
          | 3 | 评估结果 | 评估报告 | 实时更新 | 县住房和城乡建设局 |
          | 4 | 危房改造 | 改造名单 | 实时更新 | 县住房和城乡建设局、大河镇人民政府 |
          | 5 | 公租房 | 分配结果 | 实时更新 | 县住房和城乡建设局、大河镇人民政府 |
        `,
      },
      {
        name: '台账的责任单位',
        kind: 'ledger',
        table: `
          | 序号 | 工作任务 | 具体要求 | 责任单位 |
          | --- | --- | --- | --- |
          | 1 | 决策公开 | 公开草案 | ⟦→县发展和改革局⟧ |
          | 2 | 执行公开 | 公开进度 | ⟦县发改局⟧ |
          | 3 | 管理公开 | 公开清单 | 县发展和改革局 |
        `,
        says: [
          '“县发改局”与本表其他各处的“县发展和改革局”是同一机关的两种写法，应当统一为一种，如“县发展和改革局”。',
          '另一种写法在这里。',
        ],
        fixed: `
          | 序号 | 工作任务 | 具体要求 | 责任单位 |
          | --- | --- | --- | --- |
          | 1 | 决策公开 | 公开草案 | 县发展和改革局 |
          | 2 | 执行公开 | 公开进度 | 县发展和改革局 |
          | 3 | 管理公开 | 公开清单 | 县发展和改革局 |
        `,
      },
      {
        name: '只有一处差一个字，提请核对',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 医疗服务 | 服务项目 | 实时更新 | 各医疗机构 |
          | 2 | 医疗价格 | 价格公示 | 实时更新 | ⟦各医疗结构⟧ |
          | 3 | 药品价格 | 价格公示 | 实时更新 | 各医疗机构 |
          | 4 | 投诉渠道 | 投诉电话 | 实时更新 | 各医疗机构 |
        `,
        says: ['“各医疗结构”在本表只此一处，与出现3次的“各医疗机构”只差一个字，宜核对是否写错。'],
      },
    ],
  },

  *check({ catalogue }) {
    const names = [...namesOf(catalogue).values()]
    const told = new Set<Name>()
    for (const cluster of clusters(names, catalogue)) {
      const [model, ...strays] = cluster
      for (const stray of strays) {
        const [use] = stray.uses
        told.add(stray)
        const times = stray.uses.length === 1 ? '' : `（共${stray.uses.length}处）`
        yield {
          message: 'several',
          data: { actual: stray.name, expected: model.name, times },
          at: placeOf(use),
          expected: [model.name],
          related: [{ message: 'other', at: placeOf(model.uses[0]) }],
          fix: fixOf(stray, model.name),
        } as const
      }
    }
    for (const { rare, usual } of nearMisses(names)) {
      if (told.has(rare)) continue
      yield {
        message: 'near',
        data: { actual: rare.name, expected: usual.name, count: usual.uses.length },
        at: placeOf(rare.uses[0]),
        severity: 'info',
        certainty: 'hint',
      } as const
    }
  },
})

interface Use {
  readonly cell: Cell
  readonly span: Span
}

/** A name as it is written, and every cell that it stands in. */
interface Name {
  readonly name: string
  readonly key: string
  readonly uses: [Use, ...Use[]]
}

const ROLES: readonly Role[] = ['subject', 'leadOffice', 'supportOffice']

function namesOf(catalogue: Catalogue): ReadonlyMap<string, Name> {
  const askew = askewEntries(catalogue)
  const names = new Map<string, Name>()
  for (const role of ROLES) {
    for (const entry of catalogue.entries) {
      const cell = entry.own(role)
      if (cell?.row !== entry.row || askew.has(entry)) continue
      const bodies = findBodies(cell.text)
      for (const { name, span } of bodies) {
        if (isCarried(name, bodies[0]?.name ?? '')) continue
        const found = names.get(name)
        if (found === undefined)
          names.set(name, { name, key: bodyKey(name), uses: [{ cell, span }] })
        else found.uses.push({ cell, span })
      }
    }
  }
  return names
}

/** 省工信厅、财政厅：the level of the first body of a list holds for those behind it. */
function isCarried(name: string, first: string): boolean {
  return name !== first && levelOf(first) !== '' && departmentOf(name)?.front === ''
}

/** More names stand only in a text made to be slow, or in a list of all bodies of a province. */
const MOST_NAMES = 400

/** Names of one body under two names or more, the one to keep first: the most frequent, the longest. */
function* clusters(
  names: readonly Name[],
  catalogue: Catalogue,
): Iterable<readonly [Name, ...Name[]]> {
  const groups = new Map<string, string>()
  for (const { key } of names) groups.set(key, key)
  const keys = [...groups.keys()].sort((a, b) => b.length - a.length)
  if (keys.length <= MOST_NAMES) {
    const title = regionsOf(catalogue)
    for (const [index, short] of keys.entries()) {
      const longer = keys.slice(0, index).flatMap((long) => {
        const region = regionBetween(short, long)
        return region !== undefined && fits(region, short, title) ? [groups.get(long) ?? long] : []
      })
      // 教育局 may be that of the city or of the county.
      const [one, ...others] = new Set(longer)
      if (one !== undefined && others.length === 0) groups.set(short, one)
    }
  }
  const gathered = new Map<string, Name[]>()
  for (const name of names) {
    const group = groups.get(name.key) ?? name.key
    const found = gathered.get(group)
    if (found === undefined) gathered.set(group, [name])
    else found.push(name)
  }
  for (const group of gathered.values()) {
    const [model, ...strays] = group.sort(
      (a, b) => b.uses.length - a.uses.length || b.name.length - a.name.length,
    )
    if (model !== undefined && strays.length > 0) yield [model, ...strays]
  }
}

function regionsOf({ title, agency }: Catalogue): string {
  return withoutSpace(`${title?.text ?? ''}${agency ?? ''}`)
}

const NAMES_REGION = /[㐀-䶿一-鿿〇]{2}[省市州盟县区旗乡镇](?!场|区)/u

/** Whether the region that the longer name gives is the one that the title speaks of. */
function fits(region: string, short: string, title: string): boolean {
  if (levelOf(short) === '' && region.length === 1) return true
  if (title.includes(region.slice(-3))) return true
  return !/[乡镇]$/u.test(region) && !NAMES_REGION.test(title)
}

// Bodies of two places, or two of several like ones, differ in one letter and rightly so.
const COUNTED =
  /[省市州盟县区旗乡镇村街国地一二三四五六七八九十\d东南西北中上下左右前后内外大小新老河湖海江山]/u
const AGENCY = /(?:局|委|委员会|办|办公室|政府|机构)$/u
const LOCAL = /[乡镇]|街道/u

/** A name that stands once and differs in one letter from one that stands three times or more. */
function* nearMisses(names: readonly Name[]): Iterable<{ rare: Name; usual: Name }> {
  const fit = names.filter(({ name }) => name.length >= 5 && !LOCAL.test(name))
  const rare = fit.filter(({ name, uses }) => uses.length === 1 && !departmentOf(name))
  const usual = fit.filter(({ name, uses }) => uses.length >= 3 && AGENCY.test(name))
  if (rare.length * usual.length > MOST_NAMES * MOST_NAMES) return
  for (const one of rare) {
    const near = usual.find(({ name }) => isNear(one.name, name))
    if (near !== undefined) yield { rare: one, usual: near }
  }
}

function isNear(one: string, other: string): boolean {
  if (one.length !== other.length || editDistance(one, other, 1) !== 1) return false
  const at = [...one].findIndex((letter, index) => letter !== other[index])
  const last = one.length - 1
  return at > 0 && at < last && !COUNTED.test(`${one[at]}${other[at]}`)
}

function placeOf({ cell, span }: Use) {
  return { passage: cell, span }
}

function fixOf({ uses: [first, ...others] }: Name, text: string): Fix {
  const edit = ({ cell, span }: Use) => replace(cell, span, text)
  return { safety: 'suggested', edits: [edit(first), ...others.map(edit)] }
}
