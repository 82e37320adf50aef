import { editionOf } from '../src/annual/edition.ts'
import { partsOf, textOf } from '../src/annual/parts.ts'
import { REPORT_FORM } from '../src/rule/report-form.ts'
import { defineRule } from '../src/rule/rule.ts'
import { withoutSpace } from '../src/text/normalise.ts'

export default defineRule({
  id: 'annual-overall-aspect-missing',
  title: '总体情况缺少规定方面',
  severity: 'warning',
  certainty: 'likely',
  kinds: ['annual-report'],
  fix: 'none',
  basis: [
    {
      source: REPORT_FORM,
      article: '（国办公开办函〔2021〕30号）',
      gist: '“总体情况”写主动公开、依申请公开、政府信息管理、政府信息公开平台建设和监督保障等方面。',
    },
  ],
  why: '规定的五个方面少写一个，这方面做了什么就没有报告；内容遗漏的，上级会退回补正。',
  how: '在“总体情况”里补写这个方面；没有新进展的，也写明现状。',
  messages: {
    missing: '“总体情况”里没有看到{aspects}的内容，应当补写。',
  },
  examples: {
    good: [
      {
        name: '分五个方面写',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况

          （一）主动公开方面。全年公开信息12条。

          （二）依申请公开方面。没有收到申请。

          （三）政府信息管理方面。修订了发布审核办法。

          （四）政府信息公开平台建设方面。改版了网站专栏。

          （五）监督保障方面。开展培训两次。

          二、主动公开政府信息情况
        `,
      },
      {
        name: '不分方面，一段话里都说到了',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况

          2025年，我局在网站发布信息12条，没有收到公开申请，对规范性文件作了清理，年底进行了考核。

          二、主动公开政府信息情况
        `,
      },
      {
        name: '标题下面的文字没有读到',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况

          二、主动公开政府信息情况
        `,
      },
    ],
    bad: [
      {
        name: '缺两个方面',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          ⟦一、总体情况⟧

          2025年，我局在网站主动公开信息12条，公开指南随时更新。收到申请1件，按时作了答复。

          二、主动公开政府信息情况
        `,
        says: ['“总体情况”里没有看到“政府信息管理”“监督保障”的内容，应当补写。'],
      },
    ],
  },

  *check({ catalogue }) {
    if (editionOf(catalogue) !== '2021') return
    const overview = partsOf(catalogue).find(({ form }) => form.key === 'overview')
    if (overview === undefined || overview.body.length === 0) return
    const words = overview.body.map((stretch) => withoutSpace(textOf(stretch))).join('\n')
    const headed = new Set(words.match(HEADED)?.map(aspectOf))
    const missing = ASPECTS.filter(([name, pattern, own]) =>
      // Where the aspects have headings, one that has none must at least be named.
      headed.size >= 3 && !headed.has(name) ? !own.test(words) : !pattern.test(words),
    )
    if (missing.length === 0) return
    const aspects = missing.map(([name]) => `“${name}”`).join('')
    const { passage, span } = overview.heading
    yield { message: 'missing', data: { aspects }, about: aspects, at: { passage, span } } as const
  },
})

/** （三）政府信息管理方面。 · 一是政府信息管理 */
const HEADED =
  /(?:[（(][一二三四五六七][）)]|^[一二三四五六七]是|\d[.、．])(?:政府信息主动公开|主动公开|依申请公开|政府信息(?:资源)?(?:规范化|规范)?管理|(?:政府信息)?公开平台建设|平台建设|监督保障)/gmu

/** The aspect that a heading within the part is about. */
function aspectOf(heading: string): string {
  return ASPECTS.find(([, , own]) => own.test(heading))?.[0] ?? heading
}

/** The aspects, any words by which a report may speak of them, and those that name them. */
const ASPECTS: readonly (readonly [string, RegExp, RegExp])[] = [
  ['主动公开', /主动公开|公开(?:各类|政府|政务|工作)?信息|发布|公布|公示|\d+条/u, /主动公开/u],
  ['依申请公开', /申请/u, /申请/u],
  [
    '政府信息管理',
    /信息(?:的)?(?:资源)?管理|管理(?:制度|机制|办法|规定)|制度|审核|审查|保密|规范性文件|清理|目录|归档|台账|动态调整|全生命周期|流程/u,
    /信息(?:的)?(?:资源)?(?:规范化|规范)?管理|管理(?:制度|机制|办法|规定)|审核|审查|保密|清理|台账|动态调整|全生命周期/u,
  ],
  [
    '政府信息公开平台建设',
    /平台|网站|门户|公众号|微信|微博|新媒体|客户端|专栏|栏目|公开栏|公示栏|查阅|渠道|载体|阵地|APP/iu,
    /平台|网站|门户|公众号|微信|微博|新媒体|客户端|专栏|栏目|公开栏|公示栏|查阅|载体|阵地|APP/iu,
  ],
  [
    '监督保障',
    /监督|保障|考核|考评|评议|培训|领导小组|组织领导|责任|问责|督查|督促|检查|通报|专人|队伍|学习/u,
    /监督|保障|考核|考评|评议|培训|领导小组|组织领导|责任|问责|督查|督促|检查|通报|专人|队伍/u,
  ],
]
