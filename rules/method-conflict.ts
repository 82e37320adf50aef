import type { Catalogue, Entry } from '../src/catalogue/catalogue.ts'
import { askewEntries } from '../src/catalogue/gaps.ts'
import { saysYes } from '../src/grammar/tick.ts'
import { isOnRequest, listsProactiveOnly } from '../src/rule/method.ts'
import { itemName } from '../src/rule/missing.ts'
import { defineRule } from '../src/rule/rule.ts'
import type { Cell } from '../src/table/model.ts'
import { withoutSpace } from '../src/text/normalise.ts'

export default defineRule({
  id: 'method-conflict',
  title: '公开方式矛盾',
  severity: 'warning',
  certainty: 'likely',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'none',
  once: { several: 'column', misplacedAll: 'column' },
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第十三条第二款',
      gist: '行政机关公开政府信息，采取主动公开和依申请公开的方式。',
    },
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第二十七条',
      gist: '行政机关主动公开的以外，公民、法人或者其他组织可以申请获取相关政府信息。',
    },
  ],
  why: '已经主动公开的不必再申请，要申请才给的就不是主动公开；两种都标，公众不知道该等还是该要。',
  how: '只标一种；同一项里有的主动公开、有的依申请公开的，拆成两项分别标。主动公开目录里不列依申请公开的事项。',
  messages: {
    both: '“{item}”同时标了主动公开和依申请公开，应当只标一种；内容不同的，分成两项。',
    several:
      '有{count}项同时标了主动公开和依申请公开，如“{item}”，应当只标一种；内容不同的，分成两项。',
    split: '“{item}”同时标了主动公开和依申请公开，内容也分了两种情形，宜分成两项，各标一种。',
    misplaced: '目录题为主动公开，“{item}”却标为依申请公开，应当核对公开方式，或者移出本目录。',
    misplacedAll:
      '目录题为主动公开，却有{count}项标为依申请公开，如“{item}”，应当核对公开方式，或者移出本目录。',
    other: '另一种方式标在这里。',
  },
  examples: {
    good: [
      {
        name: '每项一种',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 主动 | 依申请公开 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | √ |  |
          | 2 | 学籍信息 | 本人学籍 | 实时更新 |  | √ |
        `,
      },
      {
        name: '另一栏打叉或者画线，是说没有',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 主动 | 依申请公开 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | √ | — |
          | 2 | 招生计划 | 招生人数 | 实时更新 | √ | × |
        `,
      },
      {
        name: '同一项的两行内容各标一种',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 主动 | 依申请公开 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 救助审批 | 审批结果 | 实时更新 | √ |  |
          |  |  | 申请材料 | 实时更新 |  | √ |
        `,
      },
      {
        name: '一栏里写明两种方式；信息公开目录里有依申请公开的事项',
        table: `
          # 青溪县政府信息公开目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开方式 |
          | --- | --- | --- | --- | --- |
          | 1 | 救助审批 | 审批结果主动公开，申请材料依申请公开 | 实时更新 | 主动公开、依申请公开 |
          | 2 | 会议纪要 | 纪要 | 实时更新 | 依申请公开 |
        `,
      },
    ],
    bad: [
      {
        name: '两栏都打勾',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 主动 | 依申请公开 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | ⟦√⟧ | ⟦→√⟧ |
          | 2 | 招生计划 | 招生人数 | 实时更新 | √ |  |
        `,
        says: [
          '“招生政策”同时标了主动公开和依申请公开，应当只标一种；内容不同的，分成两项。',
          '另一种方式标在这里。',
        ],
      },
      {
        name: '内容分了两种情形，只作提示',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 主动 | 依申请公开 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 救助审批 | 1.审批结果；2.申请材料（依申请公开） | 实时更新 | ⟦√⟧ | ⟦→√⟧ |
        `,
        says: [
          '“救助审批”同时标了主动公开和依申请公开，内容也分了两种情形，宜分成两项，各标一种。',
          '另一种方式标在这里。',
        ],
      },
      {
        name: '很多项都这样，合起来说一次',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 主动 | 依申请公开 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | ⟦√⟧ | √ |
          | 2 | 招生计划 | 招生人数 | 实时更新 | √ | √ |
          | 3 | 招生范围 | 服务片区 | 实时更新 | √ | √ |
          | 4 | 招生结果 | 录取名单 | 实时更新 | √ | √ |
        `,
        says: [
          '有4项同时标了主动公开和依申请公开，如“招生政策”，应当只标一种；内容不同的，分成两项。',
        ],
      },
      {
        name: '主动公开目录里的依申请公开事项',
        table: `
          # 青溪县教育局主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开方式 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | 主动公开 |
          | 2 | 会议纪要 | 纪要 | 实时更新 | ⟦依申请公开⟧ |
        `,
        says: ['目录题为主动公开，“会议纪要”却标为依申请公开，应当核对公开方式，或者移出本目录。'],
      },
      {
        name: '主动公开目录里有很多依申请公开的事项',
        table: `
          # 青溪县教育局主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开方式 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | ⟦依申请公开⟧ |
          | 2 | 会议纪要 | 纪要 | 实时更新 | 依申请公开 |
          | 3 | 内部简报 | 简报 | 实时更新 | 依申请公开 |
          | 4 | 统计台账 | 台账 | 实时更新 | 依申请公开 |
        `,
        says: [
          '目录题为主动公开，却有4项标为依申请公开，如“招生政策”，应当核对公开方式，或者移出本目录。',
        ],
      },
    ],
  },

  *check({ catalogue }) {
    const both: Marked[] = []
    for (const marked of markedTwice(catalogue)) {
      if (!isSplit(marked.entry)) both.push(marked)
      else yield { message: 'split', ...told(marked), severity: 'info', certainty: 'hint' } as const
    }
    const [first] = both
    if (first !== undefined && both.length > MOST_TOLD) {
      const data = { count: both.length, item: itemName(first.entry.head) }
      yield { message: 'several', data, at: { passage: first.proactive } } as const
    } else for (const marked of both) yield { message: 'both', ...told(marked) } as const

    if (!listsProactiveOnly(catalogue)) return
    const misplaced = onRequest(catalogue)
    const [one] = misplaced
    if (one !== undefined && misplaced.length > MOST_TOLD) {
      const data = { count: misplaced.length, item: itemName(one.entry.head) }
      yield { message: 'misplacedAll', data, at: { passage: one.cell } } as const
    } else {
      for (const { entry, cell } of misplaced) {
        const data = { item: itemName(entry.head) }
        yield { message: 'misplaced', data, at: { passage: cell } } as const
      }
    }
  },
})

