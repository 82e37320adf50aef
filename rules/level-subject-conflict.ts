import type { Catalogue, Entry } from '../src/catalogue/catalogue.ts'
import { askewEntries } from '../src/catalogue/gaps.ts'
import { type LevelColumn, levelColumns, textIn } from '../src/catalogue/levels.ts'
import { findBodies } from '../src/grammar/body.ts'
import { saysYes } from '../src/grammar/tick.ts'
import { itemName } from '../src/rule/missing.ts'
import { defineRule } from '../src/rule/rule.ts'
import type { Passage } from '../src/table/model.ts'
import { withoutSpace } from '../src/text/normalise.ts'

export default defineRule({
  id: 'level-subject-conflict',
  title: '公开层级与公开主体不一致',
  severity: 'warning',
  certainty: 'likely',
  kinds: ['domain-catalogue'],
  fix: 'none',
  once: { township: 'sentence', county: 'sentence', both: 'sentence' },
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第二十一条',
      gist: '设区的市级、县级人民政府及其部门，乡（镇）人民政府，各自确定本级主动公开的具体内容。',
    },
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第十条',
      gist: '谁制作的信息由谁公开；从别处获取的，由保存它的机关公开，或者由最初制作、获取它的机关公开。',
    },
  ],
  why: '层级说由哪一级公开，主体说由哪个机关公开，两栏说的不是一级，就不知道该谁公开。',
  how: '核对实际由哪一级公开：层级标错的改层级，主体漏写的补上，县、乡都公开的写明两级的机关。',
  messages: {
    township:
      '“{item}”{times}只标了“{label}”，公开主体“{subject}”却不是乡镇（街道），应当核对两栏。',
    county: '“{item}”{times}只标了“{label}”，公开主体“{subject}”却是乡镇（街道），应当核对两栏。',
    both: '有{count}项标了“{label}”，公开主体却没有写乡镇（街道），如“{item}”，宜在主体中补上，或者核对层级。',
    subject: '公开主体在这里。',
  },
  examples: {
    good: [
      {
        name: '层级与主体相合；两级共同公开',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 | 县级 | 乡级 |
          | --- | --- | --- | --- | --- | --- | --- |
          | 1 | 救助政策 | 政策文件 | 实时更新 | 县民政局 | √ |  |
          | 2 | 救助对象 | 对象名单 | 实时更新 | 大河镇人民政府 |  | √ |
          | 3 | 救助资金 | 发放金额 | 实时更新 | 县民政局、乡镇人民政府（街道办事处） | √ | √ |
          | 4 | 救助指南 | 办事指南 | 实时更新 | 街道办事处 | — | √ |
        `,
      },
      {
        name: '镇里的办公室、名称里有乡字的部门、分不清级别的主体',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 | 县级 | 乡级 |
          | --- | --- | --- | --- | --- | --- | --- |
          | 1 | 义务教育 | 学校名录 | 实时更新 | 大河镇教体文旅局 |  | √ |
          | 2 | 农村帮扶 | 帮扶政策 | 实时更新 | 县乡村振兴局 | √ |  |
          | 3 | 村镇建设 | 建设规划 | 实时更新 | 县住房和城乡建设局 | √ |  |
          | 4 | 收费公示 | 收费标准 | 实时更新 | 各医疗机构 |  | √ |
          | 5 | 户籍管理 | 办事指南 | 实时更新 | 县公安局大河派出所 |  | √ |
          | 6 | 食品安全 | 抽检结果 | 实时更新 | 云岭市市场监督管理局大河分局 |  | √ |
        `,
      },
      {
        name: '乡镇自己的目录，由县局代为公开是常有的事',
        table: `
          # 大河镇公共文化服务领域基层政务公开标准目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 | 县级 | 乡级 |
          | --- | --- | --- | --- | --- | --- | --- |
          | 1 | 文化活动 | 活动安排 | 实时更新 | 县文化和旅游局 |  | √ |
        `,
      },
      {
        name: '只有市、县两级的栏',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 | 市级 | 县级 |
          | --- | --- | --- | --- | --- | --- | --- |
          | 1 | 救助政策 | 政策文件 | 实时更新 | 县民政局 |  | √ |
        `,
      },
    ],
    bad: [
      {
        name: '只标乡级，主体是县局；只标县级，主体是镇政府',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 | 县级 | 乡级 |
          | --- | --- | --- | --- | --- | --- | --- |
          | 1 | 救助政策 | 政策文件 | 实时更新 | ⟦→县民政局⟧ |  | ⟦√⟧ |
          | 2 | 救助对象 | 对象名单 | 实时更新 | ⟦→大河镇人民政府⟧ | ⟦√⟧ |  |
          | 3 | 救助指南 | 办事指南 | 实时更新 | 县民政局 |  | √ |
        `,
        says: [
          '“救助政策”等2项只标了“乡级”，公开主体“县民政局”却不是乡镇（街道），应当核对两栏。',
          '公开主体在这里。',
          '“救助对象”只标了“县级”，公开主体“大河镇人民政府”却是乡镇（街道），应当核对两栏。',
          '公开主体在这里。',
        ],
      },
      {
        name: '两级都标，主体只有县局，一份目录说一次',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 | 县级 | 乡、村级 |
          | --- | --- | --- | --- | --- | --- | --- |
          | 1 | 救助政策 | 政策文件 | 实时更新 | 县民政局 | √ | ⟦√⟧ |
          | 2 | 救助对象 | 对象名单 | 实时更新 | 县民政局 | √ | √ |
        `,
        says: [
          '有2项标了“乡、村级”，公开主体却没有写乡镇（街道），如“救助政策”，宜在主体中补上，或者核对层级。',
        ],
      },
    ],
  },

  *check({ catalogue }) {
    const found = conflictsOf(catalogue)
    for (const { kind, cases } of found.values()) {
      const [{ entry, mark, label, subject }] = cases
      const item = itemName(entry.head)
      const at = { passage: mark }
      if (kind === 'both') {
        const data = { item, label, count: cases.length }
        yield { message: 'both', data, at, severity: 'info', certainty: 'hint' } as const
        continue
      }
      const times = cases.length === 1 ? '' : `等${cases.length}项`
      yield {
        message: kind,
        data: { item, times, label, subject: withoutSpace(subject.text) },
        at,
        related: [{ message: 'subject', at: { passage: subject } }],
      } as const
    }
  },
})

interface Case {
  readonly entry: Entry
  /** The mark that does not fit. */
  readonly mark: Passage
  readonly label: string
  readonly subject: Passage
}

interface Conflict {
  readonly kind: 'township' | 'county' | 'both'
  readonly cases: [Case, ...Case[]]
}

/** Entries whose marks and subjects do not fit, those of one subject together. */
function conflictsOf(catalogue: Catalogue): ReadonlyMap<string, Conflict> {
  const conflicts = new Map<string, Conflict>()
  const columns = levelColumns(catalogue)
  const levels = new Set(columns.map(({ level }) => level))
  if (!levels.has('county') || !levels.has('township') || levels.has(undefined)) return conflicts
  const isTown = /(?:[乡镇]|街道)/u.test(
    withoutSpace(catalogue.agency ?? catalogue.title?.text ?? '').slice(0, 12),
  )
  const askew = askewEntries(catalogue)
  for (const entry of catalogue.entries) {
    if (askew.has(entry)) continue
    const marks = marksOf(entry, columns)
    const subject = entry.cell('subject')
    const [first] = marks
    if (first === undefined || subject === undefined) continue
    const bodies = levelsOfBodies(subject.text)
    const county = marks.find(({ level }) => level === 'county')
    const township = marks.find(({ level }) => level === 'township')
    const add = (kind: Conflict['kind'], { passage, label }: Mark, key: string) => {
      const one = { entry, mark: passage, label, subject }
      const conflict = conflicts.get(key)
      if (conflict === undefined) conflicts.set(key, { kind, cases: [one] })
      else conflict.cases.push(one)
    }
    const name = withoutSpace(subject.text)
    if (bodies === 'county' && township !== undefined && !isTown) {
      if (county !== undefined) add('both', township, 'both')
      else add('township', township, `township ${name}`)
    }
    if (bodies === 'township' && county !== undefined && township === undefined) {
      if (!marks.some(({ level }) => level === 'village')) add('county', county, `county ${name}`)
    }
  }
  return conflicts
}

interface Mark {
  readonly passage: Passage
  readonly level: LevelColumn['level']
  readonly label: string
}

/** The marks of a line; none where they are merged and were told before. */
function marksOf(entry: Entry, columns: readonly LevelColumn[]): readonly Mark[] {
  const marks: Mark[] = []
  for (const { column, level } of columns) {
    if (!saysYes(textIn(entry, column) ?? '')) continue
    const cell = entry.sheet.grid.at(entry.row, column.index)
    if (cell === undefined || cell.columnSpan > 1) return []
    marks.push({ passage: cell, level, label: column.label })
  }
  const isTold = marks.every(({ passage }) => (passage as { row?: number }).row !== entry.row)
  return isTold ? [] : marks
}

/** The one level that all bodies of a cell are of; undefined where that cannot be told. */
function levelsOfBodies(text: string): 'county' | 'township' | undefined {
  const levels = new Set(findBodies(text).map(({ name }) => levelOfBody(name)))
  const [level] = levels
  return levels.size === 1 ? level : undefined
}

const UNTOLD =
  /各级|两级|[所站队校园院]$|分局|学校|医院|机构|公司|中心|村民|居民|居委|招标|采购|或者|[及和与]其|[及和与](?:相关|有关|各)/u
// 乡 and 镇 that are no place: 城乡建设, 乡村振兴, 景德镇市.
const NO_PLACE =
  /城乡|乡村|农村|村镇|乡镇企业|[㐀-䶿一-鿿〇]{1,3}[乡镇][㐀-䶿一-鿿〇]{0,2}[市县区](?=.{3})/gu
const TOWNSHIP = /[乡镇街](?:级)?(?:\(.{1,8}\))?(?:人民)?政府|街道(?:办|办事处)?\)?$/u
const COUNTY = /(?:局|委|委员会|办|办公室)(?:\([^()]{1,20}\))?$|[县市区州旗](?:级)?(?:人民)?政府$/u

function levelOfBody(name: string): 'county' | 'township' | undefined {
  if (UNTOLD.test(name)) return undefined
  const words = name.replace(NO_PLACE, '')
  if (TOWNSHIP.test(words)) return 'township'
  return COUNTY.test(name) && !/[乡镇村]|街道/u.test(words) ? 'county' : undefined
}
