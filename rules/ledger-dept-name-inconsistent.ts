import type { Catalogue } from '../src/catalogue/catalogue.ts'
import { type Fix, replace } from '../src/fix/edit.ts'
import { type Kinship, kinshipOf } from '../src/grammar/office.ts'
import { type NamedOffice, officesOf } from '../src/rule/offices.ts'
import { defineRule } from '../src/rule/rule.ts'
import { grouped, timesText } from '../src/rule/wording.ts'

export default defineRule({
  id: 'ledger-dept-name-inconsistent',
  title: '责任单位名称不统一',
  severity: 'warning',
  certainty: 'likely',
  kinds: ['ledger'],
  fix: 'suggested',
  once: { both: 'words', several: 'words' },
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第六条',
      gist: '行政机关应当及时、准确地公开政府信息。',
    },
  ],
  why: '同一个处室写成两个名称，按单位汇总任务时会漏掉一部分，也会让人以为是两个处室。',
  how: '按机构编制文件核对名称，全表统一；确实是两个处室的，不用改。',
  messages: {
    several:
      '“{actual}”{times}与别处的“{expected}”{why}，像是同一处室的两种写法，应当核对统一，如“{expected}”。',
    both: '“{actual}”{times}与“{expected}”{why}，如果是同一处室，宜统一为一种。',
    other: '另一种写法在这里。',
  },
  examples: {
    good: [
      {
        name: '名称相近的两个处室：同一行里并列；序号不同；多一个实在的词',
        table: `
          # 青溪县民政局政务公开工作任务台账

          | 工作任务 | 牵头股室 | 配合股室 |
          | --- | --- | --- |
          | 更新公开目录 | 工程股 | 工程管理股 |
          | 编制年度报告 | 综合一股 | 综合二股 |
          | 发布政策解读 | 教育股 | 基础教育股 |
        `,
      },
      {
        name: '各处室、相关处室不是名称；换行和空格不算',
        format: 'tsv',
        table: `
          青溪县民政局政务公开工作任务台账

          工作任务	牵头股室	备注
          更新公开目录	"法规
          管理股"	相关股室配合
          编制年度报告	各股室（单位）	法规 管理股配合
          发布政策解读	法规管理股	有关股室（单位）配合
        `,
      },
    ],
    bad: [
      {
        name: '简称与全称混用',
        table: `
          # 云岭市民防办公室政务公开工作任务台账

          | 工作任务 | 牵头科室 | 备注 |
          | --- | --- | --- |
          | 更新公开目录 | ⟦→工程科⟧ |  |
          | 编制年度报告 | 办公室 | 工程科配合 |
          | 发布政策解读 | ⟦工程管理科⟧ |  |
        `,
        says: [
          '“工程管理科”与别处的“工程科”只差“管理”一类的字，像是同一处室的两种写法，应当核对统一，如“工程科”。',
          '另一种写法在这里。',
        ],
        fixed: `
          # 云岭市民防办公室政务公开工作任务台账

          | 工作任务 | 牵头科室 | 备注 |
          | --- | --- | --- |
          | 更新公开目录 | 工程科 |  |
          | 编制年度报告 | 办公室 | 工程科配合 |
          | 发布政策解读 | 工程科 |  |
        `,
      },
      {
        name: '缩写、级别写错',
        table: `
          # 云岭市民防办公室政务公开工作任务台账

          | 工作任务 | 牵头科室 | 备注 |
          | --- | --- | --- |
          | 更新公开目录 | ⟦→指挥通信科⟧ |  |
          | 编制年度报告 | ⟦→秘书科⟧ | ⟦指通科⟧配合 |
          | 发布政策解读 | 指挥通信科 | 秘书科配合 |
          | 检查政府网站 | 办公室 | ⟦秘书股⟧配合 |
        `,
        says: [
          '“指通科”与别处的“指挥通信科”是缩写与全称，像是同一处室的两种写法，应当核对统一，如“指挥通信科”。',
          '另一种写法在这里。',
          '“秘书股”与别处的“秘书科”只有级别不同，像是同一处室的两种写法，应当核对统一，如“秘书科”。',
          '另一种写法在这里。',
        ],
        fixed: `
          # 云岭市民防办公室政务公开工作任务台账

          | 工作任务 | 牵头科室 | 备注 |
          | --- | --- | --- |
          | 更新公开目录 | 指挥通信科 |  |
          | 编制年度报告 | 秘书科 | 指挥通信科配合 |
          | 发布政策解读 | 指挥通信科 | 秘书科配合 |
          | 检查政府网站 | 办公室 | 秘书科配合 |
        `,
      },
      {
        name: '写错一个字，正文式的台账也查',
        table: `
          # 云岭市民防办公室2026年政务公开工作任务分工

          1.更新公开目录。责任科室：⟦→指挥通信科⟧

          2.编制年度报告。责任科室：秘书科

          3.发布政策解读。责任科室：⟦指挥通讯科⟧、秘书科

          4.检查政府网站。责任科室：指挥通信科
        `,
        says: [
          '“指挥通讯科”与别处的“指挥通信科”只差一个容易写错的字，像是同一处室的两种写法，应当核对统一，如“指挥通信科”。',
          '另一种写法在这里。',
        ],
        fixed: `
          # 云岭市民防办公室2026年政务公开工作任务分工

          1.更新公开目录。责任科室：指挥通信科

          2.编制年度报告。责任科室：秘书科

          3.发布政策解读。责任科室：指挥通信科、秘书科

          4.检查政府网站。责任科室：指挥通信科
        `,
      },
      {
        name: '两种写法都出现多次，也许真有两个处室',
        table: `
          # 云岭市民防办公室政务公开工作任务台账

          | 工作任务 | 牵头科室 |
          | --- | --- |
          | 更新公开目录 | ⟦→工程管理科⟧ |
          | 编制年度报告 | ⟦工程科⟧ |
          | 发布政策解读 | 工程管理科 |
          | 检查政府网站 | 工程科 |
          | 回应公众关切 | 工程科 |
          | 办理公开申请 | 工程管理科 |
        `,
        says: [
          '“工程科”（共3处）与“工程管理科”只差“管理”一类的字，如果是同一处室，宜统一为一种。',
          '另一种写法在这里。',
        ],
      },
    ],
  },

  *check({ catalogue }) {
    for (const { stray, model, kinship } of pairsOf(catalogue)) {
      const [first] = stray.uses
      const data = {
        actual: stray.name,
        expected: model.name,
        times: timesText(stray.uses.length),
        why: WHY[kinship],
      }
      const related = [{ message: 'other', at: model.uses[0].at } as const]
      if (stray.uses.length >= OFTEN || kinship === 'inner') {
        yield {
          message: 'both',
          severity: 'info',
          certainty: 'hint',
          data,
          at: first.at,
          related,
        } as const
        continue
      }
      yield {
        message: 'several',
        data,
        at: first.at,
        expected: [model.name],
        related,
        fix: fixOf(stray, model.name),
      } as const
    }
  },
})

