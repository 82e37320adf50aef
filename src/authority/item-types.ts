import { withoutSpace } from '../text/normalise.ts'
import type { ItemPatterns, ItemType } from './item-type.ts'

/** An item (事项) as a row tells it; all texts without white space. */
export interface ItemWords {
  /** The name that is to be recognised. */
  readonly name: string
  /** The names on all its levels, which may speak against a type. */
  readonly names: string
  readonly content: string
  readonly subject: string
}

/** The id of the type of whatever no other type claims. */
const GENERAL = 'general'

interface Compiled {
  readonly type: ItemType
  readonly names: RegExp | undefined
  readonly contents: RegExp | undefined
  readonly subjects: RegExp | undefined
  readonly notNames: RegExp | undefined
  readonly notContents: RegExp | undefined
}

/** The item types (事项类型) that are known, and how an item is told to be of one. */
export class ItemTypes {
  /** Highest priority first. */
  readonly all: readonly ItemType[]
  /** What holds for whatever no other type claims: article 26 of the Regulation. */
  readonly general: ItemType | undefined
  readonly #compiled: readonly Compiled[]
  readonly #anyName: RegExp | undefined
  readonly #anyContent: RegExp | undefined

  constructor(types: readonly ItemType[]) {
    this.all = [...types].sort(
      (a, b) => b.priority - a.priority || (a.id < b.id ? -1 : Number(a.id > b.id)),
    )
    this.general = types.find(({ id }) => id === GENERAL)
    const special = this.all.filter(({ id }) => id !== GENERAL)
    this.#compiled = special.map((type) => compiled(type))
    this.#anyName = patternOf(special.flatMap(({ match }) => match.names ?? []))
    this.#anyContent = patternOf(special.flatMap(({ match }) => match.contents ?? []))
  }

  /** The types of an item by its name, the one that is meant first; the general one not among them. */
  named(item: ItemWords): readonly ItemType[] {
    if (this.#anyName?.test(item.name) !== true) return []
    return this.#compiled
      .filter(({ names }) => names?.test(item.name))
      .filter((one) => isOpen(one, item))
      .map(({ type }) => type)
  }

  /** The types that the content of an item speaks of, whatever its name, highest priority first. */
  inContent(item: ItemWords): readonly ItemType[] {
    if (this.#anyContent?.test(item.content) !== true) return []
    return this.#compiled
      .filter(({ contents }) => contents?.test(item.content))
      .filter((one) => isOpen(one, item))
      .map(({ type }) => type)
  }
}

/** Whether nothing in the item speaks against a type whose pattern it fits. */
function isOpen({ subjects, notNames, notContents }: Compiled, item: ItemWords): boolean {
  if (notNames?.test(item.names) === true) return false
  if (notContents !== undefined && item.content !== '' && notContents.test(item.content)) {
    return false
  }
  return subjects === undefined || subjects.test(item.subject)
}

function compiled(type: ItemType): Compiled {
  const { names, contents, subjects, notNames, notContents }: ItemPatterns = type.match
  return {
    type,
    names: patternOf(names),
    contents: patternOf(contents),
    subjects: patternOf(subjects),
    notNames: patternOf(notNames),
    notContents: patternOf(notContents),
  }
}

function patternOf(sources: readonly string[] | undefined): RegExp | undefined {
  if (sources === undefined || sources.length === 0) return undefined
  return new RegExp(sources.join('|'), 'u')
}

/** A cell may hold a megabyte; what makes an item stands at its beginning. */
const LONGEST_TEXT = 4000

/** An item from texts as they are written, long ones cut. */
export function itemWords(
  name: string,
  { names, content, subject }: { names: readonly string[]; content: string; subject: string },
): ItemWords {
  const told = (text: string) => withoutSpace(text.slice(0, LONGEST_TEXT))
  return {
    name: told(name),
    names: told(names.join(' ')),
    content: told(content),
    subject: told(subject),
  }
}
