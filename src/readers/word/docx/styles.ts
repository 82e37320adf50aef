import { scanXml, type XmlElement } from '../../package/xml.ts'
import { isOn, numberOf, stringOf } from './value.ts'

/** What the styles of a document say of text that has them. */
export interface Styles {
  /** Depth of a heading, from 1. */
  heading(style: string): number | undefined
  isHidden(style: string): boolean
  /** The style itself and those that it is based on, nearest first, with the list that each names. */
  lineage(style: string): readonly Pick<Style, 'id' | 'list' | 'level'>[]
}

interface Style {
  readonly id: string
  name?: string
  basis?: string
  outline?: number
  isHidden?: boolean
  /** Number of a list, and a level of it from 0. */
  list?: string
  level?: number
}

/** Outline levels are written from 0, and the tenth means body text. */
const BODY_TEXT = 9

/** Styles based on styles; a loop of them ends here too. Word itself allows fewer. */
const MAX_BASES = 20

export const NO_STYLES: Styles = {
  heading: () => undefined,
  isHidden: () => false,
  lineage: () => [],
}

/** Reads `word/styles.xml`. */
export function readStyles(text: string): Styles {
  const styles = scanStyles(text)
  return {
    heading: (id) => inherited(styles, id, headingOf) || undefined,
    isHidden: (id) => inherited(styles, id, ({ isHidden }) => isHidden) ?? false,
    lineage: (id) => lineage(styles, id),
  }
}

function scanStyles(text: string): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>()
  const path: string[] = []
  let style: Style = { id: '' }
  const read = (element: XmlElement) => {
    const parent = path.at(-1)
    if (element.name === 'style') {
      style = { id: element.attributes.get('styleId') ?? '' }
      styles.set(style.id, style)
    } else if (parent === 'style') {
      if (element.name === 'name') style.name = stringOf(element) ?? ''
      if (element.name === 'basedOn') style.basis = stringOf(element) ?? ''
    } else if (path.at(-2) === 'style') {
      if (parent === 'pPr' && element.name === 'outlineLvl') {
        style.outline = numberOf(element) ?? BODY_TEXT
      }
      if (parent === 'rPr' && element.name === 'vanish') style.isHidden = isOn(element)
    } else if (parent === 'numPr' && path.at(-3) === 'style') {
      if (element.name === 'numId') style.list = stringOf(element) ?? ''
      if (element.name === 'ilvl') style.level = numberOf(element) ?? 0
    }
  }
  scanXml(text, {
    open(element) {
      read(element)
      path.push(element.name)
    },
    close() {
      path.pop()
    },
    text() {},
  })
  return styles
}

/** What a style says itself, or else the nearest of those that it is based on. */
function inherited<Value>(
  styles: ReadonlyMap<string, Style>,
  id: string,
  tell: (style: Style) => Value | undefined,
): Value | undefined {
  for (const style of lineage(styles, id)) {
    const told = tell(style)
    if (told !== undefined) return told
  }
  return undefined
}

function lineage(styles: ReadonlyMap<string, Style>, id: string): readonly Style[] {
  const line: Style[] = []
  let style = styles.get(id)
  while (style !== undefined && line.length < MAX_BASES) {
    line.push(style)
    style = style.basis === undefined ? undefined : styles.get(style.basis)
  }
  return line
}

// heading 1 / 标题 1
const HEADING = /^(?:heading|标题) ?(?<level>[1-9])$/iu
const TITLE = /^(?:title|标题)$/iu

/** 0 for what is surely no heading. */
function headingOf({ name = '', outline }: Style): number | undefined {
  if (outline !== undefined) return levelOf(outline)
  if (TITLE.test(name)) return 1
  const level = HEADING.exec(name)?.groups?.level
  return level === undefined ? undefined : Number(level)
}

/** Depth from 1 of an outline level; 0 for body text. */
export function levelOf(outline: number): number {
  return outline < BODY_TEXT ? outline + 1 : 0
}
