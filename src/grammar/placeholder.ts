import type { Span } from '../text/span.ts'
import { isInside, markedStretches } from './marks.ts'

/**
 * What a template leaves for the writer to fill in. `name`: XX县, 某某局, ____元; `year`: 202X年, XX年度;
 * `instruction`: （填写单位名称）; `undecided`: （待定）, TODO.
 */
export interface Placeholder {
  readonly kind: 'name' | 'year' | 'instruction' | 'undecided'
  readonly text: string
  readonly span: Span
}

/** Longer runs are rulings or art. */
const LONGEST_RUN = 12
const BLANK = /[XxＸｘ×╳]+|[_＿]+|某某/gu

// What a template leaves open before: 县, 局 and other bodies; numbers, sums, dates.
const AFTER_BLANK =
  /^(?:(?:自治)?[省州县区旗]|市|镇|乡|街道|村|社区|(?:人民)?政府|局|委|办|厅|部门|单位|机关|学校|医院|月|日|号|第?[条项]|件|次|人次|万?元|期|场|[个份])/u
// 办 of 办理, 部门 of 部门规章 and the like begin another word.
const OTHER_WORD =
  /^(?:[省州县区旗市镇乡局厅][长级]|村民|委员|办[理事法主]|委托|市场|区[间分块]|日常|次[日年要数]|个[人体]|件数|项[目数])/u
const YEAR = /^年/u
const LABEL = /(?:联系人|负责人|经办人|姓名|单位名称|机关名称|地址|邮编|电话|传真|网址|邮箱)[：:]$/u
const SIGNED_BY_HAND = /签[字名章收发]|盖章|审核|审批人|填[报表写]人|制表|经办|负责人/u

// 以下只在括号里算填写说明：（填写单位名称）（请填写具体时间）（此处填写网址）【待定】
const BRACKET = /[（(【[〔]\s{0,4}([^（()）【】[\]〔〕\n]{1,30})\s{0,4}[）)】\]〕]/gu
const INSTRUCTION =
  /^(?:(?:请|由[各本]?单位|各单位)?(?:在)?此处(?:请|应)?(?:填|插入|补充|写明|放|附上?|粘贴|加盖|替换)|(?:请|由各单位|各单位)?(?:根据实际|按实际|据实)?(?:情况)?(?:填写|填入|写明|插入|替换为)(?:本|贵|具体|实际|相应)?(?:单位|部门|机关|机构|名称|全称|内容|时间|日期|数字|数量|网址|链接|电话|地址|年份|文号)(?![^）)]*(?:表|书|单$)))/u
const UNDECIDED = /^(?:待定|待填写?|待补充|待完善|待确定|待核实|待更新|请填写|填写|略待补)$/u
const WHOLE_CELL =
  /^(?:待定|待填写?|待补充|待完善|待确定|待核实|示例|样例|[Xx×Ｘ]{2,12}|某某|[_＿]{2,40})$/u
const ENGLISH = /(?<![A-Za-z])(?:TODO|TBD|TBC)(?![A-Za-z])/gu

const SUSPICIOUS = /[XxＸｘ×╳_＿某此填写插待示样TD]/u

/** The places of a text that a template left to be filled in, outside title and quotation marks. */
export function findPlaceholders(text: string): readonly Placeholder[] {
  if (!SUSPICIOUS.test(text)) return []
  const whole = text.trim()
  if (whole.length <= 44 && isWhole(whole)) {
    const start = text.indexOf(whole)
    const kind = /[待示样]/u.test(whole) ? 'undecided' : 'name'
    return [{ kind, text: whole, span: { start, end: start + whole.length } }]
  }
  const marked = markedStretches(text, '“《〈')
  const found = [...findBlanks(text), ...findBracketed(text), ...findEnglish(text)]
    .filter(({ span }) => !isInside(marked, span.start))
    .sort((a, b) => a.span.start - b.span.start)
  return joined(found, text)
}

function isWhole(text: string): boolean {
  const bare = /^[（(【[](.{1,40})[）)】\]]$/u.exec(text)?.[1] ?? text
  return WHOLE_CELL.test(bare.trim())
}

