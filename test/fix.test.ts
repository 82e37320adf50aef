import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { rules } from '../rules/index.ts'
import { selectRules } from '../src/cli/selection.ts'
import { applyReplacements } from '../src/fix/plan.ts'
import { loadAuthorities } from '../src/node/data.ts'
import { type Fixed, fixBytes } from '../src/node/fix.ts'
import { readDocument } from '../src/readers/choose.ts'
import { renderMendRun } from '../src/report/mending.ts'
import { outdent, unmark } from '../src/rule/example.ts'
import type { Document } from '../src/table/model.ts'
import { replaceBytes } from '../src/writers/bytes.ts'
import { CORPUS, corpusIsRequired, hasCorpus } from './corpus.ts'

const BIN = resolve('bin/mulint.cjs')
const DOCUMENTS = 'fixtures/documents'
const authorities = loadAuthorities()
const settings = {
  rules: selectRules(rules, { only: [], skip: [], changes: [] }),
  authorities,
  today: '2026-11-21',
}

const TEXTS = new Set(['.md', '.csv', '.tsv', '.txt', '.html', '.htm'])

const fixtures = filesIn('fixtures').filter((path) => !path.includes('mulint'))
const samples = hasCorpus ? filesIn(join(CORPUS, 'formats/samples')) : []

describe('whole documents have golden accounts', () => {
  test.each(readdirSync(DOCUMENTS))('%s', async (name) => {
    const told: string[] = []
    for (const unsafe of [false, true]) {
      const [path = ''] = filesIn(join(DOCUMENTS, name))
      const { file } = await fixed(path, unsafe)
      const run = {
        files: [file],
        unsafe,
        isTrial: true,
        rules: 0,
        registryDate: '〈日期〉',
        version: '0.0.0',
      }
      const text = await renderMendRun('text', run, false)
      told.push(`${unsafe ? 'mulint fix --diff --unsafe' : 'mulint fix --diff'}\n\n${text}`)
    }
    await expect(told.join('\n').replaceAll('用0条规则', '用〈几〉条规则')).toMatchFileSnapshot(
      join('..', DOCUMENTS, name, 'fix.golden'),
    )
  })
})

describe.each([false, true])('every text, unsafe: %s', (unsafe) => {
  test.skipIf(!hasCorpus && !corpusIsRequired)('there are samples in every encoding', () => {
    expect(samples.length).toBeGreaterThan(25)
  })

  test.each([...fixtures, ...samples])('%s', async (path) => {
    const before = readFileSync(path)
    const done = await fixed(path, unsafe)
    const { file, bytes } = done
    expect(file.result.crash).toBeUndefined()
    expect(file.restless).toEqual([])
    if (bytes === undefined) {
      expect(file.mended).toEqual([])
      return
    }
    const old = await readDocument({ name: path, bytes: before })
    const now = await readDocument({ name: path, bytes })
    const { source = '', encoding = '' } = old
    expect(now.encoding).toBe(encoding)

    // Nothing but the replacements differs, byte for byte.
    expect(now.source).toBe(applyReplacements(source, file.replacements))
    expect(restored(done, now)).toEqual(before)

    // The same table, but for the cells that were mended.
    const changed = new Set(
      file.mended.flatMap(({ changes }) => changes.map(({ before: text }) => text)),
    )
    const [cells, others] = [cellsOf(old), cellsOf(now)]
    expect(others.map(({ place }) => place)).toEqual(cells.map(({ place }) => place))
    for (const [index, { text, origin }] of cells.entries()) {
      const isTouched = file.replacements.some(
        ({ start, end }) => start <= origin.end && end >= origin.start,
      )
      if (!isTouched) expect(others[index]?.text).toBe(text)
    }
    expect(changed.size).toBeGreaterThan(0)

    // And again: nothing.
    const again = await fixBytes(inputOf(path), () => bytes, optionsOf(unsafe))
    expect(again.file.mended).toEqual([])
    expect(again.bytes).toBeUndefined()
  })
})

