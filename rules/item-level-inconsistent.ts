import type { Catalogue, Entry } from '../src/catalogue/catalogue.ts'
import { askewEntries } from '../src/catalogue/gaps.ts'
import { ROLE_NAMES, type Role } from '../src/catalogue/role.ts'
import { shapeOf } from '../src/catalogue/shape.ts'
import { type Edit, replace } from '../src/fix/edit.ts'
import { defineRule } from '../src/rule/rule.ts'
import type { Cell } from '../src/table/model.ts'
import { isBlank, withoutSpace } from '../src/text/normalise.ts'

export default defineRule({
  id: 'item-level-inconsistent',
  title: '事项层级不一致',
  severity: 'info',
  certainty: 'hint',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'suggested',
  basis: [
    {
      source: '国务院办公厅政府信息与政务公开办公室关于规范政府信息公开平台有关事项的通知',
      article: '（国办公开办函〔2019〕61号）',
      gist: '政府信息公开平台统一设政府信息公开指南、政府信息公开制度、法定主动公开内容、政府信息公开年报四类栏目。',
    },
  ],
  why: '层级一乱，公众按栏目找不到信息，目录和网站栏目也对不上。',
  how: '同类事项放在同一级；上下两级不用同一个名称；事项多于表头的级数时，归并到末一级。',
  messages: {
    equal: '{upper}与{lower}同为“{item}”{times}，{lower}宜写得更具体，或者留空。',
    skipped: '“{item}”{times}写在三级事项，二级事项却空着，宜补写二级事项，或者移到二级。',
    fourth: '“{item}”排在三级事项“{above}”之后，成了第四级，表头只有三级，宜归并到三级以内。',
    module: '“{item}”{times}作一级事项，与“法定主动公开内容”并列，宜归到它的下一级。',
  },
  examples: {
    good: [
      {
        name: '四类栏目；只写到一级或者二级；依申请公开另列',
        table: `
          | 序号 | 一级事项 | 二级事项 | 三级事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 政府信息公开指南 |  |  | 公开指南 | 实时更新 |
          | 2 | 法定主动公开内容 | 机构职能 | 主要职责 | 职责 | 实时更新 |
          | 3 | 法定主动公开内容 | 规划计划 |  | 规划文本 | 实时更新 |
          | 4 | 法定主动公开内容 | 部门预算 |  | 预算文本 | 实时更新 |
          | 5 | 政府信息公开年报 | 部门信息公开年报 |  | 年度报告 | 每年1月31日前 |
          | 6 | 依申请公开 |  |  | 申请渠道 | 实时更新 |
        `,
      },
      {
        name: '不用四类栏目的目录，一级事项各写各的',
        table: `
          | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 机构概况 | 机构职能 | 职责 | 实时更新 |
          | 2 | 财政信息 | 部门预算 | 预算文本 | 实时更新 |
          | 3 | 重点领域信息 | 学生资助 | 资助政策 | 实时更新 |
        `,
      },
      {
        name: '上一行有二级事项，空着的多半是拆开的合并单元格',
        table: `
          | 序号 | 一级事项 | 二级事项 | 三级事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 法定主动公开内容 | 行政许可 | 办事指南 | 受理条件 | 实时更新 |
          | 2 | 法定主动公开内容 |  | 许可决定 | 决定书 | 实时更新 |
          | 3 | 法定主动公开内容 |  | 变更注销 | 变更、注销情况 | 实时更新 |
        `,
      },
      {
        name: '试点领域标准目录里一级、二级同名是模板的写法',
        kind: 'domain-catalogue',
        table: `
          | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 政策文件 | 政策文件 | 文件全文 | 实时更新 |
          | 2 | 招生管理 | 招生政策 | 招生方案 | 实时更新 |
        `,
      },
    ],
    bad: [
      {
        name: '上下两级同名',
        table: `
          | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 政府信息公开年报 | ⟦政府信息公开年报⟧ | 年度报告 | 每年1月31日前 |
          | 2 | 机构概况 | 机构职能 | 主要职责 | 实时更新 |
        `,
        says: ['一级事项与二级事项同为“政府信息公开年报”，二级事项宜写得更具体，或者留空。'],
        fixed: `
          | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 政府信息公开年报 |  | 年度报告 | 每年1月31日前 |
          | 2 | 机构概况 | 机构职能 | 主要职责 | 实时更新 |
        `,
      },
      {
        name: '跳过二级直接写三级',
        table: `
          | 序号 | 一级事项 | 二级事项 | 三级事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 机构概况 |  | ⟦机构职能⟧ | 主要职责 | 实时更新 |
          | 2 | 财政信息 | 部门预算 |  | 预算文本 | 实时更新 |
        `,
        says: ['“机构职能”写在三级事项，二级事项却空着，宜补写二级事项，或者移到二级。'],
      },
      {
        name: '第四级挤进了公开内容栏，整行右移',
        table: `
          | 序号 | 一级事项 | 二级事项 | 三级事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- | --- | --- | --- |
          | 1 | 法定主动公开内容 | 工作动态 | 民生领域 | ⟦通知公告⟧ | 面向公众的工作通知、公告和日常工作动态 | 《政府网站发展指引》（国办发〔2017〕47号） | 实时更新 |
          | 2 | 法定主动公开内容 | 规划计划 |  | 规划文本 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 | 市民政局 |
        `,
        says: [
          '“通知公告”排在三级事项“民生领域”之后，成了第四级，表头只有三级，宜归并到三级以内。',
        ],
      },
      {
        name: '一级事项离开了四类栏目',
        table: `
          | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 政府信息公开指南 |  | 公开指南 | 实时更新 |
          | 2 | ⟦机构职能⟧ |  | 主要职责 | 实时更新 |
          | 3 | 法定主动公开内容 | 规划计划 | 规划文本 | 实时更新 |
          | 4 | 法定主动公开内容 | 部门预算 | 预算文本 | 实时更新 |
          | 5 | 法定主动公开内容 | 部门决算 | 决算文本 | 实时更新 |
        `,
        says: ['“机构职能”作一级事项，与“法定主动公开内容”并列，宜归到它的下一级。'],
        fixed: `
          | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 政府信息公开指南 |  | 公开指南 | 实时更新 |
          | 2 | 法定主动公开内容 | 机构职能 | 主要职责 | 实时更新 |
          | 3 | 法定主动公开内容 | 规划计划 | 规划文本 | 实时更新 |
          | 4 | 法定主动公开内容 | 部门预算 | 预算文本 | 实时更新 |
          | 5 | 法定主动公开内容 | 部门决算 | 决算文本 | 实时更新 |
        `,
      },
    ],
  },

  *check({ catalogue }) {
    const sound = soundEntries(catalogue)
    const isTemplate = catalogue.kind === 'domain-catalogue'
    if (!isTemplate) {
      for (const { cells, role, above, edits } of equalNames(sound)) {
        const data = {
          upper: ROLE_NAMES[above],
          lower: ROLE_NAMES[role],
          item: nameOf(cells[0]),
          times: timesOf(cells),
        }
        yield { message: 'equal', data, at: { passage: cells[0] }, ...fixOf(edits) }
      }
    }
    for (const cells of skippedLevels(catalogue)) {
      const data = { item: nameOf(cells[0]), times: cells.length > 1 ? `等${cells.length}项` : '' }
      yield { message: 'skipped', data, at: { passage: cells[0] } }
    }
    for (const [above, cell] of fourthLevels(catalogue)) {
      const data = { item: nameOf(cell), above: nameOf(above) }
      yield { message: 'fourth', data, at: { passage: cell } }
    }
    if (isTemplate) return
    for (const { cells, edits } of strayModules(catalogue)) {
      const data = { item: nameOf(cells[0]), times: timesOf(cells) }
      yield { message: 'module', data, at: { passage: cells[0] }, ...fixOf(edits) }
    }
  },
})

