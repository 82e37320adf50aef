import { unstacked, withoutSpace } from '../text/normalise.ts'

const LONGEST_NAME = 20

/** What a sentence calls a task: its words, cut where they are a whole text. */
export function taskName(text: string): string {
  const name = withoutSpace(unstacked(text))
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name
}
