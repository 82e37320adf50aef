/** Words for one thing, of which a document should use one. */
export interface Synonyms {
  readonly words: readonly [string, string, ...string[]]
}

/**
 * Words that were seen side by side in one document (RULES, text-term-inconsistent). A pair stands
 * here with what surrounds it, because 收集 and 搜集, 相关 and 有关 alone are two words.
 */
export const SYNONYMS: readonly Synonyms[] = [
  { words: ['政务舆情收集', '政务舆情搜集'] },
  { words: ['收集意见', '搜集意见'] },
  { words: ['收集资料', '搜集资料'] },
  { words: ['收集线索', '搜集线索'] },
  { words: ['相关处室（单位）', '有关处室（单位）', '机关处室（单位）'] },
  { words: ['相关科室', '有关科室'] },
  { words: ['相关股室', '有关股室'] },
  { words: ['政务服务大厅', '政务大厅'] },
]
