import type { Aside } from '../../../table/model.ts'
import { isBlank } from '../../../text/normalise.ts'
import type { Bytes } from '../../compound/bytes.ts'
import { removeFieldCodes } from './fields.ts'
import type { Header } from './header.ts'
import { type Plc, readPlc } from './plc.ts'
import type { Hidden, Range } from './runs.ts'
import { shown, textOf } from './signs.ts'

/** Text apart from the flow, which hangs at a character of it. */
export interface Hanging extends Pick<Aside, 'kind' | 'text' | 'author'> {
  readonly at: number
}

/** The text apart from the flow, that at a character and that at none in particular. */
export interface Apart {
  readonly hanging: readonly Hanging[]
  readonly loose: readonly Pick<Aside, 'kind' | 'text'>[]
}

interface Stories {
  readonly main: Range
  readonly footnotes: Range
  readonly headers: Range
  readonly comments: Range
  readonly endnotes: Range
  readonly textBoxes: Range
}

const FOOTNOTE_REFERENCE = 2
const COMMENT_REFERENCE = 30
const TEXT_BOX = 22
/** Of a comment: where the number of its author stands. */
const AUTHOR = 20

/** Stories before the first header: what separates footnotes and endnotes from the text. */
const SEPARATORS = 6
/** Each section has the headers of even, odd and first pages, and the footers, in this order. */
const PAGE_STORIES = ['header', 'header', 'footer', 'footer', 'header', 'footer'] as const

/** Parts of the text, as they follow each other. */
export function storiesOf({ lengths }: Header, size: number): Stories {
  let next = 0
  const take = (length: number): Range => {
    const start = next
    next = Math.min(size, next + length)
    return { start, end: next }
  }
  const main = take(lengths.main)
  const footnotes = take(lengths.footnotes)
  const headers = take(lengths.headers)
  take(lengths.macros)
  const comments = take(lengths.comments)
  const endnotes = take(lengths.endnotes)
  return { main, footnotes, headers, comments, endnotes, textBoxes: take(lengths.textBoxes) }
}

export function removeCodes(stories: Stories, units: Uint16Array): void {
  for (const { start, end } of Object.values<Range>({ ...stories })) {
    removeFieldCodes(units.subarray(start, end))
  }
}

/** All text apart from the flow of the document, in no particular order. */
export function readApart(
  header: Header,
  stories: Stories,
  units: Uint16Array,
  hidden: readonly Hidden[],
): Apart {
  const { main } = stories
  const authors = readAuthors(header.commentAuthors)
  const notes = (references: Plc, texts: Bytes, story: Range, kind: 'footnote' | 'comment') =>
    textsOf(units, story, readPlc(texts, 0)).flatMap(({ index, text }): Hanging[] => {
      if (index >= references.count) return []
      const author = kind === 'comment' && authors[references.item(index).u16(AUTHOR)]
      return [{ at: references.place(index), kind, text, ...(author && { author }) }]
    })
  const hanging: Hanging[] = [
    ...notes(
      readPlc(header.footnoteReferences, FOOTNOTE_REFERENCE),
      header.footnotes,
      stories.footnotes,
      'footnote',
    ),
    ...notes(
      readPlc(header.endnoteReferences, FOOTNOTE_REFERENCE),
      header.endnotes,
      stories.endnotes,
      'footnote',
    ),
    ...notes(
      readPlc(header.commentReferences, COMMENT_REFERENCE),
      header.comments,
      stories.comments,
      'comment',
    ),
    ...hidden.map(({ start, text }): Hanging => {
      return { at: start, kind: 'hidden-text', text: shown(text) }
    }),
  ]
  const pages = textsOf(units, stories.headers, readPlc(header.headers, 0))
  const boxes = textsOf(units, stories.textBoxes, readPlc(header.textBoxes, TEXT_BOX))
  return {
    hanging: hanging
      .filter(({ at, text }) => at < main.end && !isBlank(text))
      .sort((a, b) => a.at - b.at),
    loose: [
      ...pages.flatMap(({ index, text }) => {
        const kind = PAGE_STORIES[(index - SEPARATORS) % PAGE_STORIES.length]
        return index < SEPARATORS || kind === undefined ? [] : [{ kind, text }]
      }),
      ...boxes.map(({ text }) => ({ kind: 'text-box', text }) as const),
    ],
  }
}

interface StoryText {
  readonly index: number
  readonly text: string
}

/** The texts of a story that say something; each one ends with the end of a paragraph. */
function textsOf(units: Uint16Array, story: Range, places: Plc): readonly StoryText[] {
  const texts: StoryText[] = []
  for (let index = 0, last = story.start; index < places.count; index++) {
    const start = Math.max(last, story.start + places.place(index))
    const end = Math.min(story.end, story.start + places.place(index + 1))
    if (end <= start) continue
    last = end
    const text = shown(textOf(units.subarray(start, end))).replace(/\n$/u, '')
    if (!isBlank(text)) texts.push({ index, text })
  }
  return texts
}

function readAuthors(bytes: Bytes): readonly string[] {
  const names: string[] = []
  for (let at = 0; at + 2 <= bytes.length; ) {
    const size = bytes.u16(at) * 2
    if (at + 2 + size > bytes.length) break
    names.push(new TextDecoder('utf-16le').decode(bytes.part(at + 2, size).raw))
    at += 2 + size
  }
  return names
}
