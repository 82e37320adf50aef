import type { Catalogue } from '../src/catalogue/catalogue.ts'
import { askewEntries } from '../src/catalogue/gaps.ts'
import { findBodies, levelOf } from '../src/grammar/body.ts'
import { departmentOf } from '../src/rule/bodies.ts'
import { defineRule } from '../src/rule/rule.ts'
import type { Cell } from '../src/table/model.ts'
import { withoutSpace } from '../src/text/normalise.ts'

export default defineRule({
  id: 'subject-not-specific',
  title: '公开主体不明确',
  severity: 'warning',
  certainty: 'likely',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'none',
  once: { some: 'column', all: 'column' },
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第十条',
      gist: '谁制作的信息由谁公开；从别处获取的，由保存它的机关公开，或者由最初制作、获取它的机关公开。',
    },
    {
      source: '国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见',
      article: '（国办发〔2019〕54号）',
      gist: '县级政府对照标准指引，结合本地实际编制本级政务公开事项标准目录。',
    },
  ],
  why: '指引里的“相关部门”“县级某部门”是留给各地填的；本地目录照抄，公众不知道找哪个机关，责任也落不到人。',
  how: '写本地实际承担该职责的机关名称，如“县发展和改革局”。',
  messages: {
    one: '“{actual}”是统称，看不出是本地哪一个机关，应当写出机关名称。',
    some: '公开主体有{count}处只写统称，如“{actual}”，看不出是本地哪一个机关，应当写出机关名称。',
    all: '公开主体{count}处全是统称，如“{actual}”，没有一处写出本地的机关，应当逐项写出机关名称。',
  },
  examples: {
    good: [
      {
        name: '写出了机关；与统称并列的也算写出了',
        table: `
          # 青溪县主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 项目审批 | 审批结果 | 实时更新 | 县发展和改革局 |
          | 2 | 项目核准 | 核准结果 | 实时更新 | 青溪县行政审批局及相关部门 |
          | 3 | 救助政策 | 政策文件 | 实时更新 | 县民政局、有关部门 |
        `,
      },
      {
        name: '各乡镇自己公开；税务、公安只有一家；不是机关的主体',
        table: `
          # 青溪县主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 救助对象 | 对象名单 | 实时更新 | 乡镇人民政府（街道办事处） |
          | 2 | 纳税服务 | 办税指南 | 实时更新 | 税务主管部门 |
          | 3 | 户籍管理 | 办事指南 | 实时更新 | 公安机关 |
          | 4 | 招标公告 | 公告文本 | 实时更新 | 招标人或者其委托的招标代理机构 |
          | 5 | 收费公示 | 收费标准 | 实时更新 | 各医疗机构 |
        `,
      },
      {
        name: '上级印发的指引、示范文本，本来就不写具体机关',
        kind: 'domain-catalogue',
        table: `
          # 云岭市社会救助领域基层政务公开标准指引

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 救助政策 | 政策文件 | 实时更新 | 县级人民政府民政部门 |
        `,
      },
      {
        name: '题目里没有地名，不知道是谁的目录',
        kind: 'domain-catalogue',
        table: `
          # 社会救助领域基层政务公开标准目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 救助政策 | 政策文件 | 实时更新 | 县级人民政府民政部门 |
        `,
      },
      {
        name: '责任科室一栏写内设机构',
        table: `
          # 青溪县教育局主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 责任科室 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | 各相关部门 |
          | 2 | 招生计划 | 招生人数 | 实时更新 | 基础教育股 |
        `,
      },
    ],
    bad: [
      {
        name: '只有一处',
        table: `
          # 青溪县主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 项目审批 | 审批结果 | 实时更新 | ⟦相关审批部门⟧ |
          | 2 | 项目核准 | 核准结果 | 实时更新 | 县发展和改革局 |
        `,
        says: ['“相关审批部门”是统称，看不出是本地哪一个机关，应当写出机关名称。'],
      },
      {
        name: '有几处，一份目录说一次',
        table: `
          # 青溪县主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 项目审批 | 审批结果 | 实时更新 | ⟦县（区、市）人民政府及相关部门⟧ |
          | 2 | 项目核准 | 核准结果 | 实时更新 | 县发展和改革局 |
          | 3 | 种植补贴 | 补贴标准 | 实时更新 | 县级农业农村部门 |
        `,
        says: [
          '公开主体有2处只写统称，如“县（区、市）人民政府及相关部门”，看不出是本地哪一个机关，应当写出机关名称。',
        ],
      },
      {
        name: '照抄指引，全是统称',
        kind: 'domain-catalogue',
        table: `
          # 青溪县社会救助领域基层政务公开标准目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 救助政策 | 政策文件 | 实时更新 | ⟦县级人民政府民政部门、乡镇人民政府（街道办事处）⟧ |
          | 2 | 救助指南 | 办事指南 | 实时更新 | 县级人民政府民政部门 |
        `,
        says: [
          '公开主体2处全是统称，如“县级人民政府民政部门、乡镇人民政府（街道办事处）”，没有一处写出本地的机关，应当逐项写出机关名称。',
        ],
      },
    ],
  },

  *check({ catalogue, siblings }) {
    const own = catalogue.once(genericSubjects)
    const [first] = own.generic
    if (first === undefined) return
    // One note for a document, however many tables it has.
    if (
      siblings.find((sibling) => sibling.once(genericSubjects).generic.length > 0) !== catalogue
    ) {
      return
    }
    const every = siblings.map((sibling) => sibling.once(genericSubjects))
    const count = every.reduce((sum, { generic }) => sum + generic.length, 0)
    const isAll = count > 1 && every.every(({ others }) => others === 0)
    const actual = withoutSpace(first.text)
    const at = { passage: first }
    if (count === 1) yield { message: 'one', data: { actual }, at }
    else yield { message: isAll ? 'all' : 'some', data: { actual, count }, at }
  },
})

