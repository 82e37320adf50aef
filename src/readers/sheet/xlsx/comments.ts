import type { Aside } from '../../../table/model.ts'
import { relationships } from '../../package/relationships.ts'
import { scanXml } from '../../package/xml.ts'
import type { Package } from '../../package/zip.ts'
import { MAX_CELLS } from '../../reader.ts'
import { addressOf } from '../address.ts'
import { tooManyCells } from '../region.ts'
import { parseAddress } from './reference.ts'
import { StringItem } from './string-item.ts'
import type { SheetPart } from './workbook.ts'

/** The comments on the cells of a sheet, those in threads included. */
export async function readComments(
  source: Package,
  { part, name }: SheetPart,
  persons: ReadonlyMap<string, string>,
): Promise<readonly Aside[]> {
  const found = await relationships(source, part)
  const targetOf = (type: string): string | undefined =>
    found.find((relationship) => relationship.type === type)?.target
  const notes = targetOf('comments')
  const threads = targetOf('threadedComment')
  const onNotes = notes === undefined ? [] : scanNotes(await source.text(notes), notes, name)
  if (threads === undefined) return onNotes
  return [
    ...onNotes.filter(({ author }) => !STANDS_FOR_THREAD.test(author ?? '')),
    ...scanThreads(await source.text(threads), name, persons),
  ]
}

// For programs that know no threads, each has a note that says so, by an author `tc={…}`.
const STANDS_FOR_THREAD = /^tc=\{/u

/** Who wrote comments in threads, by id. */
export function readPersons(xml: string): ReadonlyMap<string, string> {
  const persons = new Map<string, string>()
  scanXml(xml, {
    open({ name, attributes }) {
      if (name !== 'person') return
      persons.set(attributes.get('id') ?? '', attributes.get('displayName') ?? '')
    },
    close() {},
    text() {},
  })
  return persons
}

function scanNotes(xml: string, part: string, sheet: string): readonly Aside[] {
  const asides: Aside[] = []
  const authors: string[] = []
  let isAuthor = false
  let author: string | undefined
  let address = ''
  let item: StringItem | undefined
  scanXml(xml, {
    open({ name, attributes }) {
      if (item !== undefined) item.open(name)
      else if (name === 'author') {
        isAuthor = true
        authors.push('')
      } else if (name === 'comment') {
        address = attributes.get('ref') ?? ''
        author = authors[Number(attributes.get('authorId'))]
      } else if (name === 'text') item = new StringItem(part)
    },
    close(name) {
      isAuthor = false
      if (name !== 'text') item?.close(name)
      else if (item !== undefined) {
        asides.push(commentOn(sheet, address, item.finish().text, author))
        refuseTooMany(asides)
        item = undefined
      }
    },
    text(text) {
      item?.add(text)
      if (isAuthor) authors.push((authors.pop() ?? '') + text.text)
    },
  })
  return asides
}

function scanThreads(
  xml: string,
  sheet: string,
  persons: ReadonlyMap<string, string>,
): readonly Aside[] {
  const asides: Aside[] = []
  let author: string | undefined
  let address = ''
  let isText = false
  let content = ''
  scanXml(xml, {
    open({ name, attributes }) {
      if (name === 'threadedComment') {
        address = attributes.get('ref') ?? ''
        author = persons.get(attributes.get('personId') ?? '')
        content = ''
      }
      isText = name === 'text'
    },
    close(name) {
      isText = false
      if (name !== 'threadedComment') return
      asides.push(commentOn(sheet, address, content, author))
      refuseTooMany(asides)
    },
    text({ text }) {
      if (isText) content += text
    },
  })
  return asides
}

function commentOn(
  sheet: string,
  reference: string,
  text: string,
  author: string | undefined,
): Aside {
  const { row, column } = parseAddress(reference)
  return {
    kind: 'comment',
    text,
    origin: { kind: 'sheet', sheet, address: addressOf(row, column) },
    ...(author === undefined || author === '' ? {} : { author }),
  }
}

function refuseTooMany(asides: readonly Aside[]): void {
  if (asides.length > MAX_CELLS) throw tooManyCells()
}
