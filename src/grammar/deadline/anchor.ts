import type { Slip } from './slip.ts'
import type { Phrase, Squeezed } from './squeezed.ts'

/** The event from which a deadline counts. */
export type Anchor =
  /**
   * `formed`: 信息形成或者变更 in all its variants; `application`: 收到申请; `event`: any other.
   * Without 之日起 or 后 after the event, it is not `linked`.
   */
  | (Phrase & { readonly kind: 'formed' | 'application' | 'event'; readonly linked: boolean })
  | { readonly kind: 'none' }

/** What the words before a number say. */
export interface Lead {
  readonly anchor: Anchor
  readonly slips: readonly Slip[]
  /** Where the anchor begins; where the lead ends when there is none. */
  readonly start: number
  /** The part of the content meant, as in 其中行政处罚事项应自…之日起. */
  readonly subject?: Phrase
  /** The 的 of 之日起的7个工作日内. */
  readonly surplus?: Phrase
}

/** Reads the words from `start` to before `end`, which stand right before a number. */
export function readLead(cell: Squeezed, start: number, end: number): Lead {
  const words = cell.text.slice(start, end)
  const { groups: tail = {} } = TAIL.exec(words) ?? {}
  const slips: Slip[] = []

  let stop = end - (tail.padding ?? '').length
  if (tail.stray !== undefined) {
    stop -= 1
    const from = Math.max(start, stop - 2)
    slips.push({ start: from, end: stop + 1, expected: cell.text.slice(from, stop) })
  }
  const link = (tail.link ?? tail.tornLink ?? '').length
  if (tail.tornLink !== undefined) {
    slips.push({ start: stop - link, end: stop, expected: '之日起' })
  }
  stop -= link

  const { subject, from } = readHead(cell, start, stop)
  const surplus = tail.padding?.startsWith('的') && link > 0
  const found = {
    ...(subject && { subject }),
    ...(surplus && { surplus: cell.phrase(stop + link, stop + link + 1) }),
  }
  if (from >= stop) return { anchor: { kind: 'none' }, slips, start: end, ...found }
  const event = cell.text.slice(from, stop)
  const { formed, slip } = readForming(event)
  if (slip) slips.unshift({ ...slip, start: from + slip.start, end: from + slip.end })
  const kind = formed ? 'formed' : APPLICATION.test(event) ? 'application' : 'event'
  const anchor = { kind, linked: link > 0, ...cell.phrase(from, stop) } as const
  return { anchor, slips, start: from, ...found }
}

/** Words between an event and a number that say how, not when. */
const MODIFIER =
  '(?:最[迟晚长多]|至迟|应当?|须|需|及时|原则上|一般|不得?(?:超过|[晚迟]于)|按照?(?:有关|相关)?规定|依法|(?:公开|公示|办理)?(?:时限|期限)[为是]?)'

const MODIFIERS_ONLY = new RegExp(`^(?:[的、(]|(?:${MODIFIER}|[在于]){0,4})$`, 'u')

/** Whether the words are nothing but 应当在, 最迟 and the like, and name no event. */
export function namesNoEvent(words: string): boolean {
  return MODIFIERS_ONLY.test(words)
}

// 信息产生 之日起   的     信息形成后 应在     变更 之日   信息形成 个
//         link padding         link padding      tornLink       stray
const TAIL = new RegExp(
  '(?:(?<link>之日起(?:计?算)?|(?<!\\d)[之时]?日[起后]|[之当]?时起|当[日天]起|次日起|之后|以后|起|后)' +
    '|(?<tornLink>之日[期其启气企]?|之[曰口目]?起|[只至]日起))?' +
    '(?<stray>(?<=[㐀-䶿一-鿿〇])个)?' +
    `(?<padding>的|[,、:(]{0,3}(?:${MODIFIER}|[在于]){0,4})$`,
  'u',
)

