import type { Edit, Fix, Safety } from '../fix/edit.ts'

/** What was found, those of one key together, in order of their first. */
export function grouped<T>(found: Iterable<T>, keyOf: (one: T) => string): Iterable<[T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>()
  for (const one of found) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return groups.values()
}

/** （共3处）, said where a fault is told once for several places. */
export function timesText(count: number): string {
  return count === 1 ? '' : `（共${count}处）`
}

/** Texts that are at fault in the same way, told once. */
export interface Repeated<T> {
  readonly first: T
  readonly all: readonly [T, ...T[]]
  /** （共3处）, empty for a single one. */
  readonly times: string
}

/** What is alike by its key, in order of the first of each. */
export function repeated<T>(all: Iterable<T>, keyOf: (one: T) => string): readonly Repeated<T>[] {
  return [...grouped(all, keyOf)].map((group) => ({
    first: group[0],
    all: group,
    times: timesText(group.length),
  }))
}

export function fixOf(
  safety: Safety,
  [first, ...others]: readonly Edit[],
): { fix: Fix } | undefined {
  return first && { fix: { safety, edits: [first, ...others] } }
}
