import { durationText } from '../authority/limit.ts'
import type { DeadlineClause } from '../grammar/deadline.ts'

const YEARS: Readonly<Record<string, string>> = { every: '每年', next: '次年', this: '当年' }

/** What a clause of a deadline was read as, in words. */
export function readingText(clause: DeadlineClause): string {
  const about = clause.label === undefined ? '' : `（只说“${clause.label.text}”）`
  const tail = clause.unlessOtherwise ? '；另有规定的从其规定' : ''
  return `${formText(clause)}${about}${tail}`
}

function formText(clause: DeadlineClause): string {
  switch (clause.kind) {
    case 'relative': {
      const { anchor } = clause
      const from = anchor.kind === 'none' ? '没有写从何时起算' : `从“${anchor.text}”起算`
      return `至多${durationText(clause)}，${from}${ANCHORS[anchor.kind]}`
    }
    case 'fixed-date': {
      const { year, month, day } = clause
      const named = typeof year === 'number' ? `${year}年` : (YEARS[year ?? ''] ?? '')
      return `最迟${named}${month}月${day}日`
    }
    case 'periodic':
      return `每${durationText(clause)}至少一次`
    case 'min-notice':
      return `${clause.notice?.text ?? '公示期'}至少${durationText(clause)}`
    case 'min-lead':
      return `至少提前${durationText(clause)}${clause.event === undefined ? '' : `（${clause.event.text}）`}`
    case 'longterm':
      return clause.duration === undefined
        ? '公开多久：长期'
        : `公开多久：${durationText(clause.duration)}`
    case 'sync':
    case 'event': {
      const when = clause.kind === 'sync' ? '与别的同时' : '某事以后，没有天数'
      return clause.event === undefined ? when : `${when}（${clause.event.text}）`
    }
    default:
      return OTHERS[clause.kind]
  }
}

const ANCHORS = { none: '', formed: '（信息形成或者变更）', application: '（收到申请）', event: '' }

const OTHERS = {
  realtime: '随时更新',
  timely: '及时，没有天数',
  'by-rule': '按规定，没有天数',
  ditto: '同上',
  empty: '空白',
  unknown: '没有读懂',
}