/** Words that begin with one of 自从在于 and are not prepositions. */
const HEAD = new RegExp(
  `^${MODIFIER}{0,3}(?:自从|自(?![然主愿查动来贸治身有建])|从(?![业事])|在(?![建线岗职编])|于)?`,
  'u',
)

// 批后公布 应   在  规划批准      执法决定信息     在  决定作出
// subject ought at  event       subject       at  event
const SUBJECT =
  /(?:(?:应当?|须|需)(?:自从|[自从在于])|(?<=信息|事项|结果|决定|内容|情况|公布|公示|公告)(?:自从|[自在])(?![然主愿查动来贸治身有建线岗职编]))/gu

/** What names a part of the content; 医疗卫生机构应当自… names who acts. */
const CONTENT = /^(?:其中|其[他它余])|(?:信息|事项|结果|决定|内容|情况|公布|公示|公告|许可|处罚)$/u

function readHead(cell: Squeezed, start: number, stop: number) {
  const words = cell.text.slice(start, stop)
  const head = HEAD.exec(words)?.[0].length ?? 0
  if (head > 0) return { from: start + head }
  const led = /^其中[,:]?/u.exec(words)?.[0].length ?? 0
  const parting = [...words.matchAll(SUBJECT)].at(-1)
  if (parting === undefined) {
    const narrows = led > 0 || /^其[他它余]/u.test(words)
    return { from: start + led, ...(narrows && { subject: cell.phrase(start + led, stop) }) }
  }
  const named = words.slice(0, parting.index)
  const from = start + parting.index + parting[0].length
  if (!CONTENT.test(named)) return { from }
  return { from, subject: cell.phrase(start + led, start + parting.index) }
}

/** 收到申请, 接到公民的政府信息公开申请 – not 收到征地批准文件, nor an application for a licence. */
const APPLICATION =
  /(?:[收接]到|收悉)(?:该|其)?(?:公民|申请人|当事人)?的?(?:书面|完整)?的?(?:依申请公开|(?:政府)?信息公开)?的?申请[书表件]?$/u

/** The verbs of the Regulation and of the ministries' templates, each of which may be misspelt. */
const CORE_VERBS = ['形成', '产生', '制作', '获取', '制定', '变更']

const VERBS = [
  ...CORE_VERBS,
  ...[
    '生成',
    '完成',
    '获得',
    '取得',
    '制订',
    '保存',
    '更新',
    '变动',
    '变化',
    '调整',
    '修改',
    '修订',
  ],
]

/** Sound or look alike, and so are typed for each other. */
const ALIKE: Readonly<Record<string, string>> = {
  形: '行型刑邢',
  成: '城诚程承呈戍',
  变: '便遍辨辩編',
  更: '跟根耕吏',
  获: '或货护',
  取: '去娶',
  产: '铲',
  生: '声升',
  制: '治志质致',
  作: '做坐座',
  定: '钉',
}

/** Real verbs one character off a core verb, before or after the character they share with it. */
const REAL_NEIGHBOURS: readonly string[] = [
  ...[...'完生达建组构编合汇促做制写变落养'].map((first) => `${first}成`),
  ...[...'发新衍派滋诞'].map((first) => `${first}生`),
  ...[...'操写创工合运协动拟'].map((first) => `${first}作`),
  ...[...'提采听收领调录选抽读换索夺支'].map((first) => `${first}取`),
  ...[...'确决拟审核认评商议签选指鉴划限规约厘暂裁判'].map((first) => `${first}定`),
  ...['变动', '变化', '变换', '变革', '变迁', '变为', '制订', '制发', '制造', '制备', '制表'],
  ...['形势', '形态', '形象', '形状', '变卖', '变现', '制度', '制约', '制止', '制品'],
  ...[
    '产出',
    '产品',
    '产业',
    '产权',
    '产量',
    '获奖',
    '获益',
    '获得',
    '获悉',
    '获知',
    '获批',
    '获准',
    '获评',
  ],
]