/** Written as often as this, a name is hardly a slip. */
const OFTEN = 3
/** More names stand only in a text made to be slow, or in a list of all bodies of a province. */
const MOST_NAMES = 300

const WHY: Readonly<Record<Kinship, string>> = {
  shorter: '只差“管理”一类的字',
  inner: '只差本单位的一个字',
  abbreviated: '是缩写与全称',
  misspelt: '只差一个容易写错的字',
  rank: '只有级别不同',
}

interface Name {
  readonly name: string
  readonly uses: readonly [NamedOffice, ...NamedOffice[]]
}

/** Names that are likely of one office: the odd one, and the one that is written more often. */
function* pairsOf(
  catalogue: Catalogue,
): Iterable<{ readonly stray: Name; readonly model: Name; readonly kinship: Kinship }> {
  const named = officesOf(catalogue).filter(({ isGeneric }) => !isGeneric)
  const names = [...grouped(named, ({ name }) => name)].map(
    (uses): Name => ({ name: uses[0].name, uses }),
  )
  if (names.length > MOST_NAMES) return
  const ranks = ranksOf(names)
  // The most frequent first, then the longest: the others are measured by them.
  const ordered = names.toSorted(
    (a, b) => b.uses.length - a.uses.length || b.name.length - a.name.length,
  )
  for (const stray of names) {
    for (const model of ordered.slice(0, ordered.indexOf(stray))) {
      const kinship = kinshipOf(stray.name, model.name)
      if (kinship === undefined || standTogether(stray, model)) continue
      if (kinship === 'rank' && ranks.filter((count) => count > 1).length > 1) continue
      yield { stray, model, kinship }
      break
    }
  }
}

/** How many names there are of each rank inside a body; one body has offices of one rank. */
function ranksOf(names: readonly Name[]): readonly number[] {
  return ['处', '科', '股'].map((rank) => names.filter(({ name }) => name.endsWith(rank)).length)
}

/** Whether one row names both, so that they are two. */
function standTogether(one: Name, other: Name): boolean {
  const lines = new Set(one.uses.map(({ line }) => line))
  return other.uses.some(({ line }) => lines.has(line))
}

function fixOf({ uses: [first, ...others] }: Name, text: string): Fix {
  const edit = ({ at: { passage, span } }: NamedOffice) => replace(passage, span, text)
  return { safety: 'suggested', edits: [edit(first), ...others.map(edit)] }
}
