import type { Catalogue } from '../src/catalogue/catalogue.ts'
import { askewEntries } from '../src/catalogue/gaps.ts'
import { type Phrase, squeeze } from '../src/grammar/deadline/squeezed.ts'
import { isInside, markedStretches } from '../src/grammar/marks.ts'
import { defineRule } from '../src/rule/rule.ts'
import type { Cell } from '../src/table/model.ts'
import { isBlank } from '../src/text/normalise.ts'

export default defineRule({
  id: 'content-is-work-requirement',
  title: '公开内容写成工作要求',
  severity: 'info',
  certainty: 'likely',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'none',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第十二条第三款',
      gist: '政府信息公开目录包括政府信息的索引、名称、内容概述、生成日期等内容。',
    },
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第二十二条',
      gist: '行政机关依照第二十条、第二十一条，确定主动公开政府信息的具体内容。',
    },
  ],
  why: '“完善机制、建设平台”是给机关提的要求，公众从中看不出能查到什么。',
  how: '写信息的名称和要素，如“各岗位的廉政风险点、风险等级和防控措施”。',
  messages: {
    task: '“{actual}”写的是工作要求，没有说公开哪些信息，宜改写成信息的名称和要素。',
  },
  examples: {
    good: [
      {
        name: '写的是信息',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 权责清单 | 权力名称、设定依据、追责情形 | 实时更新 |
          | 2 | 优化营商环境 | 推进营商环境建设的政策文件和工作情况 | 实时更新 |
          | 3 | 应急管理 | 加强应急值守的通知、公告，应急体系建设规划 | 实时更新 |
          | 4 | 建设项目 | 建设项目的名称、地点、规模 | 实时更新 |
          | 5 | 行政执法 | 公开行政执法职责、执法依据、执法程序等信息 | 实时更新 |
        `,
      },
      {
        name: '引用的话和题名；很短的名称',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 政策文件 | 《推进政务公开信息化平台和数据资源管理服务体系建设》 | 实时更新 |
          | 2 | 工作动态 | “完善基层政务公开信息化平台和共享共用管理机制”专栏 | 实时更新 |
          | 3 | 社会组织 | 加强社会组织管理 | 实时更新 |
        `,
      },
    ],
    bad: [
      {
        name: '照抄工作任务',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 政策文件 | ⟦健全基层便民服务机制，建设覆盖城乡、运转顺畅的服务体系⟧。 | 实时更新 |
          | 2 | 廉政风险防控图 | 权力名称、办理流程等 ⟦以规范权力为重点，构建环节清楚、责任到人的风险防控机制⟧ | 实时更新 |
        `,
        says: [
          '“健全基层便民服务机制，建设覆盖城乡、运转顺畅的服务体系”写的是工作要求，没有说公开哪些信息，宜改写成信息的名称和要素。',
          '“以规范权力为重点，构建环节清楚、责任到人的风险防控机制”写的是工作要求，没有说公开哪些信息，宜改写成信息的名称和要素。',
        ],
      },
    ],
  },

  *check({ catalogue }) {
    for (const cell of contents(catalogue)) {
      for (const { text, span } of tasks(cell.text)) {
        yield { message: 'task', data: { actual: text }, at: { passage: cell, span } }
      }
    }
  },
})

/** The cells that tell the content. */
function* contents(catalogue: Catalogue): Iterable<Cell> {
  const askew = askewEntries(catalogue)
  for (const entry of catalogue.entries) {
    if (askew.has(entry) || askew.has(entry.head)) continue
    const own = entry.own('content')
    if (own?.row === entry.row && !isBlank(own.text)) yield own
  }
}

// 完善…… · 以……为核心，
const START =
  /(?:进一步)?(?:完善|建立健全|健全|推进|推动|加强|强化|构建|深化|以[^,。;、]{2,20}为(?:核心|基础|抓手|目标|导向|重点|主线|统领|引领))/gu
/** How a task ends: with what is to be built or bettered. */
const END =
  /(?:平台|库|机制|体系|制度|系统|格局|环境|水平|能力|力度|工作|建设|服务|效能|质量|效率|管理|监管|落实|发展|保障)$/u
/** What can be published, or is. */
const INFORMATION =
  /信息|名单|文件|情况|目录|报告|标准|结果|表|方案|规划|计划|办法|清单|数据|指南|公告|公示|公布|发布|名录|名称|意见|通知|政策|举措|内容/u
/** Words that only hold such a word. */
const NO_INFORMATION =
  /信息化|标准化|数据化|信息(?:公开)?平台|信息系统|信息库|(?:政策)?文件库|数据库|数据平台|数据资源|信息资源/gu
const SHORTEST = 14
const LONGEST = 200

/** Sentences that tell what the agency is to do, and not what it publishes. */
function* tasks(text: string): Iterable<Phrase> {
  if (text.length < SHORTEST) return
  const squeezed = squeeze(text)
  const quoted = markedStretches(squeezed.text, '《〈“')
  let from = 0
  for (const { index } of squeezed.text.matchAll(START)) {
    if (index < from || isInside(quoted, index) || !beginsSentence(text, squeezed, index)) continue
    const rest = squeezed.text.slice(index, index + LONGEST + 1)
    const end = /[。;]/u.exec(rest)?.index ?? rest.length
    from = index + end
    const task = rest.slice(0, end)
    if (task.length < SHORTEST || task.length > LONGEST || !END.test(task)) continue
    if (INFORMATION.test(task.replace(NO_INFORMATION, ''))) continue
    yield squeezed.phrase(index, index + end)
  }
}

/** Whether a sentence begins here, or a paragraph that lost its line break. */
function beginsSentence(
  text: string,
  { text: words, phrase }: ReturnType<typeof squeeze>,
  index: number,
): boolean {
  const before = words[index - 1]
  if (before === undefined || /[。;:)●○■]/u.test(before)) return true
  if (/[\d.、]/u.test(before))
    return /(?:^|[。;])[(（]?\d{1,2}[.、)]$/u.test(words.slice(Math.max(0, index - 5), index))
  const { start } = phrase(index, index + 1).span
  return /[㐀-䶿一-鿿]/u.test(before) && /\s/u.test(text[start - 1] ?? '')
}
