import type { Notice } from '../../table/model.ts'
import { type Decoded, decode } from '../encoding.ts'
import { noticesOfText } from '../encoding-notices.ts'

export interface DecodedPage extends Pick<Decoded, 'text' | 'encoding'> {
  readonly notices: readonly Notice[]
}

/**
 * The text of a page in the encoding the caller names; failing that in the one its byte order mark
 * names; failing that in the one the page declares, if it fits; failing that in the one that fits
 * best. Throws {@link UnreadableError} when the bytes are no text.
 */
export function decodePage(bytes: Uint8Array, encoding?: string): DecodedPage {
  const declared = encoding === undefined ? declaredIn(bytes) : undefined
  const page = decode(bytes, encoding ?? declared?.encoding)
  if (declared === undefined || page.broken === undefined) return told(page)
  const detected = decode(bytes)
  if (detected.broken !== undefined) return told(page)
  return { ...detected, notices: [wronglyDeclared(declared.label, detected.encoding)] }
}

interface Declared {
  /** As the page has it. */
  readonly label: string
  /** As {@link decode} has it. */
  readonly encoding: string
}

/** How much of a page a browser searches for a declaration. */
const HEAD = 1024

const MARK = /^(?:\u00ef\u00bb\u00bf|\u00fe\u00ff|\u00ff\u00fe)/u

// <meta charset="gb2312">, <meta http-equiv=Content-Type content="text/html; charset=gb2312">,
// <?xml version="1.0" encoding="gb2312"?>
const DECLARATION =
  /<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*([\w.:-]+)[^>]*>/iu

/** What the page declares, unless a byte order mark or a name that is not known overrules it. */
function declaredIn(bytes: Uint8Array): Declared | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD))
  if (MARK.test(head)) return undefined
  const label = DECLARATION.exec(head.replaceAll(/<!--.*?-->/gsu, ''))?.[1]
  const encoding = label === undefined ? undefined : encodingOf(label)
  return label === undefined || encoding === undefined ? undefined : { label, encoding }
}

/** Encodings by the names that browsers have for them. */
const ENCODINGS = new Map([
  ['utf-8', 'utf-8'],
  ['gbk', 'gb18030'],
  ['gb18030', 'gb18030'],
  ['big5', 'big5'],
])

// A page that can be read as ASCII up to here is not in UTF-16, whatever it declares, and one that
// declares a Western encoding, as servers do unasked, is mostly in another.
function encodingOf(label: string): string | undefined {
  try {
    return ENCODINGS.get(new TextDecoder(label).encoding)
  } catch {
    return undefined
  }
}

function told(page: Decoded): DecodedPage {
  return { text: page.text, encoding: page.encoding, notices: noticesOfText(page) }
}

function wronglyDeclared(label: string, encoding: string): Notice {
  return {
    kind: 'damaged-encoding',
    text: `网页声明的编码是 ${label}，内容却是 ${encoding} 编码，已按后者读取；应当改正声明。`,
  }
}
