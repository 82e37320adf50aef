/** Everything but letters and digits, Chinese characters among them, in UTF-16 units. */
const OTHER = /[^\dA-Za-z０-９〇㐀-䶿一-鿿\ud800-\udfff]+/g

/** The text without white space and punctuation, for comparing words alone. */
export function lettersOf(text: string): string {
  return text.replace(OTHER, '')
}

/** Where each of a text's letters stands in it. */
export function placesOfLetters(text: string): Uint32Array {
  const places = new Uint32Array(text.length)
  let count = 0
  let from = 0
  for (const { index, 0: gap } of text.matchAll(OTHER)) {
    for (; from < index; from++) places[count++] = from
    from = index + gap.length
  }
  for (; from < text.length; from++) places[count++] = from
  return places.subarray(0, count)
}
