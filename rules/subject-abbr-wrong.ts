import type { Catalogue } from '../src/catalogue/catalogue.ts'
import { askewEntries, usualText } from '../src/catalogue/gaps.ts'
import { type Fix, replace } from '../src/fix/edit.ts'
import { levelOf } from '../src/grammar/body.ts'
import { isInside, markedStretches } from '../src/grammar/marks.ts'
import { departmentOf } from '../src/rule/bodies.ts'
import { defineRule } from '../src/rule/rule.ts'
import type { Cell } from '../src/table/model.ts'
import { withoutSpace } from '../src/text/normalise.ts'
import type { Span } from '../src/text/span.ts'

export default defineRule({
  id: 'subject-abbr-wrong',
  title: '机关简称错误或者不一致',
  severity: 'warning',
  certainty: 'likely',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'suggested',
  once: { differs: 'words', former: 'words' },
  basis: [
    {
      source: '党政机关公文处理工作条例',
      article: '第九条',
      gist: '公文写主送、抄送机关，使用机关全称、规范化简称或者同类型机关统称。',
    },
  ],
  why: '同一份目录里本机关的简称前后不一，读者会以为说的是另一个机关；机构改革以后沿用旧称，还会被当成照抄旧目录。',
  how: '选定一个规范化简称通篇使用；拿不准的写全称。',
  messages: {
    differs: '“{actual}”{times}与本目录对本机关的简称“{expected}”不一致，应当统一为“{expected}”。',
    former: '“{actual}”{times}是机构改革以前的名称，应当写本机关现在的名称，如“{expected}”。',
    usual: '通用的简称在这里。',
  },
  examples: {
    good: [
      {
        name: '通篇一个简称，不论是哪一个',
        kind: 'catalogue',
        table: `
          # 云岭市国防动员办公室主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 政策文件 | 以国防办名义印发的文件 | 实时更新 | 市国防动员办公室 |
          | 2 | 计划规划 | 国防办年度工作计划 | 实时更新 | 市国防动员办公室 |
        `,
      },
      {
        name: '别级机关的简称，旧文件的名称，引号里的话，说明是原机关的',
        table: `
          # 云岭市国防动员办公室主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 政策文件 | 市国动办印发的文件、省国防办印发的文件、国家人防办的文件 | 实时更新 | 市国防动员办公室 |
          | 2 | 计划规划 | 《市人防办关于印发工作计划的通知》、“国防办”专栏 | 实时更新 | 市国防动员办公室 |
          | 3 | 历史文件 | 原市人防办印发的文件清理结果 | 实时更新 | 市国防动员办公室 |
        `,
      },
      {
        name: '约定俗成的两个简称',
        table: `
          # 云岭市市场监督管理局主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 政策文件 | 市市场监管局制发的文件 | 实时更新 | 市市场监督管理局 |
          | 2 | 计划规划 | 市监局年度工作计划 | 实时更新 | 市市场监督管理局 |
          | 3 | 市容管理 | 配合城市管理局整治的情况 | 实时更新 | 市市场监督管理局 |
        `,
      },
      {
        name: '碰巧同字的是别的机关',
        table: `
          # 青溪县发展和改革局主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 政策文件 | 县发改局制发的文件 | 实时更新 | 县发展和改革局 |
          | 2 | 园区建设 | 园区经济发展局的项目计划 | 实时更新 | 县发展和改革局 |
        `,
      },
    ],
    bad: [
      {
        name: '国动办写成国防办',
        table: `
          # 云岭市人民政府国防动员办公室主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 行政权力 | ⟦→市国动办⟧各科室行使的职权 | 实时更新 | 市人民政府国防动员办公室 |
          | 2 | 规范性文件 | 以⟦国防办⟧名义印发的规范性文件 | 实时更新 | 市人民政府国防动员办公室 |
        `,
        says: [
          '“国防办”与本目录对本机关的简称“市国动办”不一致，应当统一为“市国动办”。',
          '通用的简称在这里。',
        ],
        fixed: `
          # 云岭市人民政府国防动员办公室主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 行政权力 | 市国动办各科室行使的职权 | 实时更新 | 市人民政府国防动员办公室 |
          | 2 | 规范性文件 | 以市国动办名义印发的规范性文件 | 实时更新 | 市人民政府国防动员办公室 |
        `,
      },
      {
        name: '沿用改革以前的名称，写了两处只说一次',
        table: `
          # 云岭市生态环境局主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 行政权力 | ⟦市环保局⟧行使的职权 | 实时更新 | 市生态环境局 |
          | 2 | 规范性文件 | 市环保局制发的规范性文件 | 实时更新 | 市生态环境局 |
        `,
        says: [
          '“市环保局”（共2处）是机构改革以前的名称，应当写本机关现在的名称，如“市生态环境局”。',
        ],
        fixed: `
          # 云岭市生态环境局主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 行政权力 | 市生态环境局行使的职权 | 实时更新 | 市生态环境局 |
          | 2 | 规范性文件 | 市生态环境局制发的规范性文件 | 实时更新 | 市生态环境局 |
        `,
      },
    ],
  },

  *check({ catalogue }) {
    const agency = agencyOf(catalogue)
    if (agency === undefined) return
    const { forms, former } = usesOf(catalogue, agency)
    for (const uses of former.values()) {
      const expected = `${agency.level}${agency.words}${agency.suffix}`
      yield { message: 'former', ...told(uses, expected), fix: fixOf(uses, expected) } as const
    }
    const model = modelOf(forms, agency)
    if (model === undefined) return
    const expected = model.find(({ prefix }) => prefix !== '')?.words ?? model[0].words
    for (const [form, uses] of forms) {
      if (uses === model || agency.short.includes(form)) continue
      yield {
        message: 'differs',
        ...told(uses, expected),
        related: [{ message: 'usual', at: placeOf(model[0]) }],
        fix: fixOf(uses, expected),
      } as const
    }
  },
})

