import { withoutSpace } from '../../text/normalise.ts'
import { isTitleLike } from './name.ts'

const SAME_AS_ABOVE =
  /^(?:依据)?(?:同上|同前|同左|与上同|参照上[行栏]|参见上[行栏]|〃|″)(?:[行栏]|一[行栏项])?$/u
// 各 | 级 | 有关 | 信息公开 | 法律 | 政策 | 文件 | 规定: words that narrow nothing down. No word is
// made of others, so that there is one way to read a text.
const WORD =
  '根据|按照|依据|依照|遵照|按|国家|政府|中央|省|市|县|区|乡镇|委|上|各地|各|本|级|地方|行业|主管|业务|部门|单位|和|及|与|或|、|以及|其他|其它|有关|相关|配套|现行|信息公开|政务公开|依法|依规|公开|法律|法规|规章|政策|规范性|制度|性|的|等|文件|精神|要求|规定|执行'
const VAGUE = new RegExp(`^(?:${WORD}){1,20}$`, 'u')
const NAMES_NOTHING = /规定|要求|精神|法律|法规|规章|政策|文件|制度|依法|依规/u
//  建设用地审查报批   有关  规定
//  topic                    object
const ABOUT_SOMETHING =
  /^(?<topic>[㐀-䶿一-鿿、]{2,16}?)的?(?:有关|相关)的?(?:法律|法规|规章|政策|规范性|文件|制度|规定|要求|精神|和|及|与|、|或){1,8}$/u
/** Longer texts say more than that something has been laid down somewhere. */
const LONGEST = 40

/** `ditto`: 同上; `vague`: words of which one cannot tell which instrument is meant. */
export type Vagueness = 'ditto' | 'vague'

/** Whether the text of a whole cell names no instrument. Standards and titles in marks always do. */
export function vagueness(cell: string): Vagueness | undefined {
  const packed = withoutSpace(cell)
  if (packed.length > LONGEST) return undefined
  const text = packed.replace(/^[\d.．、●■·\-—]+|[。；;，,、.]+$/gu, '')
  if (SAME_AS_ABOVE.test(text)) return 'ditto'
  if (text.length < 2) return undefined
  if (VAGUE.test(text)) return NAMES_NOTHING.test(text) ? 'vague' : undefined
  const topic = ABOUT_SOMETHING.exec(text)?.groups?.topic
  return topic === undefined || isInstrument(topic) ? undefined : 'vague'
}

/** 土地管理法及 of 土地管理法及有关规定, which names one after all. */
function isInstrument(topic: string): boolean {
  return isTitleLike(topic.replace(/(?:以及|及其?|和|与|等|、|的)+$/u, ''))
}