interface Subjects {
  /** The cells that only speak of bodies in general. */
  readonly generic: readonly Cell[]
  /** How many cells there are besides. */
  readonly others: number
}

const NONE: Subjects = { generic: [], others: 0 }

function genericSubjects(catalogue: Catalogue): Subjects {
  const column = catalogue.layout.column('subject')
  if (column === undefined || !/主体|公开主|公开单位|公开机构/u.test(column.label)) return NONE
  if (!isLocal(catalogue)) return NONE
  const askew = askewEntries(catalogue)
  const generic: Cell[] = []
  let others = 0
  for (const entry of catalogue.entries) {
    const cell = entry.own('subject')
    if (cell === undefined || cell.row !== entry.row || askew.has(entry)) continue
    const bodies = findBodies(cell.text)
    if (bodies.length === 0) continue
    const isGeneric =
      bodies.some(({ name }) => isGenericBody(name)) && !bodies.some(({ name }) => isSpecific(name))
    if (isGeneric) generic.push(cell)
    else others++
  }
  return { generic, others }
}

const PLACE = /[㐀-䶿一-鿿〇]{2}(?<![社地小])(?:[市县区旗州盟镇乡](?![级域场政管])|街道)/u
const SAMPLE = /指引|指南|示范|样本|样表|范本|模板|参考|全国|国家/u
const PROVINCE = /^[㐀-䶿一-鿿〇]{2,3}(?:省|自治区)(?!.*[市县区旗州镇乡])/u

/** Whether a document is that of a place or a body, and not a sample for others. */
function isLocal({ title, agency }: Catalogue): boolean {
  const text = withoutSpace(title?.text ?? '')
  if (SAMPLE.test(text) || PROVINCE.test(text)) return false
  return agency !== undefined || PLACE.test(text)
}

const GENERIC: readonly RegExp[] = [
  /(?:相关|有关|各级|负责|职能).{0,16}(?:部门|单位|机构|机关)$/u,
  /部门$/u,
  /^(?:各|地方)?(?:县级|区级|市级|州级|旗县级|区县级|地方|地方各级|各级)(?:以上)?(?:人民)?政府/u,
]
// 县（市、区）, of which a place should have kept one
const CHOICE = /[县市区]\([县市区旗][、,]?[县市区旗]?\)/u
/** Of these there is only one anywhere, or the body is no department. */
const ONLY_ONE = /税务|公安|海关|气象|邮政|烟草|消防|代理机构|医疗机构|招标|采购人/u

function isGenericBody(name: string): boolean {
  if (CHOICE.test(name)) return true
  return !ONLY_ONE.test(name) && GENERIC.some((pattern) => pattern.test(name)) && !isSpecific(name)
}

const NAMED = /^[㐀-䶿一-鿿〇]{2,10}?(?<![各城])[市县区旗州镇乡](?![级(（])/u

/** Whether a name says which body it is: by a region, or as the one of its kind in a place. */
function isSpecific(name: string): boolean {
  if (CHOICE.test(name)) return false
  if (departmentOf(name) !== undefined) return true
  return (
    NAMED.test(name) || (levelOf(name) !== '' && /(?:局|委|办|办公室|委员会|政府)$/u.test(name))
  )
}
