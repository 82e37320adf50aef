import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { articleCount } from '../authority/lawbook.ts'
import { ConfigError } from './config-error.ts'
import { openLawbook } from './lawbook.ts'

describe('a folder of laws', () => {
  const book = openLawbook('fixtures/lawbook')

  test('finds a law by the name of its file, the newest version of it', () => {
    expect(book.find('《云岭市政府信息公开促进条例》')?.date).toBe('2021-03-18')
  })

  test('finds a law by its heading, where the file has another name', () => {
    const law = book.find('云岭市公共档案查阅办法')
    expect(law && articleCount(law)).toBe(2)
    expect(law?.effective).toBe('2020-07-01')
  })

  test('knows no other', () => {
    expect(book.find('中华人民共和国政府信息公开条例')).toBeUndefined()
  })
})

describe('a folder that is not as it should be', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lawbook-'))
    writeFileSync(join(folder, '云岭市档案条例_20200101.md'), '# 云岭市档案条例\n第一条 甲。\n')
    writeFileSync(join(folder, '云岭市档案条例.md'), '# 云岭市档案条例\n第一条 旧。\n')
    writeFileSync(join(folder, '.隐藏.md'), '# 隐藏条例\n第一条 甲。\n')
    writeFileSync(join(folder, '云岭市长条例.md'), `# 云岭市长条例\n第一条 ${'甲'.repeat(800_000)}`)
    writeFileSync(join(folder, 'README.md'), '# 说明\n这里放法规文本。\n')
    mkdirSync(join(folder, '云岭市空条例.md'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('takes the dated file, and neither hidden, nor huge, nor lawless ones', () => {
    const book = openLawbook(folder)
    expect(book.find('云岭市档案条例')?.articles.get('1')?.text).toBe('甲。')
    for (const title of ['隐藏条例', '云岭市长条例', '说明', '云岭市空条例']) {
      expect(book.find(title)).toBeUndefined()
    }
  })

  test.each([
    ['is not there', 'no-such-folder', '不存在，应当核对路径。'],
    ['is a file', 'README.md', '不是文件夹，应当核对路径。'],
  ])('is told when it %s', (_name, name, told) => {
    const path = join(folder, name)
    expect(() => openLawbook(path)).toThrow(new ConfigError(`法规文本文件夹“${path}”${told}`))
  })
})
