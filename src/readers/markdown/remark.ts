import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'

/** A token of running text: where it stands, and where its text begins within its node's. */
export interface Piece {
  readonly kind: PieceKind
  readonly start: number
  readonly end: number
  readonly at: number
}

export interface Parsed {
  readonly tree: Root
  /** In order of place. */
  readonly pieces: readonly Piece[]
}

const PIECES = {
  data: 'verbatim',
  codeTextData: 'verbatim',
  characterEscape: 'decoded',
  characterReference: 'decoded',
  lineEnding: 'newline',
} as const

type PieceKind = (typeof PIECES)[keyof typeof PIECES]

/**
 * Parses GitHub-flavoured Markdown, and keeps the tokens that tell where each unit of a text came
 * from, which a tree does not say once escapes are decoded.
 */
export function parse(text: string): Parsed {
  const pieces: Piece[] = []
  // One tilde is a range in Chinese (5~10日), not a deletion.
  const gfm = { singleTilde: false }
  const tree = unified().use(remarkParse).use(remarkGfm, gfm).use(recordPieces, pieces).parse(text)
  return { tree, pieces }
}

function recordPieces(this: Processor, pieces: Piece[]): undefined {
  const data = this.data()
  // Their only work is to make links of bare addresses, whose text is the same but loses its place.
  const extensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map(({ transforms: _, ...extension }) => extension)
  data.fromMarkdownExtensions = [
    ...extensions,
    {
      beforeEnter(token) {
        if (!Object.hasOwn(PIECES, token.type)) return
        const kind = PIECES[token.type as keyof typeof PIECES]
        const parent = this.stack.at(-1)
        const before = parent && 'children' in parent ? parent.children.at(-1) : undefined
        const at = before?.type === 'text' ? before.value.length : 0
        pieces.push({ kind, start: token.start.offset, end: token.end.offset, at })
      },
    },
  ]
}
