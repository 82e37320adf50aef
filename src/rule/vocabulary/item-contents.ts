/** What an item by its name promises, and a content that is about something else. */
export interface PromisedContent {
  /** Of the whole name. */
  readonly name: RegExp
  /** The content keeps the promise with any of these words; synonyms are generous. */
  readonly words: RegExp
  /** It breaks the promise only where it speaks of this instead: one may well not repeat the name. */
  readonly instead: RegExp
  /** What a sentence calls the thing that is missing. */
  readonly promised: string
}

/**
 * A short list of names that promise one thing. The names are those of PROFILES.md, table 3.1, and
 * of catalogues in four modules (国办公开办函〔2019〕61号).
 */
export const PROMISED_CONTENTS: readonly PromisedContent[] = [
  {
    name: /^(?:计划规划|规划计划|规划|规划信息|发展规划|专项规划|规划及计划|规划和计划)$/u,
    words: /规划|纲要|布局|蓝图/u,
    instead: /计划|总结|要点/u,
    promised: '规划',
  },
  {
    name: /^(?:政策)?(?:问答|问答库|答问)$|^常见问题(?:解答)?$/u,
    words: /问答|答问|问题|答复|解答|咨询|疑问|回应/u,
    instead: /解读|普及|宣传/u,
    promised: '问答',
  },
  {
    name: /^(?:政策|文件|政策文件)解读$/u,
    words: /解读|说明|解释|解答|背景|图解|问答|要点|目的|意义|视频/u,
    instead: /文件(?:全文|文本|目录)|印发的文件/u,
    promised: '解读',
  },
  { name: /^部门预算$/u, words: /预算|收支|经费/u, instead: /决算/u, promised: '预算' },
  { name: /^部门决算$/u, words: /决算|收支|经费/u, instead: /预算/u, promised: '决算' },
  {
    name: /^应急预案$/u,
    words: /预案|处置方案|应对方案/u,
    instead: /常识|科普|预警|值班|演练/u,
    promised: '预案',
  },
  {
    name: /^(?:领导信息|领导介绍|领导简介|领导分工)$/u,
    words: /领导|负责人|姓名|分工|简历|职务|班子/u,
    instead: /机构设置|内设机构|机关职能|办公地址/u,
    promised: '领导的姓名、职务',
  },
]
