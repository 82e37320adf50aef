import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import CFB from 'cfb'
import { assert, integer, property, tuple, uint8Array } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CORPUS, hasCorpus } from '../../../test/corpus.ts'
import { UnreadableError } from '../reader.ts'
import { type Compound, openCompound, whatIs } from './index.ts'

const SAMPLES = join(CORPUS, 'formats/samples')

/** Small and large streams, with noise in them so that a wrong sector shows. */
const SIZES = [1, 64, 65, 4095, 4096, 4097, 100_000]

const NO_SECTOR = 0xff_ff_ff_ff
const END = 0xff_ff_ff_fe

describe('streams', () => {
  const written = new Map(SIZES.map((size) => [`Stream${size}`, noise(size)]))

  test('every stream is read as it was written', () => {
    const compound = openCompound(container(written))
    for (const [name, content] of written) {
      expect([...(compound.stream(name) ?? [])]).toEqual([...content])
    }
  })

  test('names are told apart without case, and those in storages by their path', () => {
    const compound = openCompound(container(new Map([['ObjectPool/_1/Workbook', noise(9)]])))
    expect(compound.names).toContain('ObjectPool/_1/Workbook')
    expect(compound.has('objectpool/_1/WORKBOOK')).toBe(true)
    expect(compound.has('Workbook')).toBe(false)
    expect(compound.stream('Workbook')).toBeUndefined()
  })

  test('more allocation sectors than the header can name are read', () => {
    const content = noise(8_000_000)
    const compound = openCompound(container(new Map([['Workbook', content]])))
    expect(Buffer.compare(compound.stream('Workbook') ?? noise(0), content)).toBe(0)
  })

  test('a last sector that is not filled up is read', () => {
    const bytes = container(new Map([['Workbook', noise(5000)]]))
    const cut = bytes.subarray(0, offsetOf(chainOf(bytes, entryOf(bytes, 'Workbook')).at(-1)) + 500)
    expect(openCompound(cut).stream('Workbook')).toHaveLength(5000)
  })
})

describe('what a compound file is', () => {
  test.each([
    ['doc', ['WordDocument', '1Table', 'ObjectPool/_1/Workbook']],
    ['xls', ['Workbook']],
    ['xls', ['Book']],
    ['encrypted', ['EncryptedPackage', 'EncryptionInfo']],
    ['powerpoint', ['PowerPoint Document', 'Current User']],
    ['works', ['MatOST', 'MM']],
    ['works', ['CONTENTS']],
    ['other', ['ObjectPool/_1/WordDocument']],
  ])('%s: %j', (kind, names) => {
    const written = container(new Map(names.map((name) => [name, noise(10)])))
    expect(whatIs(openCompound(written))).toBe(kind)
  })
})

describe('files that lie', () => {
  const STREAMS = new Map([
    ['WordDocument', noise(5000)],
    ['1Table', noise(5000)],
    ['Small', noise(200)],
  ])

  test.each<[string, (bytes: Buffer) => void, string]>([
    ['a chain that comes back to where it began', loopBack, 'damaged'],
    ['a directory that comes back to where it began', loopDirectory, 'damaged'],
    ['a chain that ends too soon', endSoon, 'damaged'],
    [
      'a stream that claims 4 GB',
      (bytes) => setSize(bytes, 'WordDocument', 0xff_ff_ff_f0),
      'truncated',
    ],
    ['a tree that is its own child', (bytes) => setChild(bytes, 1), 'damaged'],
    ['a child that is not there', (bytes) => setChild(bytes, 99), 'damaged'],
    ['sectors of another size', (bytes) => bytes.writeUInt16LE(20, 0x1e), 'damaged'],
    ['no root', (bytes) => bytes.writeUInt8(2, directoryOf(bytes) + 0x42), 'damaged'],
    ['an allocation table elsewhere', (bytes) => bytes.writeUInt32LE(70_000, 0x4c), 'truncated'],
    ['two streams of one name', twins, 'duplicate-entry'],
  ])('%s', (_name, spoil, reason) => {
    const bytes = container(STREAMS)
    spoil(bytes)
    expect(() => readAll(openCompound(bytes))).toThrow(expect.objectContaining({ reason }))
  })

  test('a file that is cut short is said to be', () => {
    const bytes = container(STREAMS)
    const last = Math.max(...chainOf(bytes, entryOf(bytes, 'WordDocument')))
    const cut = bytes.subarray(0, offsetOf(last))
    expect(() => readAll(openCompound(cut))).toThrow(
      expect.objectContaining({ reason: 'truncated' }),
    )
  })

  test('a list of allocation sectors that comes back to where it began ends', () => {
    const bytes = container(new Map([['Workbook', noise(8_000_000)]]))
    const list = bytes.readUInt32LE(0x44)
    bytes.fill(0, offsetOf(list), offsetOf(list) + 508)
    bytes.writeUInt32LE(list, offsetOf(list) + 508)
    expect(() => openCompound(bytes)).toThrow(expect.objectContaining({ reason: 'damaged' }))
  })

  // A reader that follows every chain from every sector takes half a minute and 8 GB for this.
  test('thousands of sectors that lead into one chain cost nothing', () => {
    const started = performance.now()
    expect(openCompound(funnel(8000)).names).toEqual([])
    expect(performance.now() - started).toBeLessThan(20_000)
  })

  test('whatever the bytes, there is a result or an UnreadableError', () => {
    const bytes = container(STREAMS)
    const change = tuple(integer({ min: 0, max: bytes.length - 1 }), uint8Array({ maxLength: 8 }))
    assert(
      property(change, integer({ min: 0, max: bytes.length }), ([at, put], end) => {
        const spoilt = Buffer.from(bytes)
        spoilt.set(put.subarray(0, spoilt.length - at), at)
        expectUnreadable(() => readAll(openCompound(spoilt)))
        expectUnreadable(() => readAll(openCompound(spoilt.subarray(0, end))))
      }),
      { numRuns: 500, seed: 20_190_054 },
    )
  })
})

