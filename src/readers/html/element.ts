import type { Element } from './tree.ts'

export function attributeOf({ attrs }: Element, name: string): string | undefined {
  return attrs.find((attribute) => attribute.name === name)?.value
}

/** Whether the element itself says that it is not to be shown; style sheets are not asked. */
export function isHidden(element: Element): boolean {
  if (element.attrs.length === 0) return false
  if (attributeOf(element, 'hidden') !== undefined) return true
  return HIDING.test(attributeOf(element, 'style') ?? '')
}

const HIDING = /(?:^|;)\s*display\s*:\s*none\b/iu

/** Where an element begins, and where its start tag ends. */
export function startTagOf({ sourceCodeLocation: location }: Element) {
  const tag = location?.startTag ?? location
  return { start: tag?.startOffset ?? 0, end: tag?.endOffset ?? 0 }
}

/** Elements that begin and end a line. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li ' +
    'listing main menu nav ol optgroup option p plaintext pre search section summary table tbody ' +
    'td tfoot th thead tr ul xmp'
  ).split(' '),
)

export function isBlock({ tagName }: Element): boolean {
  return BLOCKS.has(tagName)
}

/** Elements whose white space stands as it is. */
const PREFORMATTED = new Set(['listing', 'plaintext', 'pre', 'textarea', 'xmp'])

export function isPreformatted({ tagName }: Element): boolean {
  return PREFORMATTED.has(tagName)
}

export function headingOf({ tagName }: Element): number | undefined {
  const level = /^h([1-6])$/u.exec(tagName)?.[1]
  return level === undefined ? undefined : Number(level)
}

export function isCell({ tagName }: Element): boolean {
  return tagName === 'td' || tagName === 'th'
}
