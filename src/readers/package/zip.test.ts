import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js'
import { array, assert, asyncProperty, integer, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_ENTRIES, UnreadableError } from '../reader.ts'
import { openPackage } from './zip.ts'

configure({ useWebWorkers: false })

const TEXT = '序号,公开事项\n'.repeat(200)

describe('parts', () => {
  test.each([
    ['packed', 5],
    ['stored', 0],
  ])('%s', async (_name, level) => {
    const source = await openPackage(await zip([['xl/workbook.xml', TEXT]], level))
    expect(source.names).toEqual(['xl/workbook.xml'])
    expect(await source.text('xl/workbook.xml')).toBe(TEXT)
    expect(await source.bytes('xl/workbook.xml')).toEqual(utf8(TEXT))
  })

  test('are found whatever the case of their names', async () => {
    const source = await openPackage(await zip([['xl/SharedStrings.xml', TEXT]]))
    expect(source.has('xl/sharedStrings.xml')).toBe(true)
    expect(await source.text('xl/sharedStrings.xml')).toBe(TEXT)
  })

  test('are found under names with backslashes', async () => {
    const bytes = await zip([['xl/workbook.xml', TEXT]])
    bytes[header(bytes, 0) + 46 + 2] = 0x5c
    const source = await openPackage(bytes)
    expect(source.names).toEqual(['xl/workbook.xml'])
    expect(source.has('xl/workbook.xml')).toBe(true)
  })

  test.each<[string, readonly number[]]>([
    ['UTF-8', [...utf8('<目录/>')]],
    ['UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf, ...utf8('<目录/>')]],
    ['UTF-16LE with a byte order mark', [0xff, 0xfe, ...utf16('<目录/>')]],
    ['UTF-16LE without', utf16('<目录/>')],
    ['UTF-16BE with a byte order mark', [0xfe, 0xff, ...swapped(utf16('<目录/>'))]],
    ['UTF-16BE without', swapped(utf16('<目录/>'))],
  ])('are decoded from %s', async (_name, content) => {
    const source = await openPackage(await zip([['a.xml', Uint8Array.from(content)]]))
    expect(await source.text('a.xml')).toBe('<目录/>')
  })

  test('stay readable behind a comment at the end of the file', async () => {
    const bytes = await zip([['a.xml', TEXT]])
    const comment = utf8('制表')
    const commented = Uint8Array.from([...bytes, ...comment])
    new DataView(commented.buffer).setUint16(end(bytes) + 20, comment.length, true)
    expect(await (await openPackage(commented)).text('a.xml')).toBe(TEXT)
  })

  test('that are not there are damage', async () => {
    const source = await openPackage(await zip([['a.xml', TEXT]]))
    expect(source.has('b.xml')).toBe(false)
    await expect(source.text('b.xml')).rejects.toMatchObject({ reason: 'damaged' })
  })
})

/** Changes a zip file of `a.xml` and `b.xml`. */
type Change = (view: DataView, bytes: Uint8Array) => void

describe('a directory is refused', () => {
  test.each<[string, string, Change]>([
    [
      'with an encrypted entry',
      'encrypted',
      (view, b) => view.setUint16(header(b, 1) + 8, 1, true),
    ],
    ['with an entry of 300 MB', 'too-large', (view, b) => setSize(view, b, 0, 300_000_000)],
    ['with a size of zip64', 'too-large', (view, b) => setSize(view, b, 0, 0xffffffff)],
    [
      'with a packed size of zip64',
      'too-large',
      (view, b) => view.setUint32(header(b, 0) + 20, 0xffffffff, true),
    ],
    [
      'with a place of zip64',
      'too-large',
      (view, b) => view.setUint32(header(b, 0) + 42, 0xffffffff, true),
    ],
    ['with a count of zip64', 'too-large', (view, b) => setCount(view, b, 0xffff)],
    ['with a start of zip64', 'too-large', (view, b) => view.setUint32(end(b) + 16, -1, true)],
    ['with too many entries', 'too-many-entries', (view, b) => setCount(view, b, MAX_ENTRIES + 1)],
    ['with fewer entries than it says', 'damaged', (view, b) => setCount(view, b, 3)],
    ['with more entries than it says', 'damaged', (view, b) => setCount(view, b, 1)],
    ['of several disks', 'damaged', (view, b) => view.setUint16(end(b) + 8, 1, true)],
    ['behind its end', 'damaged', (view, b) => view.setUint32(end(b) + 12, b.length, true)],
    [
      'with a name in twice',
      'duplicate-entry',
      (_, b) => b.fill(0x61, nameOf(b, 1), nameOf(b, 1) + 1),
    ],
    [
      'with a name that differs in case',
      'duplicate-entry',
      (_, b) => b.fill(0x41, nameOf(b, 1), nameOf(b, 1) + 1),
    ],
    [
      'with two names for one place',
      'damaged',
      (view, b) => view.setUint32(header(b, 1) + 42, 0, true),
    ],
    [
      'with a place outside',
      'damaged',
      (view, b) => view.setUint32(header(b, 1) + 42, b.length, true),
    ],
    [
      'with overlapping entries',
      'damaged',
      (view, b) =>
        view.setUint32(header(b, 0) + 20, view.getUint32(header(b, 0) + 20, true) + 9, true),
    ],
    [
      'with packed bytes in the directory',
      'damaged',
      (view, b) =>
        view.setUint32(header(b, 1) + 20, view.getUint32(header(b, 1) + 20, true) + 1, true),
    ],
    [
      'with a name past its end',
      'damaged',
      (view, b) => view.setUint16(header(b, 1) + 28, 99, true),
    ],
    ['with a broken header', 'damaged', (view, b) => view.setUint32(header(b, 1), 0, true)],
  ])('%s', async (_name, reason, change) => {
    const bytes = await twoParts(change)
    await expect(openPackage(bytes)).rejects.toThrow(UnreadableError)
    await expect(openPackage(bytes)).rejects.toMatchObject({
      reason,
      message: expect.stringMatching(/^[^\n]+。$/u),
    })
  })

  test('with 600 MB in all', async () => {
    const bytes = await zip(['a.xml', 'b.xml', 'c.xml'].map((name) => [name, TEXT]))
    const view = new DataView(bytes.buffer)
    for (const index of [0, 1, 2]) setSize(view, bytes, index, 200_000_000)
    await expect(openPackage(bytes)).rejects.toMatchObject({ reason: 'too-large' })
  })

  test.each([
    ['that is missing', (bytes: Uint8Array) => bytes.subarray(0, -60)],
    ['of nothing', () => new Uint8Array()],
  ])('%s', async (_name, change) => {
    await expect(openPackage(change(await twoParts()))).rejects.toMatchObject({
      reason: 'truncated',
    })
  })
})

describe('a part is refused', () => {
  test.each<[string, Change]>([
    ['with another checksum', (view, b) => view.setUint32(header(b, 0) + 16, 1, true)],
    ['that is larger than it says', (view, b) => setSize(view, b, 0, 100)],
    ['that is smaller than it says', (view, b) => setSize(view, b, 0, 100_000)],
    ['packed in an unknown way', (view, b) => view.setUint16(header(b, 0) + 10, 12, true)],
    ['of noise', (_, b) => b.fill(0xff, 35, 60)],
  ])('%s', async (_name, change) => {
    const source = await openPackage(await twoParts(change))
    await expect(source.text('a.xml')).rejects.toMatchObject({ reason: 'damaged' })
    expect(await source.text('b.xml')).toBe(TEXT)
  })

  test('that is no text', async () => {
    const source = await openPackage(await zip([['a.xml', Uint8Array.of(0x3c, 0xc4, 0x3c)]]))
    await expect(source.text('a.xml')).rejects.toMatchObject({ reason: 'damaged' })
  })

  test('as soon as it is larger than it says', async () => {
    const bytes = await zip([['a.xml', new Uint8Array(100_000_000)]])
    setSize(new DataView(bytes.buffer), bytes, 0, 5000)
    const source = await openPackage(bytes)
    const started = performance.now()
    await expect(source.bytes('a.xml')).rejects.toMatchObject({ reason: 'damaged' })
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})

test('parts that are read over and over are refused in the end', async () => {
  const source = await openPackage(
    await twoParts((view, bytes) => setSize(view, bytes, 0, 200_000_000)),
  )
  await expect(source.text('a.xml')).rejects.toMatchObject({ reason: 'damaged' })
  await expect(source.text('a.xml')).rejects.toMatchObject({ reason: 'damaged' })
  await expect(source.text('a.xml')).rejects.toMatchObject({ reason: 'too-large' })
})

test('whatever happens to a file, it is read or refused', async () => {
  const whole = await twoParts()
  const changes = array(
    tuple(integer({ max: whole.length - 1, min: 0 }), integer({ max: 255, min: 0 })),
    {
      maxLength: 4,
    },
  )
  await assert(
    asyncProperty(changes, integer({ min: 0, max: whole.length }), async (flips, length) => {
      const bytes = Uint8Array.from(whole)
      for (const [at, value] of flips) bytes[at] = value
      await readAll(length % 3 === 0 ? bytes.subarray(0, length) : bytes)
    }),
    { numRuns: 500, seed: 1 },
  )
})

/** Reads all parts; what is thrown has to be an `UnreadableError`. */
async function readAll(bytes: Uint8Array): Promise<void> {
  try {
    const source = await openPackage(bytes)
    for (const name of source.names) await source.text(name)
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableError)
  }
}

async function twoParts(change: Change = () => undefined): Promise<Uint8Array> {
  const bytes = await zip([
    ['a.xml', TEXT],
    ['b.xml', TEXT],
  ])
  change(new DataView(bytes.buffer), bytes)
  return bytes
}

async function zip(
  parts: readonly (readonly [string, string | Uint8Array])[],
  level = 5,
): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), {
    level,
    dataDescriptor: false,
    extendedTimestamp: false,
  })
  for (const [name, content] of parts) {
    const bytes = typeof content === 'string' ? utf8(content) : content
    await writer.add(name, new Uint8ArrayReader(bytes))
  }
  return Uint8Array.from(await writer.close())
}

/** Where the record at the end of the directory stands. */
function end(bytes: Uint8Array): number {
  return bytes.length - 22
}

/** Where an entry stands in the directory; all names here are as long as the first. */
function header(bytes: Uint8Array, index: number): number {
  const view = new DataView(bytes.buffer)
  let at = view.getUint32(end(bytes) + 16, true)
  for (let rest = index; rest > 0; rest--) {
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true)
  }
  return at
}

function nameOf(bytes: Uint8Array, index: number): number {
  return header(bytes, index) + 46
}

function setSize(view: DataView, bytes: Uint8Array, index: number, size: number): void {
  view.setUint32(header(bytes, index) + 24, size, true)
}

function setCount(view: DataView, bytes: Uint8Array, count: number): void {
  view.setUint16(end(bytes) + 8, count, true)
  view.setUint16(end(bytes) + 10, count, true)
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

function utf16(text: string): number[] {
  return Array.from({ length: text.length * 2 }, (_, index) => {
    const unit = text.charCodeAt(index >> 1)
    return index % 2 === 0 ? unit & 0xff : unit >> 8
  })
}

function swapped(bytes: readonly number[]): number[] {
  return bytes.map((_, index) => bytes[index ^ 1] ?? 0)
}
