import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { SlowReader } from './slow-reader.ts'

const bytes = readFileSync('fixtures/one-table/catalogue.pdf')
const reader = new SlowReader()

afterAll(() => reader.close())

describe('a process for risky files', () => {
  test('gives the document', async () => {
    const document = await reader.read({ name: '目录.pdf', bytes })
    expect(document).toMatchObject({ format: 'pdf', pages: 1 })
  })

  test('hands on why there is none', async () => {
    const cut = bytes.subarray(0, 5000)
    await expect(reader.read({ name: '目录.pdf', bytes: cut })).rejects.toMatchObject({
      name: 'UnreadableError',
      reason: 'damaged',
    })
  })

  test('is ended when it takes too long, and started again for the next file', async () => {
    await expect(reader.read({ name: '目录.pdf', bytes }, 0)).rejects.toMatchObject({
      reason: 'timeout',
      message: expect.stringContaining('没有完成'),
    })
    expect(await reader.read({ name: '目录.pdf', bytes })).toMatchObject({ format: 'pdf' })
  })

  test('takes the blow of a file that ends V8', async () => {
    const wide = readFileSync('fixtures/damaged-process/wide-font.pdf')
    await expect(reader.read({ name: '目录.pdf', bytes: wide })).rejects.toMatchObject({
      reason: 'too-large',
      message: expect.stringContaining('内存超过上限'),
    })
    expect(await reader.read({ name: '目录.pdf', bytes })).toMatchObject({ format: 'pdf' })
  })
})
