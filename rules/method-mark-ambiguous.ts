import type { Catalogue } from '../src/catalogue/catalogue.ts'
import { askewEntries } from '../src/catalogue/gaps.ts'
import { replace } from '../src/fix/edit.ts'
import { isTick, saysYes } from '../src/grammar/tick.ts'
import { defineRule } from '../src/rule/rule.ts'
import type { Cell } from '../src/table/model.ts'
import { isBlank, withoutSpace } from '../src/text/normalise.ts'

export default defineRule({
  id: 'method-mark-ambiguous',
  title: '公开方式只打勾，没有主动、依申请之分',
  severity: 'warning',
  certainty: 'likely',
  kinds: ['catalogue', 'domain-catalogue'],
  fix: 'suggested',
  once: { bare: 'sentence', lost: 'sentence' },
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第十三条第二款',
      gist: '行政机关公开政府信息，采取主动公开和依申请公开的方式。',
    },
  ],
  why: '公开方式有主动公开和依申请公开两种，只打勾看不出选的是哪一种。',
  how: '改填“主动公开”或者“依申请公开”；也可以把该栏拆成“主动”“依申请”两栏再打勾。',
  messages: {
    bare: '“{label}”一栏{count}处都只打“{mark}”，表头没有分主动、依申请，应当改填“主动公开”“依申请公开”，或者把该栏分成两栏。',
    lost: '“{label}”一栏{count}处都只打“{mark}”，表头下面的“主动”“依申请”两栏没有标题，宜补上。',
    header: '表头在这里。',
  },
  examples: {
    good: [
      {
        name: '写的是文字',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开方式 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | 主动公开 |
          | 2 | 学籍信息 | 本人学籍 | 实时更新 | 依申请公开 |
        `,
      },
      {
        name: '分成了两栏',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 主动 | 依申请公开 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | √ |  |
          | 2 | 学籍信息 | 本人学籍 | 实时更新 |  | √ |
        `,
      },
      {
        name: '整栏空白，归缺失一类的规则管',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开方式 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 |  |
          | 2 | 学籍信息 | 本人学籍 | 实时更新 |  |
        `,
      },
      {
        name: '表头写明了是哪一种',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开方式（主动公开打√） |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | √ |
          | 2 | 招生计划 | 招生人数 | 实时更新 | √ |
        `,
      },
    ],
    bad: [
      {
        name: '主动公开事项目录里全栏打勾，一表一次',
        table: `
          # 云岭市教育局主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | ⟦→公开方式⟧ |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | ⟦✓⟧ |
          | 2 | 招生计划 | 招生人数 | 实时更新 | ✓ |
        `,
        says: [
          '“公开方式”一栏2处都只打“✓”，表头没有分主动、依申请，应当改填“主动公开”“依申请公开”，或者把该栏分成两栏。',
          '表头在这里。',
        ],
        fixed: `
          # 云岭市教育局主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开方式 |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | 主动公开 |
          | 2 | 招生计划 | 招生人数 | 实时更新 | 主动公开 |
        `,
      },
      {
        name: '题目没有说是主动公开，不替人选',
        table: `
          # 云岭市教育局政府信息公开目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | ⟦→公开方式⟧ |
          | --- | --- | --- | --- | --- |
          | 1 | 招生政策 | 政策文件 | 实时更新 | ⟦√⟧ |
          | 2 | 招生计划 | 招生人数 | 实时更新 | √ |
        `,
        says: [
          '“公开方式”一栏2处都只打“√”，表头没有分主动、依申请，应当改填“主动公开”“依申请公开”，或者把该栏分成两栏。',
          '表头在这里。',
        ],
      },
      {
        name: '表头下面本来有两栏，标题丢了，只作提示',
        format: 'tsv',
        table: `
          序号	公开事项	公开内容	公开时限	公开主体	⟦→公开方式⟧		备注
          1	招生政策	政策文件	实时更新	市教育局	⟦√⟧		
          2	招生计划	招生人数	实时更新	市教育局	√		
        `,
        says: [
          '“公开方式”一栏2处都只打“√”，表头下面的“主动”“依申请”两栏没有标题，宜补上。',
          '表头在这里。',
        ],
      },
    ],
  },

  *check({ catalogue }) {
    const { layout } = catalogue
    const column = layout.column('method')
    if (column === undefined || layout.has('method.proactive') || layout.has('method.onRequest')) {
      return
    }
    if (/主动|依申请/u.test(column.label)) return
    const marks = bareMarks(catalogue)
    const [first] = marks
    const header = catalogue.header.find(
      (cell) => cell.column <= column.index && column.index < cell.column + cell.columnSpan,
    )
    if (first === undefined || header === undefined) return
    const data = { label: '公开方式', count: marks.length, mark: withoutSpace(first.text) }
    const told = {
      data,
      at: { passage: first },
      related: [{ message: 'header', at: { passage: header } }],
    } as const
    const isLost = header.columnSpan > 1 || layout.columns[column.index + 1]?.label === ''
    if (isLost) {
      yield { message: 'lost', ...told, severity: 'info' }
      return
    }
    yield { message: 'bare', ...told, ...(isProactiveByTitle(catalogue) && fixOf(marks)) }
  },
})

/** The cells of 公开方式, where each that says anything holds only a tick; else none. */
function bareMarks(catalogue: Catalogue): readonly Cell[] {
  const askew = askewEntries(catalogue)
  const marks: Cell[] = []
  for (const entry of catalogue.entries) {
    const cell = entry.own('method')
    if (cell === undefined || cell.row !== entry.row || isBlank(cell.text) || askew.has(entry)) {
      continue
    }
    if (isTick(cell.text)) marks.push(cell)
    else if (saysYes(cell.text)) return []
  }
  return marks
}

function isProactiveByTitle({ title }: Catalogue): boolean {
  const text = withoutSpace(title?.text ?? '')
  return text.includes('主动公开') && !text.includes('依申请')
}

function fixOf(marks: readonly Cell[]) {
  const edit = (cell: Cell) => replace(cell, { start: 0, end: cell.text.length }, '主动公开')
  const [first, ...others] = marks.map(edit)
  return first && ({ fix: { safety: 'suggested', edits: [first, ...others] } } as const)
}
