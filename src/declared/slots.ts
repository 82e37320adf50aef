import { DeclarationError, suggestion, type Told } from './fields.ts'
import type { Requirement, Scope } from './pack.ts'

/** What each slot of a message stands for, as messages tell it. */
export const SLOTS = {
  item: '事项名称',
  seq: '序号',
  column: '栏目名称',
  part: '年报的部分',
  agency: '机关',
  actual: '现在的文字',
  length: '现在的字数',
  expected: '应当是什么',
  other: '另一栏的文字',
} as const
export type Slot = keyof typeof SLOTS

/** The slots that have something to say where a requirement is broken. */
export function slotsOf(
  { kind }: Requirement,
  scope: Scope,
  hasExpected: boolean,
): ReadonlySet<Slot> {
  const slots = new Set<Slot>(['agency'])
  if (scope === 'column') for (const slot of ['item', 'seq', 'column'] as const) slots.add(slot)
  if (scope === 'part') slots.add('part')
  const isAboutText = scope === 'column' ? kind !== 'notEmpty' : kind === 'notPattern'
  if (isAboutText) for (const slot of ['actual', 'length'] as const) slots.add(slot)
  if (hasExpected || TELLING.has(kind)) slots.add('expected')
  if (kind === 'sameAs' || kind === 'differsFrom') slots.add('other')
  return slots
}

/** Requirements that tell by themselves what should stand there. */
const TELLING: ReadonlySet<Requirement['kind']> = new Set([
  'oneOf',
  'maxLength',
  'deadlineAtMost',
  'cites',
  'mentions',
  'sameAs',
  'exists',
])

/** Checks the slots of a message. Throws {@link DeclarationError}. */
export function checkMessage(
  { text, at }: Told,
  name: string,
  requirement: Requirement,
  slots: ReadonlySet<Slot>,
): void {
  if (!text.endsWith('。')) throw new DeclarationError(`${name}应当是一句话，以“。”结尾`, at)
  for (const [, slot = ''] of text.matchAll(/\{([^{}]*)\}/gu)) {
    if (slots.has(slot as Slot)) continue
    const known = [...slots].map((one) => `{${one}}`)
    if (Object.hasOwn(SLOTS, slot)) {
      throw new DeclarationError(
        `${name}里的 {${slot}}（${SLOTS[slot as Slot]}）在 ${requirement.kind} 这里没有内容，可以用 ${known.join('、')}`,
        at,
      )
    }
    throw new DeclarationError(
      `${name}里没有 {${slot}} 这个空位${suggestion(`{${slot}}`, known)}`,
      at,
    )
  }
  if (/[{}]/u.test(text.replace(/\{[^{}]*\}/gu, ''))) {
    throw new DeclarationError(`${name}里的“{”“}”没有成对`, at)
  }
}