type Cells = [Cell, ...Cell[]]

function nameOf(cell: Cell): string {
  return withoutSpace(cell.text)
}

function timesOf(cells: Cells): string {
  return cells.length > 1 ? `（共${cells.length}处）` : ''
}

function fixOf([first, ...others]: readonly Edit[]) {
  return first && ({ fix: { safety: 'suggested', edits: [first, ...others] } } as const)
}

/** The entries whose cells stand in their columns. */
function soundEntries(catalogue: Catalogue): readonly Entry[] {
  const askew = askewEntries(catalogue)
  return catalogue.entries.filter((entry) => !askew.has(entry) && !askew.has(entry.head))
}

/** The cell that begins in this line, if it says anything. */
function ownCell(entry: Entry, role: Role): Cell | undefined {
  const own = entry.own(role)
  return own?.row === entry.row && !isBlank(own.text) ? own : undefined
}

interface Named {
  readonly cells: Cells
  readonly role: Role
  readonly above: Role
  readonly edits: Edit[]
}

/** Names that are the same on two levels, those of one name together. */
function equalNames(entries: readonly Entry[]): Iterable<Named> {
  const found = new Map<string, Named>()
  const levels: readonly (readonly [Role, Role, Role | undefined])[] = [
    ['item.level1', 'item.level2', 'item.level3'],
    ['item.level2', 'item.level3', undefined],
  ]
  for (const entry of entries) {
    for (const [above, role, below] of levels) {
      const cell = ownCell(entry, role)
      if (cell === undefined) continue
      const name = nameOf(cell)
      if (name.length > LONGEST_NAME || name !== withoutSpace(entry.text(above))) continue
      const isLast = below === undefined || isBlank(entry.own(below)?.text ?? '')
      const edits = isLast ? [replace(cell, { start: 0, end: cell.text.length }, '')] : []
      const group = `${role} ${name}`
      const named = found.get(group)
      if (named === undefined) found.set(group, { cells: [cell], role, above, edits })
      else {
        named.cells.push(cell)
        named.edits.push(...edits)
      }
    }
  }
  return found.values()
}