function* findBlanks(text: string): Iterable<Placeholder> {
  for (const { 0: run, index } of text.matchAll(BLANK)) {
    const end = index + run.length
    if (run.length > LONGEST_RUN && !/[_＿]/u.test(run)) continue
    const before = text.slice(Math.max(0, index - 12), index)
    const after = text.slice(end, end + 4)
    const isRuling = /[_＿]/u.test(run)
    if (isRuling && isSignature(text, index)) continue
    const year = yearAround(run, before, after)
    if (year !== undefined) {
      const span = { start: index - year.before, end: end + year.after }
      yield { kind: 'year', text: text.slice(span.start, span.end), span }
      continue
    }
    if (
      run.length < 2 ||
      /[A-Za-z0-9*＊.@/-]$/u.test(before) ||
      /^[A-Za-z0-9*＊@./-]/u.test(after)
    ) {
      continue
    }
    if (isRuling && /其[他它]\s{0,2}[：:]?$/u.test(before)) continue
    // 王某某 is a person who is not to be named.
    if (run === '某某' && /[㐀-䶿一-鿿]$/u.test(before)) continue
    const next = OTHER_WORD.test(after) ? undefined : AFTER_BLANK.exec(after)?.[0]
    if (next !== undefined) {
      const span = { start: index, end: end + next.length }
      yield { kind: 'name', text: text.slice(span.start, span.end), span }
    } else if (!isRuling && LABEL.test(before) && /^(?:$|[\s，；。、,;）)])/u.test(after)) {
      yield { kind: 'name', text: run, span: { start: index, end } }
    }
  }
}

/** 202X年, 20XX年, 〔20XX〕, XX年度; how many characters around the blank belong to it. */
function yearAround(run: string, before: string, after: string) {
  if (/[_＿某]/u.test(run)) {
    return run.length >= 2 && YEAR.test(after) && !/某/u.test(run)
      ? { before: /(?<!\d)20$/u.test(before) ? 2 : 0, after: 1 }
      : undefined
  }
  const digits = /(?<![0-9A-Za-z])2(?:0[0-9]?)?$/u.exec(before)?.[0].length ?? 0
  const tail = /^年/u.test(after) ? 1 : 0
  if (digits >= 2 && digits + run.length === 4) {
    const inBrackets = /[〔[（(【]$/u.test(before.slice(0, -digits)) && /^[〕\]）)】]/u.test(after)
    if (tail === 1 || inBrackets) return { before: digits, after: tail }
  }
  const isYear = tail === 1 && run.length >= 2 && run.length <= 4 && !/[A-Za-z0-9]$/u.test(before)
  return isYear ? { before: 0, after: 1 } : undefined
}

/** A line to be signed or filled in by hand. */
function isSignature(text: string, at: number): boolean {
  const line = text.slice(Math.max(0, at - 40), at + 40)
  return SIGNED_BY_HAND.test(line)
}

function* findBracketed(text: string): Iterable<Placeholder> {
  if (!/[（(【[〔]/u.test(text)) return
  for (const { 0: all, 1: inside = '', index } of text.matchAll(BRACKET)) {
    const words = inside.trim()
    const kind = UNDECIDED.test(words)
      ? 'undecided'
      : INSTRUCTION.test(words)
        ? 'instruction'
        : undefined
    if (kind === undefined) continue
    yield { kind, text: all, span: { start: index, end: index + all.length } }
  }
}

function* findEnglish(text: string): Iterable<Placeholder> {
  for (const { 0: word, index } of text.matchAll(ENGLISH)) {
    yield { kind: 'undecided', text: word, span: { start: index, end: index + word.length } }
  }
}

/** XX市 and XX区 side by side are one name that is left open. */
function joined(found: readonly Placeholder[], text: string): readonly Placeholder[] {
  const all: Placeholder[] = []
  for (const one of found) {
    const last = all.at(-1)
    if (last !== undefined && last.span.end >= one.span.start && last.kind !== 'undecided') {
      const span = { start: last.span.start, end: Math.max(last.span.end, one.span.end) }
      const kind = last.kind === one.kind ? last.kind : 'name'
      all[all.length - 1] = { kind, span, text: text.slice(span.start, span.end) }
    } else {
      all.push(one)
    }
  }
  return all
}
