import type { Catalogue } from '../src/catalogue/catalogue.ts'
import { askewEntries } from '../src/catalogue/gaps.ts'
import { type Fix, replace } from '../src/fix/edit.ts'
import { type ChannelMark, channelOptions } from '../src/grammar/channel-list.ts'
import { defineRule } from '../src/rule/rule.ts'
import type { Cell } from '../src/table/model.ts'

export default defineRule({
  id: 'channel-mark-inconsistent',
  title: '勾选符号不统一',
  severity: 'info',
  certainty: 'likely',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'safe',
  once: { chosen: 'words', open: 'words' },
  basis: [
    {
      source: '国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见',
      article: '（国办发〔2019〕54号）',
      gist: '目录应当逐项写明公开渠道等要素，做到标准化、规范化。',
    },
  ],
  why: '同一张表里几种符号都表示选中，读者会以为它们各有各的意思。',
  how: '选中的一律用“■”，没有选的一律用“□”。',
  messages: {
    chosen: '“{actual}”{times}与本表其他各处表示选中的“{expected}”不一致，宜统一为“{expected}”。',
    open: '“{actual}”{times}与本表其他各处表示未选的“{expected}”不一致，宜统一为“{expected}”。',
  },
  examples: {
    good: [
      {
        name: '选中用■，未选用□',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开渠道和载体 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | ■政府网站 □两微一端 |
          | 2 | 招生计划 | 招生人数 | 实时更新 | ■政府网站 ■两微一端 |
        `,
      },
      {
        name: '通篇用别的符号，或者不用符号',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开渠道和载体 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | √政府网站 |
          | 2 | 招生计划 | 招生人数 | 实时更新 | √政府网站 √办事窗口 |
          | 3 | 招生结果 | 录取名单 | 实时更新 | 政府网站 |
        `,
      },
      {
        name: '表头说明了两种符号各有意思；别的栏里的符号不算',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开渠道和载体（“■”表示必选项，“▲”表示可选项） |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | ●政策文件 ○解读材料 | 实时更新 | ■政府网站 ▲两微一端 |
          | 2 | 招生计划 | ●招生人数 | 实时更新 | ■政府网站 |
        `,
      },
    ],
    bad: [
      {
        name: '一处用▲，其余用■；一处把□写成口字',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开渠道和载体 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | ■政府网站 □两微一端 □政府公报 |
          | 2 | 招生计划 | 招生人数 | 实时更新 | ⟦▲⟧政府网站 □两微一端 ■公开查阅点 |
          | 3 | 招生结果 | 录取名单 | 实时更新 | ■政府网站 ⟦口⟧两微一端 ▲公开查阅点 |
        `,
        says: [
          '“▲”（共2处）与本表其他各处表示选中的“■”不一致，宜统一为“■”。',
          '“口”与本表其他各处表示未选的“□”不一致，宜统一为“□”。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开渠道和载体 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | ■政府网站 □两微一端 □政府公报 |
          | 2 | 招生计划 | 招生人数 | 实时更新 | ■政府网站 □两微一端 ■公开查阅点 |
          | 3 | 招生结果 | 录取名单 | 实时更新 | ■政府网站 □两微一端 ■公开查阅点 |
        `,
      },
    ],
  },

  *check({ catalogue }) {
    const groups = [...marksOf(catalogue)]
    for (const message of ['chosen', 'open'] as const) {
      const marks = groups.filter(([, [{ mark }]]) => mark.isChosen === (message === 'chosen'))
      const [model, ...others] = marks.sort(
        ([a, { length: many }], [b, { length: few }]) => few - many || rank(a) - rank(b),
      )
      if (model === undefined) continue
      const [expected] = model
      for (const [actual, uses] of others) {
        if (isExplained(actual, catalogue)) continue
        const [{ cell, mark }] = uses
        const times = uses.length === 1 ? '' : `（共${uses.length}处）`
        yield {
          message,
          data: { actual, expected, times },
          at: { passage: cell, span: mark.span },
          expected: [expected],
          fix: fixOf(uses, expected),
        } as const
      }
    }
  },
})

interface Use {
  readonly cell: Cell
  readonly mark: ChannelMark
}

type Uses = [Use, ...Use[]]

/** The marks of the column of channels by symbol. */
function marksOf(catalogue: Catalogue): ReadonlyMap<string, Uses> {
  const askew = askewEntries(catalogue)
  const found = new Map<string, Uses>()
  for (const entry of catalogue.entries) {
    const cell = entry.own('channels')
    if (cell === undefined || cell.row !== entry.row || askew.has(entry)) continue
    for (const { mark, name } of channelOptions(cell.text)) {
      if (mark === undefined || name === '') continue
      const uses = found.get(mark.symbol)
      if (uses === undefined) found.set(mark.symbol, [{ cell, mark }])
      else uses.push({ cell, mark })
    }
  }
  return found
}

/** Of symbols that stand equally often, ■ and □ come first. */
function rank(symbol: string): number {
  return symbol === '■' || symbol === '□' ? 0 : 1
}

const EXPLAINED = /[“"'（(]?([■☑√✓✔▇▄▲◆●□☐○◻])[”"'）)]?\s?[:：]?(?:表示|代表|是指|指|为|是)/gu

/** Whether the header or a note gives a symbol a meaning of its own. */
function isExplained(symbol: string, { header, paragraphs }: Catalogue): boolean {
  return [...header, ...paragraphs].some(
    ({ text }) =>
      text.includes(symbol) && [...text.matchAll(EXPLAINED)].some(([, named]) => named === symbol),
  )
}

function fixOf([first, ...others]: Uses, text: string): Fix {
  const edit = ({ cell, mark }: Use) => replace(cell, mark.span, text)
  return { safety: 'safe', edits: [edit(first), ...others.map(edit)] }
}