const LONGEST_NAME = 60

/** 三级 below a blank 二级, where no merged cell can be the reason; told at once. */
function skippedLevels(catalogue: Catalogue): readonly Cells[] {
  if (!catalogue.layout.has('item.level2')) return []
  const askew = askewEntries(catalogue)
  const cells: Cell[] = []
  let mayBeMerged = false
  for (const head of catalogue.heads) {
    const isBlankAbove = head.text('item.level2') === ''
    const isNewModule = ownCell(head, 'item.level1') !== undefined && head.sheet.grid.hasSpans
    if (!isBlankAbove) mayBeMerged = !head.sheet.grid.hasSpans
    else if (isNewModule) mayBeMerged = false
    const cell = ownCell(head, 'item.level3')
    if (!isBlankAbove || mayBeMerged || cell === undefined) continue
    if (askew.has(head) || shapeOf(cell.text) !== 'words') continue
    if (ownCell(head, 'item.level1') === undefined) continue
    cells.push(cell)
  }
  const [first, ...others] = cells
  return first === undefined ? [] : [[first, ...others]]
}

/** Names that a row puts after those of all three levels, so that all that follows slid to the right. */
function* fourthLevels(catalogue: Catalogue): Iterable<readonly [above: Cell, cell: Cell]> {
  const last = catalogue.layout.column('item.level3')?.index
  if (last === undefined) return
  for (const { repair, sheet, row } of catalogue.heads) {
    const move = repair?.moves.find(({ to }) => to === last)
    const beside = sheet.grid.at(row, last)
    if (repair === undefined || move === undefined || beside === undefined) continue
    if (shapeOf(move.cell.text) !== 'words' || shapeOf(beside.text) !== 'words') continue
    // Both belong under the last level, which shows only one of them.
    if (!repair.cells.includes(beside)) yield [beside, move.cell]
  }
}

const STATUTORY = /^法定的?主动公开(?:内容|事项|信息)?$/u
const MODULE =
  /^(?:政府)?信息公开(?:指南|制度|目录|年报|(?:工作)?年度报告)$|^法定的?主动公开(?:内容|事项|信息)?$/u
/** What may stand beside the four modules on a site. */
const BESIDE = /信息公开|申请|监督|其他|^政策(?:文件)?$/u

/** First-level names beside 法定主动公开内容 that are none of the four modules most entries keep to. */
function strayModules(catalogue: Catalogue): Iterable<{ cells: Cells; edits: Edit[] }> {
  const found = new Map<string, { cells: Cells; edits: Edit[] }>()
  const askew = askewEntries(catalogue)
  const heads = catalogue.heads.filter((head) => !askew.has(head))
  const names = heads.map((head) => withoutSpace(head.text('item.level1')))
  const statutory = names.find((name) => STATUTORY.test(name))
  const kept = names.filter((name) => MODULE.test(name)).length
  if (statutory === undefined || kept * 5 < names.length * 3) return []
  if (names.filter((name) => STATUTORY.test(name)).length < 3) return []
  if (!catalogue.layout.has('item.level2')) return []
  for (const head of heads) {
    const cell = ownCell(head, 'item.level1')
    if (cell === undefined || shapeOf(cell.text) !== 'words') continue
    const name = nameOf(cell)
    if (MODULE.test(name) || BESIDE.test(name)) continue
    const edits = lowered(catalogue, head, cell, statutory)
    const module = found.get(name)
    if (module === undefined) found.set(name, { cells: [cell], edits })
    else {
      module.cells.push(cell)
      module.edits.push(...edits)
    }
  }
  return found.values()
}

/** Puts a first-level name on the second level, where nothing stands there. */
function lowered(catalogue: Catalogue, head: Entry, cell: Cell, module: string): Edit[] {
  const below = head.own('item.level2')
  const lowest = head.own('item.level3')
  if (below === undefined || !isBlank(below.text) || below.row !== head.row) return []
  if (lowest !== undefined && !isBlank(lowest.text)) return []
  if (catalogue.lines(head).length > 1 || cell.rowSpan > 1) return []
  return [
    replace(cell, { start: 0, end: cell.text.length }, module),
    replace(below, { start: 0, end: below.text.length }, cell.text.trim()),
  ]
}
