import type { Aside } from '../../../table/model.ts'
import type { WordOrigin } from '../../../table/origin.ts'
import type { Hanging } from './aside.ts'

/** What is found on the way, and where. */
export class Found {
  readonly asides: Aside[] = []
  /** Hidden text. */
  readonly hidden: WordOrigin[] = []
  /** Cells that are covered, but not empty. */
  readonly covered: WordOrigin[] = []
  /** Cells that would cover more columns than any cell in earnest. */
  readonly cut: WordOrigin[] = []

  /** Takes in what hangs at a place. */
  hang(hanging: readonly Hanging[], origin: WordOrigin): void {
    for (const { at: _, ...aside } of hanging) {
      this.asides.push({ ...aside, origin })
      if (aside.kind === 'hidden-text') this.hidden.push(origin)
    }
  }

  cover(text: string, origin: WordOrigin): void {
    this.asides.push({ kind: 'hidden-text', text, origin })
    this.covered.push(origin)
  }
}
