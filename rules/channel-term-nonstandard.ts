import type { Catalogue } from '../src/catalogue/catalogue.ts'
import { askewEntries } from '../src/catalogue/gaps.ts'
import { type Fix, replace } from '../src/fix/edit.ts'
import { channelOptions } from '../src/grammar/channel-list.ts'
import { defineRule } from '../src/rule/rule.ts'
import { CHANNELS, SYNONYMS } from '../src/rule/vocabulary/channels.ts'
import type { Cell } from '../src/table/model.ts'
import { editDistance } from '../src/text/distance.ts'
import type { Span } from '../src/text/span.ts'

export default defineRule({
  id: 'channel-term-nonstandard',
  title: '渠道名称不统一',
  severity: 'info',
  certainty: 'likely',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'suggested',
  once: { synonym: 'words', near: 'words' },
  supersedes: ['text-rare-variant'],
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第二十三条',
      gist: '主动公开的信息通过政府公报、政府网站或者其他互联网政务媒体、新闻发布会以及报刊、广播、电视等途径公开。',
    },
  ],
  why: '同一渠道有两个名称，公众会以为是两个地方，按渠道汇总时也对不上。',
  how: '同一渠道全表用一个名称。',
  messages: {
    synonym: '“{actual}”{times}与本表其他各处的“{expected}”指的是同一渠道，宜统一为“{expected}”。',
    near: '“{actual}”在本表只此一处，与其他各处的“{expected}”只差一个字，宜核对是否写错。',
  },
  examples: {
    good: [
      {
        name: '全表一个名称，用哪一个都可以',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开渠道和载体 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | ■政府网站 ■两微一端 ■纸质载体 |
          | 2 | 招生计划 | 招生人数 | 实时更新 | ■政府网站 □两微一端 ■政府服务中心 |
        `,
      },
      {
        name: '同一格里并列，是两个选项；“其他”后面的名称随本地',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开渠道和载体 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | ■政府网站 □两微一端 ■政务新媒体 |
          | 2 | 招生计划 | 招生人数 | 实时更新 | ■政府网站 ■两微一端 ■其他：行政服务中心公告栏 |
          | 3 | 招生结果 | 录取名单 | 实时更新 | ■政府网站 ■政务服务中心 ■乡镇公示栏 ■村公示栏 |
        `,
      },
    ],
    bad: [
      {
        name: '政务新媒体与两微一端混用',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开渠道和载体 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | ■政府网站 ■政务新媒体 |
          | 2 | 招生计划 | 招生人数 | 实时更新 | ■政府网站 ■⟦两微一端⟧ |
          | 3 | 招生结果 | 录取名单 | 实时更新 | ■政府网站 ■政务新媒体 |
        `,
        says: ['“两微一端”与本表其他各处的“政务新媒体”指的是同一渠道，宜统一为“政务新媒体”。'],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开渠道和载体 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | ■政府网站 ■政务新媒体 |
          | 2 | 招生计划 | 招生人数 | 实时更新 | ■政府网站 ■政务新媒体 |
          | 3 | 招生结果 | 录取名单 | 实时更新 | ■政府网站 ■政务新媒体 |
        `,
      },
      {
        name: '只有一处差一个字，提请核对',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开渠道和载体 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | 政府网站、公开查阅点 |
          | 2 | 招生计划 | 招生人数 | 实时更新 | 政府网站、⟦公开查阅处⟧ |
          | 3 | 招生结果 | 录取名单 | 实时更新 | 政府网站、公开查阅点 |
          | 4 | 招生范围 | 服务片区 | 实时更新 | 政府网站、公开查阅点 |
        `,
        says: ['“公开查阅处”在本表只此一处，与其他各处的“公开查阅点”只差一个字，宜核对是否写错。'],
      },
    ],
  },

  *check({ catalogue }) {
    const terms = termsOf(catalogue)
    for (const group of SYNONYMS) {
      const used = group.flatMap((name) => terms.get(name) ?? [])
      if (used.length < 2 || standTogether(used)) continue
      const [model, ...others] = used.sort((a, b) => b.uses.length - a.uses.length)
      if (model === undefined) continue
      for (const { name, uses } of others) {
        const times = uses.length === 1 ? '' : `（共${uses.length}处）`
        yield {
          message: 'synonym',
          data: { actual: name, expected: model.name, times },
          at: placeOf(uses[0]),
          expected: [model.name],
          fix: fixOf(uses, model.name),
        } as const
      }
    }
    const usual = CHANNELS.flatMap((name) => terms.get(name) ?? []).filter(
      ({ uses }) => uses.length >= LEAST_USES,
    )
    for (const { name, uses } of terms.values()) {
      if (uses.length > 1 || KNOWN.has(name)) continue
      const near = usual.find((other) => isNear(name, other.name))
      if (near === undefined) continue
      const data = { actual: name, expected: near.name }
      yield { message: 'near', data, at: placeOf(uses[0]), certainty: 'hint' } as const
    }
  },
})

/** A channel that stands as often in a catalogue is what its clerk means. */
const LEAST_USES = 3
const KNOWN: ReadonlySet<string> = new Set([...CHANNELS, ...SYNONYMS.flat()])

interface Use {
  readonly cell: Cell
  readonly span: Span
}

interface Term {
  readonly name: string
  readonly uses: [Use, ...Use[]]
}

function termsOf(catalogue: Catalogue): ReadonlyMap<string, Term> {
  const askew = askewEntries(catalogue)
  const terms = new Map<string, Term>()
  for (const entry of catalogue.entries) {
    const cell = entry.own('channels')
    if (cell === undefined || cell.row !== entry.row || askew.has(entry)) continue
    for (const { name, span } of channelOptions(cell.text)) {
      const term = terms.get(name)
      if (term === undefined) terms.set(name, { name, uses: [{ cell, span }] })
      else term.uses.push({ cell, span })
    }
  }
  return terms
}

/** Whether a cell offers two of the names, which are then two channels to whoever wrote it. */
function standTogether(terms: readonly Term[]): boolean {
  const seen = new Set<Cell>()
  for (const { uses } of terms) {
    const cells = new Set(uses.map(({ cell }) => cell))
    for (const cell of cells) {
      if (seen.has(cell)) return true
      seen.add(cell)
    }
  }
  return false
}

function isNear(name: string, other: string): boolean {
  return name.length >= 5 && name.length === other.length && editDistance(name, other, 1) === 1
}

function placeOf({ cell, span }: Use) {
  return { passage: cell, span }
}

function fixOf([first, ...others]: Term['uses'], text: string): Fix {
  const edit = ({ cell, span }: Use) => replace(cell, span, text)
  return { safety: 'suggested', edits: [edit(first), ...others.map(edit)] }
}
