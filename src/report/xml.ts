/** Text of an attribute or an element; what XML cannot hold at all becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .replace(NOT_XML, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

// Controls but for tab and line ends, halves of surrogate pairs, and the two non-characters.
const NOT_XML =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

/** ` name="value"` for each that is there. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) =>
      value === undefined ? [] : ` ${name}="${escapeXml(String(value))}"`,
    )
    .join('')
}