describe('the examples of every rule', () => {
  test.each(rules)('$id: mended once and for all', async ({ examples, kinds }) => {
    for (const { table, format = 'md' } of [...examples.good, ...examples.bad]) {
      const path = `example.${format}`
      const bytes = Buffer.from(unmark(outdent(table)).source)
      const options = { ...optionsOf(true), settings: { ...settings, kind: kinds[0] } }
      const done = await fixBytes(inputOf(path), () => bytes, options)
      expect(done.file.result.crash).toBeUndefined()
      expect(done.file.restless).toEqual([])
      expect(done.file.leftOut.map(({ diagnostic, why }) => [diagnostic.rule, why])).toEqual([])
      if (done.bytes === undefined) continue
      const now = await readDocument({ name: path, bytes: done.bytes })
      expect(restored(done, now)).toEqual(bytes)
      const again = await fixBytes(inputOf(path), () => done.bytes ?? bytes, options)
      expect(again.file.mended).toEqual([])
    }
  })
})

describe('files', () => {
  let folder = ''
  const SOURCE = readFileSync(join(DOCUMENTS, 'edu-bureau/source.tsv'))

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mulint-fix-'))
    writeFileSync(join(folder, '目录.tsv'), SOURCE)
  })

  afterEach(() => {
    chmodSync(folder, 0o755)
    rmSync(folder, { recursive: true, force: true })
  })

  test('are left alone; a copy beside them is mended', () => {
    const { status, stdout } = mulint('fix 目录.tsv')
    expect(status).toBe(1)
    expect(stdout).toContain('目录.tsv → 目录.已校对.tsv')
    expect(stdout).toContain('改了1个文件的3处')
    expect(read('目录.tsv')).toEqual(SOURCE)
    const copy = read('目录.已校对.tsv').toString()
    expect(copy).toContain('国办发〔2018〕118号')
    expect(copy).not.toContain('国办发[2018]118号')
    expect(readdirSync(folder).sort()).toEqual(['目录.tsv', '目录.已校对.tsv'].sort())
  })

  test('that were copied before are not copied again, nor is the copy mended', () => {
    mulint('fix 目录.tsv')
    const { stdout, stderr } = mulint('fix .')
    expect(stdout).toContain('目录.tsv → 目录.已校对.tsv')
    expect(stderr).toContain('跳过了文件夹里的1份校对稿')
    expect(readdirSync(folder)).toHaveLength(2)
  })

  test('a copy with something else in it is never overwritten, and that is said', () => {
    writeFileSync(join(folder, '目录.已校对.tsv'), '张科长手改的')
    const { stdout } = mulint('fix 目录.tsv')
    expect(stdout).toContain(
      '“目录.已校对.tsv”已经有了，内容不同，没有覆盖，写到“目录.已校对2.tsv”。',
    )
    expect(read('目录.已校对.tsv').toString()).toBe('张科长手改的')
    expect(read('目录.已校对2.tsv').toString()).toContain('国办发〔2018〕118号')
  })

  test('a copy that cannot be read is not overwritten either', () => {
    symlinkSync(join(folder, '拔掉的盘', '目录.tsv'), join(folder, '目录.已校对.tsv'))
    expect(mulint('fix 目录.tsv').stdout).toContain('写到“目录.已校对2.tsv”')
    expect(readlinkSync(join(folder, '目录.已校对.tsv'))).toContain('拔掉的盘')
  })

  test.each(['目录.tsv', '连接.tsv', '目录.已校对.tsv'])(
    'no account is written over %s',
    (name) => {
      symlinkSync('目录.tsv', join(folder, '连接.tsv'))
      const { status, stderr } = mulint(`fix 目录.tsv -f json=${name}`)
      expect([status, stderr]).toEqual([2, expect.stringContaining(`报告不能写到它上面`)])
      expect(read('目录.tsv')).toEqual(SOURCE)
      expect(existsSync(join(folder, '目录.已校对.tsv'))).toBe(false)
    },
  )

  test('are overwritten when asked, with their permissions, through a link', () => {
    chmodSync(join(folder, '目录.tsv'), 0o640)
    symlinkSync('目录.tsv', join(folder, '链接.tsv'))
    expect(mulint('fix 链接.tsv --write').stdout).toContain('改了1个文件的3处')
    expect(read('目录.tsv').toString()).toContain('国办发〔2018〕118号')
    expect(statSync(join(folder, '目录.tsv')).mode & 0o777).toBe(0o640)
    expect(readdirSync(folder).sort()).toEqual(['目录.tsv', '链接.tsv'].sort())
    const before = statSync(join(folder, '目录.tsv')).mtimeMs
    expect(mulint('fix 链接.tsv --write').stdout).toContain('没有可以改的')
    expect(statSync(join(folder, '目录.tsv')).mtimeMs).toBe(before)
  })

  test('are only shown with --diff', () => {
    const { status, stdout } = mulint('fix 目录.tsv --diff')
    expect(status).toBe(1)
    expect(stdout).toContain('- …法制审核制度的指导意见》（国办发[2018]118号）')
    expect(stdout).toContain('+ …法制审核制度的指导意见》（国办发〔2018〕118号）')
    expect(stdout).toContain('没有写任何文件')
    expect(readdirSync(folder)).toEqual(['目录.tsv'])
  })

  test('cells of one row that one fix mends are shown each with its line', () => {
    const basis = '《关于全面推进基层政务公开标准化规范化工作的指导意见》(国办发〔2019〕54号)'
    const rows = Array.from(
      { length: 20 },
      (_, index) => `${index + 1},事项${index},"职能,机构,人员",${basis},实时更新,市教育局\n`,
    )
    const head = '云岭市教育局主动公开事项目录\n序号,公开事项,公开内容,公开依据,公开时限,公开主体\n'
    writeFileSync(join(folder, '标点.csv'), head + rows.join(''))
    const { stdout } = mulint('fix 标点.csv --diff --only punct-halfwidth')
    expect(stdout).toMatch(/序号9／公开内容 {2}11:\d+ {2}同上/u)
    expect(stdout).toMatch(/序号9／公开依据 {2}11:\d+ {2}同上/u)
    expect(stdout).toContain('+ …公开标准化规范化工作的指导意见》（国办发〔2019〕54号）')
  })

  test('a unified diff of lines that end with CRLF can be applied', () => {
    writeFileSync(join(folder, '目录.tsv'), SOURCE.toString().replace(/\r?\n/gu, '\r\n'))
    writeFileSync(join(folder, 'diff'), mulint('fix 目录.tsv --diff -f diff').stdout)
    const mended = mulint('fix 目录.tsv --stdout').stdout
    const patched = spawnSync('git', ['apply', 'diff'], { cwd: folder, encoding: 'utf8' })
    expect(patched.stderr).not.toContain('error')
    expect(read('目录.tsv').toString()).toBe(mended)
  })

  test('are shown as a unified diff that git understands', () => {
    const { stdout } = mulint('fix 目录.tsv --diff -f diff')
    writeFileSync(join(folder, 'diff'), stdout)
    const patched = spawnSync('git', ['apply', 'diff'], { cwd: folder, encoding: 'utf8' })
    expect(patched.stderr).toBe('')
    copyFileSync(join(folder, '目录.tsv'), join(folder, '补丁.tsv'))
    writeFileSync(join(folder, '目录.tsv'), SOURCE)
    mulint('fix 目录.tsv --write')
    expect(read('目录.tsv')).toEqual(read('补丁.tsv'))
  })

  test('come out of --stdout whole, in their own encoding, and the account elsewhere', () => {
    const bytes = readFileSync(join(DOCUMENTS, 'development-bureau/source.txt'))
    writeFileSync(join(folder, '发改.txt'), bytes)
    const { stdout, stderr } = spawnSync(process.execPath, [BIN, 'fix', '发改.txt', '--stdout'], {
      cwd: folder,
    })
    const text = new TextDecoder('gb18030', { fatal: true }).decode(stdout)
    const old = new TextDecoder('gb18030').decode(bytes)
    expect(text).toBe(old.replace('国务院令713号', '国务院令第713号'))
    expect(stderr.toString()).toContain('cite-number-malformed')
    const piped = spawnSync(
      process.execPath,
      [BIN, 'fix', '--stdin', '--stdin-filename', '发改.txt'],
      { cwd: folder, input: bytes },
    )
    expect(piped.stdout).toEqual(stdout)
    expect(readdirSync(folder)).toHaveLength(2)
  })

  test('that cannot be written yet are told, one sentence each, and counted', () => {
    copyFileSync('fixtures/one-table/catalogue.xlsx', join(folder, '目录.xlsx'))
    copyFileSync('fixtures/one-table/catalogue.docx', join(folder, '目录.docx'))
    const { status, stdout } = mulint('fix .')
    expect(status).toBe(1)
    expect(stdout).toContain('没有改  xlsx 文件还不能自动改')
    expect(stdout).toContain('没有改  docx 文件还不能自动改')
    expect(stdout).toContain('2个文件不能改写')
    const alone = mulint('fix 目录.xlsx')
    expect([alone.status, readdirSync(folder).length]).toEqual([2, 4])
  })

  test.each<[why: string, words: string, code: number, said: string]>([
    ['nothing to mend, nothing left', 'fix 目录.tsv --only punct', 0, '没有可以改的'],
    ['all mended', 'fix 目录.tsv --only cite,num', 0, '改了3处，没有别的发现'],
    ['only one rule', 'fix 目录.tsv --only cite-number-malformed', 0, '改了2处，没有别的发现'],
    ['a rule skipped', 'fix 目录.tsv --skip cite-number-malformed', 1, '改了2处'],
    ['a rule off', 'fix 目录.tsv --rule cite-number-malformed=off', 1, '改了2处'],
    ['suggested ones as well', 'fix 目录.tsv --unsafe', 1, '改了5处'],
    [
      'more warnings left than allowed',
      'fix 目录.tsv --only deadline --fail-on error --max-warnings 0 --rule deadline-not-allowed=warning',
      1,
      '没有可以改的',
    ],
    ['a way to write, for a check', 'check 目录.tsv --write', 2, '--write 同 fix 一起用'],
    ['nothing to show', 'fix 目录.tsv --diff --only punct', 0, '没有可以改的'],
    ['something to show', 'fix 目录.tsv --diff --only cite', 1, '能改2处'],
    ['a path that is not there', 'fix nowhere.tsv', 2, 'nowhere.tsv'],
    ['no path', 'fix', 2, '没有给出要检查的路径'],
    ['two ways to write', 'fix 目录.tsv --diff --write', 2, '只能用一个'],
    ['several files to one output', 'fix 目录.tsv 另.tsv --stdout', 2, '另.tsv'],
    ['a format that is none', 'fix 目录.tsv -f sarif', 2, 'text、json、diff'],
    ['standard input written back', 'fix --stdin --write', 2, '--stdout'],
    ['help', 'fix --help', 0, '已校对'],
  ])('exit codes: %s', (_why, words, code, said) => {
    const { status, stdout, stderr } = mulint(words)
    expect(stdout + stderr).toContain(said)
    expect(status).toBe(code)
  })

  test('the account is JSON when asked, and fits its schema', () => {
    const { stdout } = mulint('fix 目录.tsv --unsafe -f json')
    const account = JSON.parse(stdout)
    const schema = (name: string) => JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8'))
    const validate = new Ajv2020({ schemas: [schema('report')] }).compile(schema('fix'))
    expect([validate(account), validate.errors]).toEqual([true, null])
    expect(account.summary).toMatchObject({ files: 1, mended: 5, leftOut: 0, unwritten: 0 })
    expect(account.files[0]).toMatchObject({ output: '目录.已校对.tsv', written: true })
    expect(account.files[0].mended[0].changes[0]).toMatchObject({
      place: { label: '序号8／公开依据' },
      after: expect.stringContaining('国办发〔2018〕118号'),
    })
  })

  test('a shifted row is shown as a row', () => {
    const head = ['序号', '公开事项', '公开内容', '公开依据', '公开时限', '公开主体', '公开渠道']
    const rows = [1, 2, 3, 4].map((number) => [
      String(number),
      `公开事项${'甲乙丙丁'[number - 1]}`,
      '工作制度文本',
      '《中华人民共和国政府信息公开条例》第二十条',
      '自该信息形成或者变更之日起20个工作日内',
      '市教育局',
      '政府网站',
    ])
    rows[2]?.splice(3, 1)
    rows[2]?.push('')
    writeFileSync(
      join(folder, '错位.tsv'),
      `云岭市教育局主动公开事项目录\n\n${[head, ...rows].map((row) => row.join('\t')).join('\n')}\n`,
    )
    const { stdout } = mulint('fix 错位.tsv --diff --unsafe --only table-column-shift')
    expect(stdout).toContain(
      '- 3 │ 公开事项丙 │ 工作制度文本 │ 自该信息形成或者变更之日起20个工作日内 │ 市教育局 │ 政府网站 │ ',
    )
    expect(stdout).toContain(
      '+ 3 │ 公开事项丙 │ 工作制度文本 │  │ 自该信息形成或者变更之日起20个工作日内 │ 市教育局 │ 政府网站',
    )
  })

  test('in a folder that is closed are whole, and that is told', () => {
    chmodSync(folder, 0o555)
    if (isWritable(folder)) return
    const { status, stdout } = mulint('fix 目录.tsv --write')
    expect([status, stdout.includes('没有权限')]).toEqual([2, true])
    expect(read('目录.tsv')).toEqual(SOURCE)
  })

  test('are whole when the disk is full', () => {
    const big = bigCatalogue()
    writeFileSync(join(folder, '大.tsv'), big)
    // No file may grow beyond 64 blocks of 1 KiB, which is less than the catalogue.
    const { status, stdout } = spawnSync(
      'bash',
      [
        '-c',
        `trap '' XFSZ; ulimit -f 64; exec "${process.execPath}" "${BIN}" fix 大.tsv --write --only cite`,
      ],
      { cwd: folder, encoding: 'utf8' },
    )
    expect(big.length).toBeGreaterThan(64 * 1024)
    expect(stdout).toContain('原来的文件没有动')
    expect(status).toBe(2)
    expect(read('大.tsv')).toEqual(big)
    expect(readdirSync(folder).sort()).toEqual(['大.tsv', '目录.tsv'].sort())
  })

  test('are whole, old or new, whenever the program is killed', async () => {
    const big = bigCatalogue()
    const file = join(folder, '大.tsv')
    writeFileSync(file, big)
    mulint('fix 大.tsv --only cite')
    const mended = read('大.已校对.tsv')
    expect(mended).not.toEqual(big)
    for (const wait of [200, 400, 500, 600]) {
      writeFileSync(file, big)
      const words = [BIN, 'fix', '大.tsv', '--write', '--only', 'cite']
      const child = spawn(process.execPath, words, { cwd: folder, stdio: 'ignore' })
      const ended = new Promise((resolve) => child.once('exit', resolve))
      setTimeout(() => child.kill('SIGKILL'), wait)
      await ended
      const now = read('大.tsv')
      expect(now.equals(big) || now.equals(mended)).toBe(true)
    }
  })

  test('are whole when the program is killed in the middle of writing', async () => {
    const file = join(folder, '目录.tsv')
    const size = 400_000_000
    const script = `import(process.argv[1]).then(({ save }) => save(process.argv[2], Buffer.alloc(${size}, 120), 0o644))`
    const module = pathToFileURL(resolve('dist/src/node/save.js')).href
    const child = spawn(process.execPath, ['--eval', script, module, file], { stdio: 'inherit' })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    const neighbour = `${file}.${child.pid}.tmp`
    const written = () => statSync(neighbour, { throwIfNoEntry: false })?.size ?? 0
    while (written() === 0 && child.exitCode === null) {
      await new Promise((resolve) => setImmediate(resolve))
    }
    child.kill('SIGKILL')
    await ended
    expect(child.signalCode).toBe('SIGKILL')
    expect(written()).toBeGreaterThan(0)
    expect(written()).toBeLessThan(size)
    expect(read('目录.tsv')).toEqual(SOURCE)
  })

  function mulint(words: string) {
    return spawnSync(process.execPath, [BIN, ...words.split(' ')], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, NO_COLOR: '1' },
      input: '',
    })
  }

  function read(name: string): Buffer {
    return readFileSync(join(folder, name))
  }
})

