import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import { saysYes } from '../grammar/tick.ts'
import { withoutSpace } from '../text/normalise.ts'

/** Whether a catalogue's title says that it lists what is published proactively, and nothing else. */
export function listsProactiveOnly({ title }: Catalogue): boolean {
  const text = withoutSpace(title?.text ?? '')
  return text.includes('主动公开') && !text.includes('依申请')
}

/** Names of matters that somebody applies for, so that a deadline may count from the application. */
const APPLIED_FOR = /申请|申领|办事|服务|许可|审批|办理|受理|救助|补贴|咨询|查询/u

/** Whether an item by its name may be about applications: 依申请公开, 补贴申领. */
export function mayBeAppliedFor(name: string): boolean {
  return APPLIED_FOR.test(name)
}

/** Whether an entry is published on request only (依申请公开), by its marks or its words. */
export function isOnRequest(entry: Entry): boolean {
  if (saysYes(entry.text('method.onRequest')) && !saysYes(entry.text('method.proactive')))
    return true
  const method = entry.text('method')
  return method.includes('申请') && !method.includes('主动')
}

/** Whether an entry is published proactively only (主动公开), by its marks or its words. */
export function isProactive(entry: Entry): boolean {
  if (saysYes(entry.text('method.proactive')) && !saysYes(entry.text('method.onRequest')))
    return true
  const method = entry.text('method')
  return method.includes('主动') && !method.includes('申请')
}
