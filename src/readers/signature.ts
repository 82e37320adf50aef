import { extensionOf } from './delimited/extension.ts'
import type { Source } from './reader.ts'

/** What holds a file's content, by its first bytes. */
export type Container =
  | { readonly kind: 'package' | 'compound' | 'pdf' | 'page' | 'text' }
  /** Something that holds no document of ours; `name` is what people call it. */
  | { readonly kind: 'picture' | 'foreign'; readonly name: string }

/** Where a signature may stand. */
const HEAD = 1024

const PACKAGES = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
]
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

const FOREIGN: readonly (readonly ['picture' | 'foreign', string, readonly number[]])[] = [
  ['picture', 'PNG 图片', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', 'JPEG 图片', [0xff, 0xd8, 0xff]],
  ['picture', 'GIF 图片', [0x47, 0x49, 0x46, 0x38]],
  ['foreign', 'RTF 文档', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['foreign', '压缩包', [0x1f, 0x8b]],
  ['foreign', '压缩包', [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ['foreign', '压缩包', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
]

// <?xml …?> <!-- … --> <html   the first tag of a web page, whatever stands before it
const PAGE =
  /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,400}-->\s*){0,4}<(?:!doctype\s+html|html|head|meta|table)\b/iu

/** What a file is by its first bytes; a name that ends in .html tells pages without a usual beginning. */
export function containerOf({ name, bytes }: Source): Container {
  if (PACKAGES.some((signature) => startsWith(bytes, signature))) return { kind: 'package' }
  if (startsWith(bytes, COMPOUND)) return { kind: 'compound' }
  const head = ascii(bytes.subarray(0, HEAD))
  if (/%PDF-\d/u.test(head)) return { kind: 'pdf' }
  const foreign = FOREIGN.find(([, , signature]) => startsWith(bytes, signature))
  if (foreign !== undefined) return { kind: foreign[0], name: foreign[1] }
  if (PAGE.test(head.replace(/^(?:ï»¿|ÿþ|þÿ)/u, '').replaceAll('\0', ''))) return { kind: 'page' }
  return { kind: /^(?:x|s)?html?$/u.test(extensionOf(name)) ? 'page' : 'text' }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** The bytes as characters of which only the ASCII ones mean anything. */
function ascii(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}
