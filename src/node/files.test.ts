import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findFiles } from './files.ts'

const FILES = [
  '目录.csv',
  '年报.md',
  '图片.png',
  '目录[2026].csv',
  '.隐藏.csv',
  '市直/教育局.xlsx',
  '市直/民政局.TSV',
  '市直/~$教育局.xlsx',
  '市直/说明.json',
  '市直/科室/人事科.docx',
  '市直/node_modules/包/readme.md',
  '.git/说明.md',
  '空/说明.json',
  '另存/目录.xlsm',
  '另存/目录.docm',
  '另存/目录.OFD',
  '另存/目录.xlsb',
  '另存/目录.rtf',
  '另存/目录.ods',
  '另存/目录.odt',
  '另存/目录.pptx',
]

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mulint-files-'))
  for (const file of FILES) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), '')
  }
  symlinkSync(folder, join(folder, '市直', '回路'))
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

const OTHERS = ['xlsm', 'docm', 'OFD', 'xlsb', 'rtf', 'ods', 'odt'].map((one) => `另存/目录.${one}`)
const CITY = ['市直/教育局.xlsx', '市直/民政局.TSV', '市直/科室/人事科.docx']

describe('the files that paths stand for', () => {
  test.each<[string, string[], string[]]>([
    ['a file', ['目录.csv'], ['目录.csv']],
    ['a file of a kind that is not checked', ['图片.png'], ['图片.png']],
    ['a hidden file that is named', ['.隐藏.csv'], ['.隐藏.csv']],
    ['a file named like a pattern', ['目录[2026].csv'], ['目录[2026].csv']],
    ['a file in a folder', ['市直/教育局.xlsx'], ['市直/教育局.xlsx']],
    ['a folder, with the folders in it', ['市直'], CITY],
    ['a folder with a slash', ['市直/'], CITY],
    ['a folder of other kinds, read or told', ['另存'], OTHERS],
    ['the folder itself', ['.'], ['年报.md', ...CITY, ...OTHERS, '目录.csv', '目录[2026].csv']],
    ['a pattern', ['*.csv'], ['目录.csv', '目录[2026].csv']],
    ['a pattern over folders', ['市直/**/*.docx'], ['市直/科室/人事科.docx']],
    ['alternatives', ['{年报,目录}.{md,csv}'], ['年报.md', '目录.csv']],
    ['a pattern passes over what an editor holds open', ['市直/*.xlsx'], ['市直/教育局.xlsx']],
    ['a pattern enters no node_modules', ['市直/**/*.md', '年报.md'], ['年报.md']],
    ['several, in order of path', ['目录.csv', '年报.md'], ['年报.md', '目录.csv']],
    ['the same twice', ['目录.csv', './目录.csv', '市直/../目录.csv'], ['目录.csv']],
    ['a folder and a file in it', ['市直', '市直/教育局.xlsx'], CITY],
    ['a pattern and a file of it', ['*.csv', '目录.csv'], ['目录.csv', '目录[2026].csv']],
  ])('%s', async (_name, paths, expected) => {
    const { files } = await findFiles(paths, folder)
    expect(files.map(({ path }) => path)).toEqual(expected.toSorted())
    expect(files.map(({ file }) => relative(folder, file).split(sep).join('/'))).toEqual(
      expected.toSorted(),
    )
  })

  test.each<[string, (path: string) => string]>([
    ['absolute', (path) => join(folder, path)],
    ['absolute, with a detour', (path) => `${folder}/市直/../${path}`],
  ])('a path that is %s is named relative to the folder, and once', async (_name, absolute) => {
    const { files } = await findFiles([absolute('目录.csv'), '目录.csv'], folder)
    expect(files.map(({ path }) => path)).toEqual(['目录.csv'])
  })

  test('a file above the folder is named from the folder', async () => {
    const { files } = await findFiles(['../目录.csv'], join(folder, '市直'))
    expect(files.map(({ path }) => path)).toEqual(['../目录.csv'])
  })
})

describe('a file was named itself', () => {
  test.each<[string, string[], boolean]>([
    ['by its path', ['目录.csv'], true],
    ['not by a folder', ['.'], false],
    ['not by a pattern', ['目*.csv'], false],
    ['by its path and a folder', ['目录.csv', '.'], true],
    ['by a folder and its path', ['.', '目录.csv'], true],
    ['by a pattern and its path', ['*.csv', '目录.csv'], true],
  ])('%s: %j', async (_name, paths, isNamed) => {
    const { files } = await findFiles(paths, folder)
    expect(files.find(({ path }) => path === '目录.csv')?.isNamed).toBe(isNamed)
  })
})

test.each<[string, string[], string[]]>([
  ['a path without a file', ['没有.csv', '目录.csv'], ['没有.csv']],
  ['a folder without anything to check', ['空'], ['空']],
  ['a pattern without a match', ['*.ofd'], ['*.ofd']],
  ['several', ['没有.csv', '*.ofd'], ['没有.csv', '*.ofd']],
  ['none', ['目录.csv'], []],
])('what matches nothing is told: %s', async (_name, paths, unmatched) => {
  expect((await findFiles(paths, folder)).unmatched).toEqual(unmatched)
})
