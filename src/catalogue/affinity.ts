import { withoutSpace } from '../text/normalise.ts'
import type { Role } from './role.ts'
import { type Shape, shapeOf } from './shape.ts'

/**
 * What a cell looks like, told by its own text alone: `body` is the name of an agency or office; the
 * last three are words in place of a tick.
 */
export type Look = Shape | 'body' | 'cited' | 'outlets' | Manner
type Manner = 'audience' | 'method' | 'level'

const BODY =
  /^[㐀-䶿一-鿿〇（）()、，,;；/\s]{2,60}(?:局|委|委员会|办|办公室|政府|部门|单位|科|股|处|室|中心|站|所|队|院|校|学校|镇|乡|街道|机构|公司|厅|署)$/u
const OUTLETS =
  /网站|公众号|公示栏|公告栏|宣传栏|公开栏|微博|微信|广播|电视|报刊|新媒体|办事大厅|服务中心|服务大厅|显示屏|公共查阅点|门户/u
const MANNERS: readonly (readonly [RegExp, Manner])[] = [
  [/^(?:主动公开|主动|依申请公开|依申请)/u, 'method'],
  [/^(?:全社会|社会公众|特定(?:群体|群众))/u, 'audience'],
  [/^(?:县级|乡级|镇级|乡镇级)/u, 'level'],
]

/** The look of a text. Only the beginning of a long one is looked at. */
export function lookOf(text: string): Look {
  const packed = withoutSpace(text.slice(0, LONGEST))
  const shape = shapeOf(packed)
  if (shape !== 'prose' && shape !== 'words') return shape
  const manner = packed.length <= 16 && MANNERS.find(([pattern]) => pattern.test(packed))
  if (manner) return manner[1]
  if (packed.length <= 40 && OUTLETS.test(packed)) return 'outlets'
  if (packed.length <= 30 && BODY.test(packed)) return 'body'
  if (/《[^》]+》|〔(?:19|20)\d\d〕/u.test(packed.slice(0, 200))) return 'cited'
  return shape
}

const LONGEST = 2000

type Scores = Readonly<Record<Exclude<Look, 'blank' | Manner> | 'manner', number>>

const NAME: Scores = {
  ...{ number: -1, citation: -3, deadline: -4, channels: -4, tick: -4, prose: -1.5, words: 1 },
  ...{ body: -0.5, cited: -1.5, outlets: -0.5, manner: -1.5 },
}
const TICKS: Scores = {
  ...{ number: -2, citation: -4, deadline: -4, channels: -4, tick: 2, prose: -2, words: -1 },
  ...{ body: -2, cited: -4, outlets: -3, manner: 2.5 },
}
const ANY: Scores = {
  ...{ number: 0, citation: 0, deadline: 0, channels: 0, tick: 0, prose: 0, words: 0 },
  ...{ body: 0, cited: 0, outlets: 0, manner: 0 },
}

/**
 * How much a look speaks for a column (positive) or against it (negative): about the logarithm, to
 * the base two, of how much oftener it stands there than anywhere else in real catalogues.
 */
const AFFINITIES: Readonly<Record<Role, Scores>> = {
  seq: {
    ...{ number: 3, citation: -4, deadline: -4, channels: -4, tick: -4, prose: -4, words: -4 },
    ...{ body: -4, cited: -4, outlets: -4, manner: -4 },
  },
  'item.level1': NAME,
  'item.level2': NAME,
  'item.level3': NAME,
  content: {
    ...{ number: -3, citation: -2, deadline: -3, channels: -1.5, tick: -4, prose: 1.5, words: 0.5 },
    ...{ body: -1, cited: 0.5, outlets: 0, manner: -2 },
  },
  basis: {
    ...{ number: -3, citation: 4, deadline: -4, channels: -4, tick: -4, prose: -1, words: -1 },
    ...{ body: -3, cited: 2.5, outlets: -2, manner: -3 },
  },
  deadline: {
    ...{ number: -2, citation: -4, deadline: 4, channels: -4, tick: -4, prose: -1.5, words: -0.5 },
    ...{ body: -3, cited: -3, outlets: -3, manner: -3 },
  },
  subject: {
    ...{ number: -3, citation: -4, deadline: -4, channels: -3, tick: -4, prose: -2, words: 0 },
    ...{ body: 3, cited: -3, outlets: -2, manner: -3 },
  },
  channels: {
    ...{ number: -3, citation: -4, deadline: -4, channels: 4, tick: -2, prose: 0, words: 0 },
    ...{ body: -1.5, cited: -3, outlets: 2.5, manner: -3 },
  },
  'audience.public': TICKS,
  'audience.specific': TICKS,
  method: TICKS,
  'method.proactive': TICKS,
  'method.onRequest': TICKS,
  'level.county': TICKS,
  'level.township': TICKS,
  'indicator.level1': ANY,
  'indicator.level2': ANY,
  leadOffice: ANY,
  supportOffice: ANY,
  remark: ANY,
  other: ANY,
}

/** How much a look speaks for a column or against it, from -4 to 4; blanks say nothing. */
export function affinity(look: Look, role: Role): number {
  switch (look) {
    case 'blank':
      return 0
    case 'audience':
    case 'method':
    case 'level': {
      // 主动公开 may stand where a tick does, but is at home below 公开方式 alone.
      const { manner } = AFFINITIES[role]
      return role.startsWith(look) ? manner : Math.min(manner, 0)
    }
    default:
      return AFFINITIES[role][look]
  }
}