const LEVELS = ['item.level1', 'item.level2', 'item.level3'] as const

/** Where more items have the same fault it is told once. */
const MOST_TOLD = 3

interface Marked {
  readonly entry: Entry
  readonly proactive: Cell
  readonly request: Cell
}

/** Lines that have a mark under both methods, those under one merged mark once. */
function* markedTwice(catalogue: Catalogue): Iterable<Marked> {
  const askew = askewEntries(catalogue)
  for (const entry of catalogue.entries) {
    const proactive = entry.own('method.proactive')
    const request = entry.own('method.onRequest')
    if (proactive === undefined || request === undefined || proactive === request) continue
    if (askew.has(entry) || (proactive.row !== entry.row && request.row !== entry.row)) continue
    if (saysYes(proactive.text) && saysYes(request.text)) yield { entry, proactive, request }
  }
}

/** Whether the content itself says what is published and what is given on request. */
function isSplit(entry: Entry): boolean {
  return /依申请|申请公开/u.test(withoutSpace(entry.text('content').slice(0, 5000)))
}

function told({ entry, proactive, request }: Marked) {
  return {
    data: { item: itemName(entry.head) },
    at: { passage: proactive },
    related: [{ message: 'other', at: { passage: request } }],
  } as const
}

function onRequest(catalogue: Catalogue): readonly { entry: Entry; cell: Cell }[] {
  const askew = askewEntries(catalogue)
  return catalogue.entries.flatMap((entry) => {
    const cell = entry.own('method.onRequest') ?? entry.own('method')
    if (cell === undefined || cell.row !== entry.row || !saysYes(cell.text)) return []
    // How to apply, and what became of applications, belongs into such a catalogue.
    if (askew.has(entry) || LEVELS.some((role) => /申请/u.test(entry.text(role)))) return []
    return isOnRequest(entry) ? [{ entry, cell }] : []
  })
}