/** The body that a catalogue is the catalogue of. */
interface Agency {
  /** 市 of 云岭市教育局; empty when it is not told. */
  readonly level: string
  /** Without region and suffix: 国防动员. */
  readonly words: string
  /** 局, 委, 办, 厅 or the full form of these. */
  readonly suffix: string
  /** Short forms that are in common use. */
  readonly short: readonly string[]
  readonly former: readonly string[]
}

function agencyOf(catalogue: Catalogue): Agency | undefined {
  const name = withoutSpace(catalogue.agency ?? usualText(catalogue, 'subject') ?? '')
  const named = departmentOf(name)
  if (named === undefined) return undefined
  const { department, front, suffix } = named
  const region = front.replace(/(?:人民)?政府$/u, '')
  const level = levelOf(region.slice(-1) + department.name) && region.slice(-1)
  return {
    level,
    words: department.name,
    suffix,
    short: department.short,
    former: department.former ?? [],
  }
}

interface Use {
  readonly cell: Cell
  readonly span: Span
  /** The level before the short form: 市. */
  readonly prefix: string
  readonly words: string
}

type Uses = [Use, ...Use[]]

/** What stands before a short form that is not the end of a longer name: 以国防办名义, 经济发展局. */
const BEFORE_NAME = /(?:^|[^㐀-䶿一-鿿〇]|[以由为经与和及是向对按报在把将据被让送])$/u
/** What may stand before the name of a body of another level, of another place or of another time. */
const ANOTHER = /(?:[原各省州盟县区旗乡镇市级城]|国家|全国|中央)$/u
const SEARCHED = ['item.level1', 'item.level2', 'item.level3', 'content'] as const

function usesOf(catalogue: Catalogue, agency: Agency) {
  const short = shortForms(agency)
  const former = agency.former.join('|')
  const suffix = agency.suffix[0] ?? ''
  const shortPattern =
    short.length === 0 ? undefined : new RegExp(`(?:${short.join('|')})${suffix}`, 'gu')
  const formerPattern = former === '' ? undefined : new RegExp(`(?:${former})(?:局|委|办)`, 'gu')
  const found = { forms: new Map<string, Uses>(), former: new Map<string, Uses>() }
  const askew = askewEntries(catalogue)
  for (const entry of catalogue.entries) {
    if (askew.has(entry)) continue
    for (const role of SEARCHED) {
      const cell = entry.own(role)
      if (cell === undefined || cell.row !== entry.row) continue
      for (const use of findUses(cell, shortPattern, agency)) {
        add(found.forms, use.words.slice(use.prefix.length, -1), use)
      }
      // 人防办 without a level may be anybody's.
      for (const use of findUses(cell, formerPattern, agency)) {
        if (use.prefix !== '') add(found.former, use.words, use)
      }
    }
  }
  return found
}

/** Pairs of letters that the name could be cut down to: 国防 and 国动 of 国防动员. */
function shortForms({ words, short }: Agency): readonly string[] {
  const [first = '', ...others] = words.replace(/[和与及]/gu, '')
  const pairs = others.map((letter) => first + letter)
  const forms = new Set(others.length < 2 ? [] : [...pairs, ...short])
  forms.delete(words)
  return [...forms].sort((a, b) => b.length - a.length)
}

function* findUses(cell: Cell, pattern: RegExp | undefined, { level }: Agency): Iterable<Use> {
  if (pattern === undefined) return
  const { text } = cell
  let stretches: readonly Span[] | undefined
  for (const { 0: match, index } of text.matchAll(pattern)) {
    const before = text.slice(Math.max(0, index - 3), index)
    const prefix = level !== '' && before.endsWith(level) ? level : ''
    const ahead = before.slice(0, before.length - prefix.length)
    if (ANOTHER.test(ahead) || (prefix === '' && !BEFORE_NAME.test(ahead))) continue
    stretches ??= markedStretches(text, '“《〈')
    if (isInside(stretches, index)) continue
    const span = { start: index - prefix.length, end: index + match.length }
    yield { cell, span, prefix, words: `${prefix}${match}` }
  }
}

function add(uses: Map<string, Uses>, form: string, use: Use): void {
  const found = uses.get(form)
  if (found === undefined) uses.set(form, [use])
  else found.push(use)
}

/** The form to follow: one in common use, or else the one that stands there most. */
function modelOf(forms: ReadonlyMap<string, Uses>, { short }: Agency): Uses | undefined {
  const byCount = ([, a]: [string, Uses], [, b]: [string, Uses]) => b.length - a.length
  const [first, second] = [...forms].sort(byCount)
  const common = [...forms].filter(([form]) => short.includes(form)).sort(byCount)[0]
  if (common !== undefined) return common[1]
  if (first === undefined || second === undefined) return undefined
  return first[1].length > second[1].length ? first[1] : undefined
}

function told(uses: Uses, expected: string) {
  const [use] = uses
  const times = uses.length === 1 ? '' : `（共${uses.length}处）`
  return { data: { actual: use.words, times, expected }, at: placeOf(use), expected: [expected] }
}

function placeOf({ cell, span }: Use) {
  return { passage: cell, span }
}

function fixOf([first, ...others]: Uses, text: string): Fix {
  const edit = ({ cell, span }: Use) => replace(cell, span, text)
  return { safety: 'suggested', edits: [edit(first), ...others.map(edit)] }
}
