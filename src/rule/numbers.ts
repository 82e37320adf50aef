import type { Catalogue } from '../catalogue/catalogue.ts'
import { findOrderNumbers, type OrderNumber } from '../grammar/order-number.ts'
import type { Passage } from '../table/model.ts'

/** Every passage that names orders (令), with their numbers. */
export function orderNumbers(
  catalogue: Catalogue,
): readonly (readonly [Passage, readonly OrderNumber[]])[] {
  return catalogue.once(findAll)
}

function findAll(catalogue: Catalogue) {
  const found: (readonly [Passage, readonly OrderNumber[]])[] = []
  for (const passage of catalogue.passages()) {
    const numbers = findOrderNumbers(passage.text)
    if (numbers.length > 0) found.push([passage, numbers])
  }
  return found
}
