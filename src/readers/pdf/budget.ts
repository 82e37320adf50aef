import { MAX_CELLS, UnreadableError } from '../reader.ts'

/** Operators and characters of a document; a dense page has 5,000 of either. */
const MAX_STEPS = 20_000_000

/** What may still be done for a document. A small file can ask for very much. */
export class Budget {
  #steps = MAX_STEPS
  #squares = MAX_CELLS

  spendSteps(count: number): void {
    this.#steps -= count
    if (this.#steps < 0) throw tooLarge()
  }

  spendSquares(count: number): void {
    this.#squares -= count
    if (this.#squares >= 0) return
    throw new UnreadableError(
      'too-many-cells',
      `PDF 文件的表格超过${MAX_CELLS}格，无法读取；应当拆分成几个文件。`,
    )
  }
}

export function tooLarge(): UnreadableError {
  return new UnreadableError(
    'too-large',
    'PDF 文件的内容过多，无法读取；应当拆分成几个文件，或者重新导出。',
  )
}