/** A catalogue of some hundred kilobytes with a malformed number in each row. */
function bigCatalogue(): Buffer {
  const head = '序号\t公开事项\t公开内容\t公开依据\t公开时限\t公开主体\n'
  const rows = Array.from(
    { length: 1500 },
    (_, index) =>
      `${index + 1}\t公开事项\t内容\t《关于全面推进基层政务公开标准化规范化工作的指导意见》（国办发[2019]54号）\t实时更新\t市教育局\n`,
  )
  return Buffer.from(`云岭市教育局主动公开事项目录\n\n${head}${rows.join('')}`)
}

function isWritable(folder: string): boolean {
  try {
    writeFileSync(join(folder, 'probe'), '')
    rmSync(join(folder, 'probe'))
    return true
  } catch {
    return false
  }
}

/** The old bytes, made of the new ones by putting back what stood there. */
function restored({ file, before = new Uint8Array(), bytes }: Fixed, { encoding = '' }: Document) {
  const { text = '', replacements } = file
  let shift = 0
  const back = replacements.map(({ start, end, text: put }) => {
    const from = start + shift
    shift += put.length - (end - start)
    return { start: from, end: from + put.length, text: text.slice(start, end) }
  })
  const now = applyReplacements(text, replacements)
  const old = replaceBytes({ bytes: bytes ?? before, encoding, text: now }, back)
  return old && Buffer.from(old)
}

function cellsOf({ blocks }: Document) {
  return blocks.flatMap((block, index) => {
    if (block.kind === 'paragraph')
      return [{ place: `${index}`, text: block.text, origin: spanOf(block.origin) }]
    return block.rows.flat().map(({ text, row, column, rowSpan, columnSpan, origin }) => ({
      place: `${index} ${row} ${column} ${rowSpan} ${columnSpan}`,
      text,
      origin: spanOf(origin),
    }))
  })
}

function spanOf(origin: object): { readonly start: number; readonly end: number } {
  const { start = 0, end = 0 } = origin as { start?: number; end?: number }
  return { start, end }
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => TEXTS.has(extname(path)) && !basename(path).startsWith('README'))
    .filter((path) => existsSync(path) && statSync(path).isFile())
    .sort()
}

function fixed(path: string, unsafe: boolean): Promise<Fixed> {
  return fixBytes(inputOf(path), () => readFileSync(path), optionsOf(unsafe))
}

function inputOf(path: string) {
  return { file: path, path: path.split('\\').join('/'), isNamed: true }
}

function optionsOf(unsafe: boolean) {
  return { settings, unsafe, version: '0.0.0' }
}
