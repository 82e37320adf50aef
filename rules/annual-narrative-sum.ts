import { type Breakdown, breakdowns } from '../src/annual/breakdown.ts'
import { defineRule } from '../src/rule/rule.ts'

export default defineRule({
  id: 'annual-narrative-sum',
  title: '正文括号分项之和不等于总数',
  severity: 'error',
  certainty: 'certain',
  kinds: ['annual-report'],
  fix: 'none',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第六条',
      gist: '行政机关应当及时、准确地公开政府信息。',
    },
  ],
  why: '总数和分项对不上，读的人不知道哪个数是真的，整份报告的数字都会被怀疑。',
  how: '对照台账核实总数和各分项，改正错的一个；分项没有列全的，补上“其他”或者在前面写“其中”。',
  messages: {
    differs:
      '“{total}”后面各项相加为{sum}{unit}（{sums}），与总数相差{difference}{unit}，应当核对改正。',
    exceeds:
      '“{total}”里列出的各项相加为{sum}{unit}（{sums}），多于总数；各项没有重叠的，应当核对改正。',
    exceeded: '“{total}”里列出的“{part}”多于总数，应当核对改正。',
  },
  examples: {
    good: [
      {
        name: '加起来正好',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况

          全年公开信息1471条（工作动态57条，热点关注1180条，通知公告17条，其他信息217条）。
        `,
      },
      {
        name: '没有列全、不同单位、约数、可能重复计算的不报',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况

          全年公开信息612条（主要有政策文件28条、通知公告126条），其中工作动态391条。

          公开信息300条（政策文件28条、通知公告126条等），开展培训3次（156人次、12个科室）。

          发布信息200条（网站180条，微信公众号120条），回复来信近50封（咨询20封，建议10封）。

          办理申请18件（新收17件，上年结转1件，办结16件，结转下年度2件）。
        `,
      },
    ],
    bad: [
      {
        name: '分项之和与总数不同',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况

          全年公开信息⟦1471条（工作动态57条，热点关注1180条，通知公告17条，其他信息200条）⟧。
        `,
        says: ['“1471条”后面各项相加为1454条（57＋1180＋17＋200），与总数相差17条，应当核对改正。'],
      },
      {
        name: '其中的各项多于总数',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况

          收到申请⟦17件，其中自然人12件、商业企业8件⟧。办结⟦15件，其中予以公开16件⟧。
        `,
        says: [
          '“17件”里列出的各项相加为20件（12＋8），多于总数；各项没有重叠的，应当核对改正。',
          '“15件”里列出的“予以公开16件”多于总数，应当核对改正。',
        ],
      },
    ],
  },

  *check({ catalogue }) {
    for (const breakdown of breakdowns(catalogue)) {
      const { passage, span, total, unit, sum, value, kind, slack } = breakdown
      const difference = Number(Math.abs(sum - value).toFixed(4))
      if (difference <= slack) continue
      const at = { passage, span }
      const sums = sumOf(breakdown)
      if (kind === 'partial') {
        if (sum < value) continue
        const part = breakdown.parts.find((one) => one.value - value > slack)
        if (part === undefined) {
          // Parts may overlap without saying so.
          const doubt = { severity: 'warning', certainty: 'likely' } as const
          yield { message: 'exceeds', ...doubt, data: { total, sum, unit, sums }, at } as const
        } else {
          const name = `${part.label}${part.value}${unit}`
          yield { message: 'exceeded', data: { total, part: name }, at } as const
        }
        continue
      }
      // A list without 其他 may leave out what is small.
      const isDoubtful = kind === 'closed' && sum < value
      const doubt = isDoubtful ? ({ severity: 'warning', certainty: 'likely' } as const) : {}
      const data = { total, sum, unit, sums, difference }
      yield { message: 'differs', ...doubt, data, at } as const
    }
  },
})

function sumOf({ parts }: Breakdown): string {
  return parts.map(({ value }) => value).join('＋')
}
