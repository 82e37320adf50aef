import { withoutSpace } from '../../text/normalise.ts'

const SAME_AS_ABOVE = /^(?:同上|同前|同左|参照上行|参见上行|〃|″)$/u
// 各地 | 有关 | 信息公开 | 法律 | 政策 | 文件 | 规定: words that narrow nothing down
const VAGUE =
  /^(?:根据|按照|依据|依照|按|国家|政府|省|市|县|区|上级|各地|各级|本级|地方|和|及|与|或|、|以及|其他|其它|有关|相关|配套|现行|信息公开|政务公开|法律|法规|规章|政策|规范性|制度|性|的|等|文件|精神|要求|规定|执行){2,20}$/u
const NAMES_NOTHING = /(?:有关|相关|配套|法律|法规|政策|文件|信息公开|政务公开|制度)/u

/** `ditto`: 同上; `vague`: words of which one cannot tell which instrument is meant. */
export type Vagueness = 'ditto' | 'vague'

/** Whether the text of a whole cell names no instrument. Standards and titles in marks always do. */
export function vagueness(cell: string): Vagueness | undefined {
  const text = withoutSpace(cell).replace(/^[\d.．、●■·\-—]+|[。；;，,、.]+$/gu, '')
  if (SAME_AS_ABOVE.test(text)) return 'ditto'
  return text.length >= 3 && text.length <= 40 && VAGUE.test(text) && NAMES_NOTHING.test(text)
    ? 'vague'
    : undefined
}
