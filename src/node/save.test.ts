import { spawnSync } from 'node:child_process'
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { save } from './save.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mulint-save-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

test.each<[string, string | Uint8Array, string]>([
  ['text as UTF-8', '没有发现问题。\n', '没有发现问题。\n'],
  ['bytes as they are', Uint8Array.from([0xe5, 0xba, 0x8f]), '序'],
  ['nothing', '', ''],
])('writes %s, and nothing beside it', (_name, content, written) => {
  const file = join(folder, '报告.txt')
  save(file, content)
  expect(readFileSync(file, 'utf8')).toBe(written)
  expect(readdirSync(folder)).toEqual(['报告.txt'])
})

test('replaces a longer file whole', () => {
  const file = join(folder, '报告.txt')
  writeFileSync(file, '错误12、警告3。共检查1个文件。\n')
  save(file, '没有发现问题。\n')
  expect(readFileSync(file, 'utf8')).toBe('没有发现问题。\n')
})

test('throws when the folder is missing', () => {
  expect(() => save(join(folder, '没有', '报告.txt'), '')).toThrow(/ENOENT/u)
})

test('leaves nothing behind when the name cannot be taken', () => {
  const taken = join(folder, '报告.txt')
  mkdirSync(taken)
  writeFileSync(join(taken, '旧报告.txt'), '旧')
  expect(() => save(taken, '新')).toThrow()
  expect(readdirSync(folder)).toEqual(['报告.txt'])
  expect(readFileSync(join(taken, '旧报告.txt'), 'utf8')).toBe('旧')
})

test('a link goes on pointing where it did', () => {
  const [file, link] = [join(folder, '报告.txt'), join(folder, '最新.txt')]
  writeFileSync(file, '旧')
  symlinkSync(file, link)
  save(link, '新')
  expect(readFileSync(file, 'utf8')).toBe('新')
  expect(lstatSync(link).isSymbolicLink()).toBe(true)
})

test.skipIf(process.platform === 'win32')('a pipe is written into, not replaced', () => {
  const pipe = join(folder, '管道')
  const script = 'mkfifo "$1"; cat "$1" & "$0" -e "$2" "$3" "$1"; wait; test -p "$1"'
  const run = 'import(process.argv[1]).then(({ save }) => save(process.argv[2], "新"))'
  const module = pathToFileURL(resolve('dist/src/node/save.js')).href
  const words = ['-c', script, process.execPath, pipe, run, module]
  const { status, stdout } = spawnSync('bash', words, { encoding: 'utf8', timeout: 10_000 })
  expect([status, stdout]).toEqual([0, '新'])
})