describe.skipIf(!hasCorpus)('real files', () => {
  const files = hasCorpus
    ? readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' }).filter((name) =>
        /(?:\.(?:doc|wps|xls|et)|encrypted\.\w+x)$/u.test(name),
      )
    : []
  const REFUSED = /hostile\/(?:empty|garbage|loop|html-named)/u

  test.each(files.filter((name) => !REFUSED.test(name)))(
    '%s is read as another reader does',
    (name) => {
      const bytes = readFileSync(join(SAMPLES, name))
      const compound = openCompound(bytes)
      const other = CFB.read(bytes, { type: 'buffer' })
      expect(compound.names.length).toBeGreaterThan(1)
      for (const path of compound.names) {
        const content = CFB.find(other, `/${path}`)?.content
        expect(Buffer.compare(compound.stream(path) ?? noise(0), Buffer.from(content ?? []))).toBe(
          0,
        )
      }
    },
  )

  test.each([
    ['garbage.doc', 'damaged'],
    ['loop.xls', 'damaged'],
  ])('%s is refused as %s', (name, reason) => {
    const bytes = readFileSync(join(SAMPLES, 'hostile', name))
    expect(() => openCompound(bytes)).toThrow(expect.objectContaining({ reason }))
  })
})

function readAll(compound: Compound): void {
  for (const name of compound.names) compound.stream(name)
}

function expectUnreadable(read: () => void): void {
  try {
    read()
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableError)
  }
}

function noise(size: number): Buffer {
  return Buffer.from(Uint8Array.from({ length: size }, (_, index) => (index * index) >> 7))
}

function container(streams: ReadonlyMap<string, Buffer>): Buffer {
  const written = CFB.utils.cfb_new()
  for (const [name, content] of streams) CFB.utils.cfb_add(written, `/${name}`, content)
  return Buffer.from(CFB.write(written, { type: 'buffer' }))
}

function offsetOf(sector = 0): number {
  return (sector + 1) * 512
}

function directoryOf(bytes: Buffer): number {
  return offsetOf(bytes.readUInt32LE(0x30))
}

/** Where the allocation table has what follows a sector; the table of a small file is one sector. */
function followerOf(bytes: Buffer, sector: number): number {
  return offsetOf(bytes.readUInt32LE(0x4c)) + sector * 4
}

function entryOf(bytes: Buffer, name: string): number {
  const at = bytes.indexOf(`${name}\0`, directoryOf(bytes), 'utf16le')
  expect(at).toBeGreaterThan(0)
  return at
}

function chainOf(bytes: Buffer, entry: number): readonly number[] {
  const chain: number[] = []
  for (let sector = bytes.readUInt32LE(entry + 0x74); sector !== END; ) {
    chain.push(sector)
    sector = bytes.readUInt32LE(followerOf(bytes, sector))
  }
  return chain
}

function loopBack(bytes: Buffer): void {
  const [first = 0, second = 0] = chainOf(bytes, entryOf(bytes, 'WordDocument'))
  bytes.writeUInt32LE(first, followerOf(bytes, second))
}

function loopDirectory(bytes: Buffer): void {
  const first = bytes.readUInt32LE(0x30)
  bytes.writeUInt32LE(first, followerOf(bytes, first))
}

function endSoon(bytes: Buffer): void {
  const [first = 0] = chainOf(bytes, entryOf(bytes, 'WordDocument'))
  bytes.writeUInt32LE(END, followerOf(bytes, first))
}

function setSize(bytes: Buffer, name: string, size: number): void {
  bytes.writeUInt32LE(size, entryOf(bytes, name) + 0x78)
}

function setChild(bytes: Buffer, child: number): void {
  const first = bytes.readUInt32LE(directoryOf(bytes) + 0x4c)
  bytes.writeUInt32LE(child === 1 ? first : child, directoryOf(bytes) + first * 128 + 0x48)
}

function twins(bytes: Buffer): void {
  bytes.copy(
    bytes,
    entryOf(bytes, 'Small'),
    entryOf(bytes, '1Table'),
    entryOf(bytes, '1Table') + 66,
  )
}

/** A file whose first sectors all lead to the head of a chain of all the others. */
function funnel(count: number): Buffer {
  const tables = Math.ceil(count / 128)
  const bytes = Buffer.alloc(512 * (count + 1))
  bytes.write('d0cf11e0a1b11ae1', 'hex')
  bytes.writeUInt16LE(9, 0x1e)
  bytes.writeUInt32LE(tables, 0x30)
  bytes.writeUInt32LE(END, 0x3c)
  bytes.writeUInt32LE(END, 0x44)
  for (let index = 0; index < 109; index++) {
    bytes.writeUInt32LE(index < tables ? index : NO_SECTOR, 0x4c + index * 4)
  }
  for (let sector = 0; sector < count; sector++) {
    const next = sector < count / 2 ? count / 2 : sector + 1
    bytes.writeUInt32LE(sector <= tables || next === count ? END : next, 512 + sector * 4)
  }
  const root = offsetOf(tables)
  bytes.writeUInt16LE(2, root + 0x40)
  bytes.writeUInt8(5, root + 0x42)
  bytes.writeUInt32LE(NO_SECTOR, root + 0x4c)
  return bytes
}
