import { scanXml, type XmlElement } from '../../package/xml.ts'
import { isOn, numberOf, stringOf } from './value.ts'

/** How a level of a list counts, and what it shows. */
export interface Level {
  readonly start: number
  /** A format of `w:numFmt`, or the first numbers of one that was made up: 001. */
  readonly format: string
  /** With `%1` for the number of the first level, `%2` for that of the second, and so on. */
  readonly text: string
  /** Counting begins anew behind each number of a level from 0 that lies below this. */
  readonly restart: number | undefined
  /** All numbers are shown in decimal. */
  readonly isLegal: boolean
  readonly isHidden: boolean
  readonly font: string | undefined
  /** Paragraphs of this style stand on this level. */
  readonly style: string | undefined
}

/** Numbers that follow each other. */
export interface List {
  /** Lists of one basis go on counting where the other stopped. */
  readonly basis: string
  readonly levels: ReadonlyMap<number, Level>
  /** Where levels of this very list begin, whatever has been counted before. */
  readonly starts: ReadonlyMap<number, number>
}

/** The lists of a document by the number that paragraphs know them by. */
export type Numbering = ReadonlyMap<string, List>

/** Levels of a list. */
export const LEVELS = 9

/** Neither does Word count from higher up. */
const MAX_START = 0x7fff

/** Characters that the text of a level may have. */
const MAX_TEXT = 100

/** Reads `word/numbering.xml`. */
export function readNumbering(text: string): Numbering {
  const parts = new Parts()
  scanXml(text, parts)
  return parts.numbering()
}

type Draft = { -readonly [Key in keyof Level]: Level[Key] }

/** Levels under a number of their own, or under the name of a style of lists. */
interface Basis {
  readonly id: string
  readonly levels: Map<number, Level>
  /** The style whose levels these are. */
  style?: string | undefined
  /** The style whose levels are meant. */
  link?: string | undefined
}

interface Instance {
  basis: string
  readonly levels: Map<number, Level>
  readonly starts: Map<number, number>
}

class Parts {
  readonly #bases = new Map<string, Basis>()
  readonly #instances = new Map<string, Instance>()
  readonly #path: string[] = []
  #basis: Basis | undefined
  #instance: Instance | undefined
  #level: Draft = plainLevel()
  /** Level that is replaced. */
  #replaced: number | undefined

  open(element: XmlElement): void {
    this.#read(element, this.#path.at(-1) ?? '')
    this.#path.push(element.name)
  }

  close(): void {
    this.#path.pop()
  }

  text(): void {}

  numbering(): Numbering {
    const byStyle = new Map<string, Basis>()
    for (const basis of this.#bases.values()) {
      if (basis.style !== undefined) byStyle.set(basis.style, basis)
    }
    const numbering = new Map<string, List>()
    for (const [id, { basis, levels, starts }] of this.#instances) {
      const own = this.#bases.get(basis)
      const meant = own?.link === undefined ? own : (byStyle.get(own.link) ?? own)
      if (meant === undefined) continue
      numbering.set(id, {
        basis: meant.id,
        levels: levels.size === 0 ? meant.levels : new Map([...meant.levels, ...levels]),
        starts,
      })
    }
    return numbering
  }

  #read(element: XmlElement, parent: string): void {
    const { name, attributes } = element
    if (name === 'abstractNum') this.#beginBasis(attributes.get('abstractNumId') ?? '')
    else if (name === 'num') this.#beginInstance(attributes.get('numId') ?? '')
    else if (name === 'lvl') this.#beginLevel(levelOf(attributes.get('ilvl')) ?? this.#replaced)
    else if (parent === 'abstractNum' && this.#basis) describeBasis(this.#basis, element)
    else if (parent === 'num' || parent === 'lvlOverride') this.#describeInstance(element)
    // What only newer programs know is told twice, for old ones as a fallback.
    else if (parent === 'lvl' || parent === 'Choice') describeLevel(this.#level, element)
    else if (parent === 'rPr' && this.#path.at(-2) === 'lvl') describeLook(this.#level, element)
  }

  #beginBasis(id: string): void {
    this.#basis = { id, levels: new Map() }
    this.#instance = undefined
    this.#replaced = undefined
    this.#bases.set(id, this.#basis)
  }

  #beginInstance(id: string): void {
    this.#instance = { basis: '', levels: new Map(), starts: new Map() }
    this.#basis = undefined
    this.#replaced = undefined
    this.#instances.set(id, this.#instance)
  }

  #beginLevel(number: number | undefined): void {
    this.#level = plainLevel()
    const levels = (this.#instance ?? this.#basis)?.levels
    if (number !== undefined) levels?.set(number, this.#level)
  }

  #describeInstance(element: XmlElement): void {
    const instance = this.#instance
    if (instance === undefined) return
    if (element.name === 'abstractNumId') instance.basis = stringOf(element) ?? ''
    else if (element.name === 'lvlOverride') {
      this.#replaced = levelOf(element.attributes.get('ilvl'))
    } else if (element.name === 'startOverride' && this.#replaced !== undefined) {
      instance.starts.set(this.#replaced, startOf(element))
    }
  }
}

/** The specification lets a level that does not say otherwise begin at 0. */
function plainLevel(): Draft {
  return {
    start: 0,
    format: 'decimal',
    text: '',
    restart: undefined,
    isLegal: false,
    isHidden: false,
    font: undefined,
    style: undefined,
  }
}

function describeBasis(basis: Basis, element: XmlElement): void {
  if (element.name === 'styleLink') basis.style = stringOf(element)
  else if (element.name === 'numStyleLink') basis.link = stringOf(element)
}

function describeLevel(level: Draft, element: XmlElement): void {
  switch (element.name) {
    case 'start':
      level.start = startOf(element)
      break
    case 'numFmt':
      level.format = formatOf(element)
      break
    case 'lvlText':
      level.text = (stringOf(element) ?? '').slice(0, MAX_TEXT)
      break
    case 'lvlRestart':
      level.restart = numberOf(element)
      break
    case 'isLgl':
      level.isLegal = isOn(element)
      break
    case 'pStyle':
      level.style = stringOf(element)
      break
  }
}

function describeLook(level: Draft, element: XmlElement): void {
  if (element.name === 'vanish') level.isHidden = isOn(element)
  else if (element.name === 'rFonts') {
    level.font = element.attributes.get('ascii') ?? element.attributes.get('hAnsi')
  }
}

/** One that was made up is told by its first numbers: 001, 002, 003, ... */
function formatOf(element: XmlElement): string {
  const format = stringOf(element) ?? 'decimal'
  if (format !== 'custom') return format
  return /^0{1,9}1(?=,)/u.exec(element.attributes.get('format') ?? '')?.[0] ?? 'decimal'
}

function startOf(element: XmlElement): number {
  return Math.min(numberOf(element) ?? 0, MAX_START)
}

function levelOf(value: string | undefined): number | undefined {
  return value !== undefined && /^[0-8]$/u.test(value) ? Number(value) : undefined
}
