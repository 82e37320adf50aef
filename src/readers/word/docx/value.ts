import type { XmlElement } from '../../package/xml.ts'

/** What an element says in its `w:val`. */
export function stringOf({ attributes }: XmlElement): string | undefined {
  return attributes.get('val')
}

/** Whether a property is switched on: `<w:vanish/>` is, `<w:vanish w:val="0"/>` is not. */
export function isOn(element: XmlElement): boolean {
  const value = stringOf(element)
  return value !== '0' && value !== 'false' && value !== 'off'
}

/** A number of columns, a level or the like; undefined when it is none. */
export function numberOf(element: XmlElement): number | undefined {
  const value = stringOf(element)
  return value !== undefined && /^\d+$/u.test(value) ? Number(value) : undefined
}
