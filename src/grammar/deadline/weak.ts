import type { DeadlineKind, Form, Note, WeakKind } from './form.ts'
import type { Squeezed, Stretch } from './squeezed.ts'

/** The forms without a number, the most telling first. */
const WEAK_FORMS: readonly (readonly [WeakKind, RegExp])[] = [
  ['sync', /同步|同时|一并/u],
  ['realtime', /[实即随]时|立即|当场|当[日天]公/u],
  ['timely', /及时|第一时间|按照?(?:工作)?进[展度]|[尽]快|尽早|适时|定期/u],
  ['longterm', /长期|永久|常年|持续|常态化/u],
  ['realtime', /动态(?:更新|调整|公开|管理)/u],
  [
    'by-rule',
    /按照?[^,;。]{0,12}?(?:规定|要求|部署|办法)|依法|依规|规定时[限间]|法定时限|统一部署/u,
  ],
  ['event', /随(?!时)[^,;。]{1,30}?(?:公开|公布|公告|发布)/u],
  [
    'event',
    /(?:[后前]|(?<![实即随及适临同按定届小])时)(?:$|,?[^,;。]{0,12}?(?:公开|公布|公告|公示|发布))/u,
  ],
]

/** The weak forms of a stretch, each once, the most telling first. */
export function weakNotes(cell: Squeezed, { start, end }: Stretch): Note[] {
  const notes: Note[] = []
  if (end - start < 2) return notes
  const words = cell.text.slice(start, end)
  for (const [kind, pattern] of WEAK_FORMS) {
    if (notes.some((note) => note.kind === kind)) continue
    const { 0: found, index } = pattern.exec(words) ?? { 0: '', index: -1 }
    if (index === -1) continue
    notes.push({ kind, ...cell.phrase(start + index, start + index + found.length) })
  }
  return notes
}

/** The form of a clause without a number, and the event that it names. */
export function weakForm(cell: Squeezed, clause: Stretch, kind: WeakKind | undefined): Form {
  if (kind === undefined) return { kind: 'unknown' }
  if (kind !== 'sync' && kind !== 'event') return { kind }
  const { indices } = EVENT.exec(cell.text.slice(clause.start, clause.end)) ?? {}
  const [start, end] = Object.values(indices?.groups ?? {}).find((found) => found) ?? []
  if (start === undefined || end === undefined) return { kind }
  return { kind, event: cell.phrase(clause.start + start, clause.start + end) }
}

// 与 政策文件 同步    随 采购公告、采购文件 公开    部门预算批复 后
//    with               along                    after
const EVENT =
  /[与跟和随](?<with>[^,;。]{1,30}?)(?:同步|同时|一并|一同)|随(?!时)(?<along>[^,;。]{1,30})(?:公开|公布|公告|发布)|^[在自待于]?(?<after>[^,;。]{1,60}?)(?:[之以]?[后前]|(?<!小)时)(?:$|[,公及即予向再方发应])/du

export function isWeak(kind: DeadlineKind): kind is WeakKind {
  return WEAK_FORMS.some(([weak]) => weak === kind)
}
