import type { Cell } from '../table/model.ts'
import { withoutSpace } from '../text/normalise.ts'
import type { Layout } from './catalogue.ts'
import type { Role } from './role.ts'

/** What a cell looks like by its own text, wherever it stands. */
export type Shape =
  | 'blank'
  | 'number'
  | 'citation'
  | 'deadline'
  | 'channels'
  | 'tick'
  | 'prose'
  | 'words'

const NUMBER = /^[（(]?[0-9０-９]{1,4}[）)]?[.．、]?$/u
const TICK = /^[√✓✔☑■●]$/u
const LIST_MARK = /^(?:\d{1,2}[.．、]|[①-⑳●○■□])/u
const DOCUMENT_NUMBER =
  /[〔[【（(﹝]\s*(?:19|20)\d{2}\s*[〕\]】）)﹞]\s*第?\d+号|令第?[0-9〇零一二三四五六七八九十百]+号/u
const ARTICLE = /^《[^》]+》(?:[（(][^）)]*[）)])?第[一二三四五六七八九十百零\d]+条/u
const DEADLINE =
  /^(?:自|从|信息)?[^。；]{0,24}(?:之日起|后)的?\d+个?(?:工作)?日(?:以|之)?内|^\d+个工作日(?:以?内)?|^(?:实时|即时|及时|长期)(?:更新|公开)$|^每年\d+月\d+日(?:之)?前/u
const CHANNELS = /^[■□☑☐▲◆]\s*[㐀-䶿一-鿿〇]/u
const SENTENCE = /[；。]/u

/** The shape of a text; only unmistakable texts get a strong shape, the rest are words or prose. */
export function shapeOf(text: string): Shape {
  const packed = withoutSpace(text)
  if (packed === '') return 'blank'
  if (NUMBER.test(packed)) return 'number'
  if (TICK.test(packed)) return 'tick'
  if (packed.length <= 60 && DEADLINE.test(packed)) return 'deadline'
  const bare = packed.replace(LIST_MARK, '')
  if (
    bare.startsWith('《') &&
    (ARTICLE.test(bare) || /^《[^》]+》[^，]{0,12}$/u.test(bare) || DOCUMENT_NUMBER.test(bare))
  )
    return 'citation'
  if (CHANNELS.test(packed)) return 'channels'
  return packed.length >= 15 || SENTENCE.test(packed) ? 'prose' : 'words'
}

const HOME: Readonly<Partial<Record<Shape, readonly Role[]>>> = {
  citation: ['basis', 'remark', 'other'],
  deadline: ['deadline', 'remark', 'other'],
  channels: ['channels', 'remark', 'other', 'content'],
}

/** How many cells of a line stand unmistakably in columns where they have no business. */
export function foreignCells(cells: readonly Cell[], layout: Layout): number {
  let foreign = 0
  for (const { text, column } of cells) {
    const role = layout.columns[column]?.role
    if (role !== undefined && mayBeForeign(text, role) && isForeign(shapeOf(text), role)) foreign++
  }
  return foreign
}

/** A cheap look before the shape is made out: most cells of a table are at home. */
function mayBeForeign(text: string, role: Role): boolean {
  switch (role) {
    case 'remark':
    case 'other':
      return false
    case 'content':
      return /[《日]|(?:更新|公开)\s*$/u.test(text)
    case 'basis':
      return text.length <= 80 ? !text.includes('《') : CHANNELS.test(text.trimStart())
    case 'deadline':
      return text.includes('《') || /^\s*[■□☑☐▲◆]/u.test(text)
    default:
      return /[《日■□☑☐▲◆]|更新|公开/u.test(text)
  }
}

function isForeign(shape: Shape, role: Role): boolean {
  const home = HOME[shape]
  return home !== undefined && !home.includes(role)
}
