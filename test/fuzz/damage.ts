import fc, { type Arbitrary } from 'fast-check'

/** One thing done to the bytes of a file; places and lengths are taken modulo what is there. */
export type Damage =
  /** The last three have to do with another file: bytes of it put in, its end, its beginning. */
  | {
      readonly kind: 'cut' | 'remove' | 'repeat' | 'splice' | 'cross' | 'head'
      readonly at: number
      readonly length: number
    }
  | { readonly kind: 'flip'; readonly at: number; readonly mask: number }
  | { readonly kind: 'number'; readonly at: number; readonly bytes: readonly number[] }
  /** A number that is written in digits, such as a span or a row. */
  | { readonly kind: 'digits'; readonly nth: number; readonly digits: string }
  /** An element of a page or a part of a package with all it holds. */
  | {
      readonly kind: 'drop' | 'double' | 'wrap' | 'move'
      readonly nth: number
      readonly to: number
    }

/** Numbers that sizes and counts overflow with. */
const NUMBERS = [
  [0],
  [0xff],
  [0x7f],
  [0, 0],
  [0xff, 0xff],
  [0xff, 0x7f],
  [0, 0, 0, 0],
  [1, 0, 0, 0],
  [0xfe, 0xff, 0xff, 0xff],
  [0xff, 0xff, 0xff, 0xff],
  [0xff, 0xff, 0xff, 0x7f],
]
const DIGITS = [
  '',
  '0',
  '-1',
  '1',
  '63',
  '1000',
  '1001',
  '65536',
  '1048577',
  '4294967296',
  '1e9',
  'x',
]

const nat = fc.nat()
/** A third of them where headers and directories stand. */
const place = fc.oneof({ arbitrary: nat, weight: 2 }, fc.nat(2048))
/** Lengths from a few bytes to some sectors. */
const length = fc.oneof(fc.nat(16), fc.nat(4096))

const inPlace: Arbitrary<Damage> = fc.oneof(
  fc.record({ kind: fc.constant('flip'), at: place, mask: fc.integer({ min: 1, max: 255 }) }),
  fc.record({ kind: fc.constant('number'), at: place, bytes: fc.constantFrom(...NUMBERS) }),
)

const moving: Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom('cut', 'remove', 'repeat', 'splice', 'cross', 'head'),
  at: place,
  length,
})

const inWriting: Arbitrary<Damage> = fc.oneof(
  fc.record({ kind: fc.constant('digits'), nth: nat, digits: fc.constantFrom(...DIGITS) }),
  fc.record({ kind: fc.constantFrom('drop', 'double', 'wrap', 'move'), nth: nat, to: nat }),
)

/** What befalls bytes: mostly such that all the others stay where they were. */
export const bytesDamaged = several(fc.oneof({ arbitrary: inPlace, weight: 6 }, moving))
/** What befalls a text. */
export const textDamaged = several(
  fc.oneof({ arbitrary: inWriting, weight: 3 }, { arbitrary: moving, weight: 2 }, inPlace),
)
/** What befalls XML: mostly such that it still is well-formed. */
export const markupDamaged = several(
  fc.oneof({ arbitrary: inWriting, weight: 12 }, moving, inPlace),
)

function several(one: Arbitrary<Damage>): Arbitrary<readonly Damage[]> {
  return fc.array(one, { minLength: 1, maxLength: 4 })
}

/** No case grows beyond this. */
const MAX_BYTES = 1 << 19

/** The bytes after all that befell them; `other` is the file that they are crossed with. */
export function damage(
  bytes: Uint8Array,
  damages: readonly Damage[],
  other: Uint8Array,
): Uint8Array {
  return damages.reduce((done, one) => befall(done, one, other).subarray(0, MAX_BYTES), bytes)
}

function befall(bytes: Uint8Array, damage: Damage, other: Uint8Array): Uint8Array {
  switch (damage.kind) {
    case 'digits':
    case 'drop':
    case 'double':
    case 'wrap':
    case 'move':
      return Buffer.from(rewrite(Buffer.from(bytes).toString('latin1'), damage), 'latin1')
    default:
      return overwrite(bytes, damage, other)
  }
}

function overwrite(
  bytes: Uint8Array,
  damage: Exclude<Damage, { nth: number }>,
  other: Uint8Array,
): Uint8Array {
  const at = damage.at % (bytes.length + 1)
  const head = bytes.subarray(0, at)
  switch (damage.kind) {
    case 'cut':
      return head
    case 'remove':
      return Buffer.concat([head, bytes.subarray(at + damage.length)])
    case 'repeat':
      return Buffer.concat([bytes.subarray(0, at + damage.length), bytes.subarray(at)])
    case 'flip': {
      const flipped = Uint8Array.from(bytes)
      flipped[at] = (flipped[at] ?? 0) ^ damage.mask
      return flipped
    }
    case 'number':
      return Buffer.concat([
        head,
        Buffer.from(damage.bytes),
        bytes.subarray(at + damage.bytes.length),
      ])
    case 'splice':
      return Buffer.concat([
        head,
        other.subarray(at % (other.length + 1)).subarray(0, damage.length),
        bytes.subarray(at),
      ])
    case 'cross':
      return Buffer.concat([head, other.subarray(at)])
    case 'head':
      return Buffer.concat([other.subarray(0, damage.length), bytes.subarray(damage.length)])
  }
}

function rewrite(text: string, damage: Extract<Damage, { nth: number }>): string {
  if (damage.kind === 'digits') {
    const numbers = [...text.matchAll(/\d+/gu)]
    const found = numbers[damage.nth % numbers.length]
    if (found === undefined) return text
    return text.slice(0, found.index) + damage.digits + text.slice(found.index + found[0].length)
  }
  const elements = elementsOf(text)
  const found = elements[damage.nth % elements.length]
  const target = elements[damage.to % elements.length]
  if (found === undefined || target === undefined) return text
  const [start, end] = found
  const element = text.slice(start, end)
  switch (damage.kind) {
    case 'drop':
      return text.slice(0, start) + text.slice(end)
    case 'double':
      return text.slice(0, end) + element.repeat(1 + (damage.to % 8)) + text.slice(end)
    case 'wrap':
      return (
        text.slice(0, start) +
        text.slice(target[0], target[1]).replace('>', () => `>${element}`) +
        text.slice(end)
      )
    case 'move':
      return text.slice(0, target[0]) + element + text.slice(target[0])
  }
}

// <w:tc …>   </w:tc>   <w:vMerge/>
const TAG = /<(?<end>\/?)(?<name>[A-Za-z][\w:]*)[^<>]*?(?<empty>\/?)>/gu

/** Where each element begins and ends, as far as tags come in pairs. */
function elementsOf(text: string): readonly (readonly [number, number])[] {
  const open: { readonly name: string; readonly start: number }[] = []
  const elements: (readonly [number, number])[] = []
  for (const { index, groups, 0: tag } of text.matchAll(TAG)) {
    const name = groups?.name ?? ''
    if (groups?.end === '') {
      if (groups.empty === '') open.push({ name, start: index })
      else elements.push([index, index + tag.length])
    } else if (open.at(-1)?.name === name) {
      elements.push([open.pop()?.start ?? index, index + tag.length])
    }
  }
  return elements
}
