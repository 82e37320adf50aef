import type { XmlElement } from '../../package/xml.ts'
import { symbolOf } from '../symbols.ts'

const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['ptab', '\t'],
  ['br', '\n'],
  ['cr', '\n'],
  ['noBreakHyphen', '-'],
])

/** The character that an element of a run stands for; undefined when it stands for none. */
export function characterOf({ name, attributes }: XmlElement): string | undefined {
  if (name === 'sym') return symbolOf(attributes.get('font'), codeOf(attributes))
  return CHARACTERS.get(name)
}

/** The code of a symbol, in hexadecimal; what is none becomes a replacement character. */
function codeOf(attributes: XmlElement['attributes']): number {
  const code = attributes.get('char') ?? ''
  return /^[\dA-F]{1,6}$/iu.test(code) ? Number.parseInt(code, 16) : -1
}