/** The part of an event between two of 或者、（）. */
interface Part {
  readonly start: number
  readonly text: string
  /** What is formed: 信息, nothing named, or something else such as 行政处罚决定. */
  readonly object: 'information' | 'none' | 'other'
  /** Where the verb, or what is left when 信息 is taken away, stands in the text. */
  readonly verbStart: number
  readonly verb: string
  readonly known: boolean
}

// 该政府信息形成 或者 变更      信息形成 ( 变更 ) 下发至本单位
const BETWEEN_PARTS = /(或者|或[都着]|以及|[或及和与并、/()…,])/u

/**
 * Whether an event is the forming or changing of information, and the slip in it. Of the verbs one
 * at most may be misspelt, and only when the other is right or the wrong character is alike to it:
 * 信息批复 and 信息发生 are events of their own.
 */
function readForming(event: string): { readonly formed: boolean; readonly slip?: Slip } {
  const parts = partsOf(event)
  const known = parts.filter((part) => part.known)
  const slip = slipIn(parts, known.length > 0) ?? connectiveSlip(event, known.length)
  const formed =
    known.length >= 2 ||
    slip !== undefined ||
    known.some(
      ({ object }) => object === 'information' || (object === 'none' && parts.length === 1),
    )
  return formed && slip ? { formed, slip } : { formed }
}

function partsOf(event: string): Part[] {
  const parts: Part[] = []
  let start = 0
  for (const [at, text] of event.split(BETWEEN_PARTS).entries()) {
    // A split by a group gives what lies between at the odd places.
    if (at % 2 === 0 && text !== '') parts.push(readPart(text, start))
    start += text.length
  }
  return parts
}

function readPart(text: string, start: number): Part {
  const object = text.lastIndexOf('信息')
  if (object === -1) {
    const verb = VERBS.find((verb) => text.startsWith(verb) || text.endsWith(verb))
    const plain = text.replace(/^[该本此]/u, '')
    return {
      start,
      text,
      object: verb === undefined || verb === plain ? 'none' : 'other',
      verbStart: start + text.length - plain.length,
      verb: plain,
      known: verb !== undefined,
    }
  }
  // 信息形成, or 获取该信息 with the verb in front.
  const after = text.slice(object + 2).replace(/^的/u, '')
  const verb = after === '' ? text.slice(0, object).replace(/(?:该|政府)+$/u, '') : after
  return {
    start,
    text,
    object: 'information',
    verbStart: after === '' ? start : start + text.length - after.length,
    verb,
    known: VERBS.some((known) => verb.startsWith(known) || verb.endsWith(known)),
  }
}

function slipIn(parts: readonly Part[], hasPartner: boolean): Slip | undefined {
  for (const { object, verb, verbStart, known } of parts) {
    if (known || object === 'other' || REAL_NEIGHBOURS.includes(verb)) continue
    const expected = CORE_VERBS.find((core) =>
      hasPartner ? isNear(verb, core) : isAlike(verb, core),
    )
    if (expected === undefined) continue
    return { start: verbStart, end: verbStart + verb.length, expected }
  }
  return undefined
}

/** One of the two characters replaced or lost. */
function isNear(written: string, verb: string): boolean {
  if (written.length === 1) return verb.includes(written)
  return written.length === 2 && (written[0] === verb[0]) !== (written[1] === verb[1])
}

function isAlike(written: string, verb: string): boolean {
  if (written.length !== 2 || !isNear(written, verb)) return false
  return [...verb].every((c, at) => written[at] === c || ALIKE[c]?.includes(written[at] ?? c))
}

/** 形成或都变更 between two verbs that are right. */
function connectiveSlip(event: string, verbs: number): Slip | undefined {
  const at = event.search(/或[都着]/u)
  if (verbs < 2 || at === -1) return undefined
  return { start: at, end: at + 2, expected: '或者' }
}
