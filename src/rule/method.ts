import type { Entry } from '../catalogue/catalogue.ts'

/** Whether an entry is published on request only (依申请公开), by its marks or its words. */
export function isOnRequest(entry: Entry): boolean {
  if (entry.text('method.onRequest') !== '' && entry.text('method.proactive') === '') return true
  const method = entry.text('method')
  return method.includes('申请') && !method.includes('主动')
}

/** Whether an entry is published proactively only (主动公开), by its marks or its words. */
export function isProactive(entry: Entry): boolean {
  if (entry.text('method.proactive') !== '' && entry.text('method.onRequest') === '') return true
  const method = entry.text('method')
  return method.includes('主动') && !method.includes('申请')
}
