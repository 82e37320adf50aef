import { spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'

const BIN = resolve('bin/mulint.cjs')
const HEADER =
  '云岭市教育局主动公开事项目录\n\n序号\t公开事项\t公开内容\t公开依据\t公开时限\t公开主体\t公开渠道\t公开对象\t公开方式\n'
const ROW =
  '1\t公开指南\t指南文本\t《中华人民共和国政府信息公开条例》第十二条\t实时更新\t市教育局\t政府网站\t全社会\t主动公开\n'
const GOOD = HEADER + ROW
/** Two faults, in a rule of each. */
const BAD = HEADER + ROW.replace('市教育局', '')
const WORSE = HEADER + ROW.replace('市教育局', '').replace('指南文本', '')

const FILES: Readonly<Record<string, string>> = {
  '报送/教育局 目录.tsv': GOOD,
  '报送/旧名.tsv': GOOD,
  'b.tsv': GOOD,
  'gone.tsv': GOOD,
  'README.md': '# 说明\n\n本仓库存放公开目录。\n',
}

const home = realpathSync(mkdtempSync(join(tmpdir(), 'mulint-git-')))
let repository = ''
let count = 0

beforeEach(() => {
  repository = join(home, `仓 库${++count}`)
  mkdirSync(repository)
  git('init', '--quiet', '--initial-branch=main')
  for (const [path, content] of Object.entries(FILES)) write(path, content)
  git('add', '--all')
  git('commit', '--quiet', '-m', 'first')
})

afterAll(() => rmSync(home, { recursive: true, force: true }))

describe('--changed', () => {
  test('takes what the working tree changes, staged or not, known to git or not', () => {
    write('报送/教育局 目录.tsv', BAD)
    write('b.tsv', BAD)
    git('add', 'b.tsv')
    write('报送/新增.tsv', BAD)
    write('.gitignore', '报送/忽略.tsv\n')
    write('报送/忽略.tsv', BAD)
    rmSync(join(repository, 'gone.tsv'))
    renameSync(join(repository, '报送/旧名.tsv'), join(repository, '报送/新名.tsv'))
    git('add', '--all', '报送/旧名.tsv', '报送/新名.tsv')
    expect(checked('--changed', '.')).toEqual([
      'b.tsv',
      '报送/教育局 目录.tsv',
      '报送/新名.tsv',
      '报送/新增.tsv',
    ])
    expect(mulint('--changed').status).toBe(1)
  })

  test('is held to the paths that are given', () => {
    write('报送/教育局 目录.tsv', BAD)
    write('b.tsv', BAD)
    expect(checked('--changed', '报送')).toEqual(['报送/教育局 目录.tsv'])
    expect(checked('--changed', '*.tsv')).toEqual(['b.tsv'])
    expect(checked('--changed', 'b.tsv', '报送/旧名.tsv')).toEqual(['b.tsv'])
  })

  test('works from a folder of the repository and through a link to it', () => {
    write('报送/教育局 目录.tsv', BAD)
    write('b.tsv', BAD)
    expect(checkedIn(join(repository, '报送'), '--changed')).toEqual(['教育局 目录.tsv'])
    expect(checkedIn(join(repository, '报送'), '--changed', '..')).toEqual([
      '../b.tsv',
      '教育局 目录.tsv',
    ])
    symlinkSync(repository, join(home, `link${count}`))
    expect(checkedIn(home, `--changed`, `link${count}`)).toBe(undefined)
    expect(checkedIn(join(home, `link${count}`), '--changed', 'b.tsv')).toEqual(['b.tsv'])
  })

  test('--since counts from where the branch left, with the working tree', () => {
    git('checkout', '--quiet', '-b', '分支')
    write('报送/教育局 目录.tsv', BAD)
    git('commit', '--quiet', '-am', 'branch')
    git('checkout', '--quiet', 'main')
    write('b.tsv', BAD)
    git('commit', '--quiet', '-am', 'main goes on')
    git('checkout', '--quiet', '分支')
    write('报送/新增.tsv', BAD)
    expect(checked('--changed', '--since', 'main')).toEqual([
      '报送/教育局 目录.tsv',
      '报送/新增.tsv',
    ])
    expect(checked('--changed')).toEqual(['报送/新增.tsv'])
    expect(checked('--changed', '--since', 'HEAD~1', 'b.tsv')).toEqual([])
  })

  test('before the first commit everything is changed', () => {
    const fresh = join(home, `fresh${count}`)
    mkdirSync(fresh)
    git('init', '--quiet', fresh)
    writeFileSync(join(fresh, '目录.tsv'), GOOD)
    writeFileSync(join(fresh, '附件.tsv'), GOOD)
    gitIn(fresh, 'add', '目录.tsv')
    expect(checkedIn(fresh, '--changed')).toEqual(['目录.tsv', '附件.tsv'])
    expect(checkedIn(fresh, '--staged')).toEqual(['目录.tsv'])
  })

  test('works in another worktree of the repository', () => {
    const other = join(home, `worktree${count}`)
    git('worktree', 'add', '--quiet', '-b', 'other', other)
    write('b.tsv', BAD)
    writeFileSync(join(other, 'gone.tsv'), BAD)
    expect(checkedIn(other, '--changed')).toEqual(['gone.tsv'])
  })

  test('takes a submodule that is not as it was whole', () => {
    const module = join(home, `module${count}`)
    mkdirSync(module)
    git('init', '--quiet', module)
    writeFileSync(join(module, '甲.tsv'), GOOD)
    writeFileSync(join(module, '乙.tsv'), GOOD)
    gitIn(module, 'add', '--all')
    gitIn(module, 'commit', '--quiet', '-m', 'module')
    git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', module, '子模块')
    git('commit', '--quiet', '-m', 'module')
    expect(checked('--changed')).toEqual([])
    write('子模块/甲.tsv', BAD)
    expect(checked('--changed')).toEqual(['子模块/乙.tsv', '子模块/甲.tsv'])
    gitIn(join(repository, '子模块'), 'commit', '--quiet', '-am', 'module goes on')
    git('add', '--all')
    const { status, stderr } = mulint('--staged')
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr:
        'mulint：子模块“子模块”里的文件不在暂存区里，没有检查\nmulint：没有暂存要检查的文件，什么也没有检查\n',
    })
  })
})

describe('--staged', () => {
  test('checks what is staged, not what stands in the file', () => {
    write('报送/教育局 目录.tsv', BAD)
    git('add', '--all')
    write('报送/教育局 目录.tsv', GOOD)
    write('b.tsv', WORSE)
    const { files } = report('--staged')
    expect(rulesOf(files)).toEqual([['报送/教育局 目录.tsv', 'subject-missing']])
    write('报送/教育局 目录.tsv', WORSE)
    expect(rulesOf(report('--staged').files)).toEqual([['报送/教育局 目录.tsv', 'subject-missing']])
    git('add', '报送')
    expect(rulesOf(report('--staged').files)).toEqual([
      ['报送/教育局 目录.tsv', 'content-missing', 'subject-missing'],
    ])
  })

  test('finds what the disk has no more', () => {
    write('报送/新增.tsv', BAD)
    write('报送/图.png', 'x')
    git('add', '--all')
    rmSync(join(repository, '报送'), { recursive: true })
    for (const path of [['.'], ['报送'], ['报送/新增.tsv'], ['报送/*.tsv'], []]) {
      expect(checked('--staged', ...path)).toEqual(['报送/新增.tsv'])
    }
    expect(checked('--staged', '*.tsv')).toEqual([])
  })

  test('takes renamed files by their new name, and no deleted ones', () => {
    git('mv', '报送/旧名.tsv', '报送/新 名.tsv')
    git('rm', '--quiet', 'gone.tsv')
    expect(checked('--staged')).toEqual(['报送/新 名.tsv'])
    expect(mulint('--staged', 'gone.tsv')).toMatchObject({ status: 0 })
  })

  test('reads line ends and encodings as they would be checked out', () => {
    write('.gitattributes', '*.tsv eol=crlf\n')
    write('b.tsv', BAD.replaceAll('\n', '\r\n'))
    git('add', '--all')
    const place = (words: string) => report(words, 'b.tsv').files[0]?.findings[0]?.place
    expect(place('--staged')).toMatchObject({ line: 4 })
    expect(place('--staged')).toEqual(place('--changed'))
  })

  test('reads workbooks', () => {
    const workbook = readFileSync('fixtures/one-table/catalogue.xlsx')
    writeFileSync(join(repository, '目录.xlsx'), workbook)
    git('add', '--all')
    writeFileSync(join(repository, '目录.xlsx'), 'damaged')
    expect(report('--staged').files).toMatchObject([{ path: '目录.xlsx', status: 'checked' }])
  })

  test('refuses a file with conflicts', () => {
    git('checkout', '--quiet', '-b', 'side')
    write('b.tsv', BAD)
    git('commit', '--quiet', '-am', 'side')
    git('checkout', '--quiet', 'main')
    write('b.tsv', WORSE)
    git('commit', '--quiet', '-am', 'main')
    spawnSync('git', ['merge', 'side'], { cwd: repository, env: ENV })
    expect(mulint('--staged')).toMatchObject({
      status: 2,
      stderr: 'mulint：“b.tsv”有没有解决的冲突，解决以后 git add 再检查\n',
    })
  })

  test('works as a hook, for what a commit of some paths takes', () => {
    const hook = `#!/bin/sh\nexec '${process.execPath}' '${BIN}' check --staged\n`
    writeFileSync(join(repository, '.git/hooks/pre-commit'), hook, { mode: 0o755 })
    write('b.tsv', BAD)
    write('gone.tsv', GOOD.replace('实时更新', '长期公开'))
    git('add', '--all')
    const commit = (...words: string[]) =>
      spawnSync('git', ['commit', '--quiet', '-m', 'hooked', ...words], {
        cwd: repository,
        env: ENV,
        encoding: 'utf8',
      })
    const refused = commit()
    expect(refused.status).toBe(1)
    expect(refused.stdout + refused.stderr).toContain('subject-missing')
    // Of a commit of one path git makes an index of its own.
    expect(commit('gone.tsv')).toMatchObject({ status: 0 })
    expect(commit('b.tsv').status).toBe(1)
  })
})

describe('nothing to check', () => {
  test.each<[why: string, words: string[], stderr: string]>([
    ['nothing changed', ['--changed'], 'mulint：没有改动要检查的文件，什么也没有检查\n'],
    ['nothing staged', ['--staged'], 'mulint：没有暂存要检查的文件，什么也没有检查\n'],
    ['nothing there', ['--changed', 'b.tsv'], 'mulint：没有改动要检查的文件，什么也没有检查\n'],
  ])('%s is no failure, and told', (_, words, told) => {
    expect(mulint(...words)).toMatchObject({ status: 0, stderr: told })
  })

  test('a changed file that is no catalogue is no failure, and told', () => {
    write('README.md', '# 说明\n\n改过了。\n')
    expect(mulint('--changed')).toMatchObject({
      status: 0,
      stderr: 'mulint：改动的文件里没有认出目录、年报或者台账\n',
    })
    expect(mulint('--changed', 'README.md').status).toBe(1)
  })

  test('a changed file that cannot be read is one', () => {
    write('b.tsv', '\u0000\u0001'.repeat(200))
    expect(mulint('--changed')).toMatchObject({ status: 1, stderr: '' })
  })

  test('the reports are written all the same', () => {
    expect(mulint('--changed', '-f', 'sarif=out.sarif').status).toBe(0)
    const { runs } = JSON.parse(readFileSync(join(repository, 'out.sarif'), 'utf8'))
    expect(runs[0].results).toEqual([])
  })
})

describe('what git cannot tell is exit code 2', () => {
  test.each<[why: string, words: string[], told: RegExp]>([
    ['an unknown commit', ['--changed', '--since', 'mian'], /没有提交、分支或者标签“mian”/u],
    [
      'an option for a commit',
      ['--changed', '--since=-O/etc/passwd'],
      /没有提交.*“-O\/etc\/passwd”/u,
    ],
    ['a file for a commit', ['--changed', '--since', 'b.tsv'], /没有提交.*“b\.tsv”/u],
    ['a path that is not there', ['--changed', 'nowhere.tsv'], /“nowhere\.tsv” 没有对应的文件/u],
    ['the same for what is staged', ['--staged', 'nowhere.tsv'], /“nowhere\.tsv” 没有对应的文件/u],
    ['a path outside', ['--changed', '../outside.tsv'], /“\.\.\/outside\.tsv”不在 git 仓库/u],
    ['the same for what is staged', ['--staged', '../outside.tsv'], /不在 git 仓库/u],
  ])('%s', (_, words, told) => {
    writeFileSync(join(home, 'outside.tsv'), GOOD)
    const { status, stdout, stderr } = mulint(...words)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(told)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  })

  test('a folder without a repository', () => {
    writeFileSync(join(home, 'outside.tsv'), GOOD)
    const { status, stderr } = mulintIn(home, ENV, '--changed', 'outside.tsv')
    expect(status).toBe(2)
    expect(stderr).toBe(`mulint：“${home}”不在 git 的工作区里，--changed 和 --staged 查不到改动\n`)
  })

  test('no git', () => {
    const { status, stderr } = mulintIn(repository, { ...ENV, PATH: '' }, '--changed')
    expect(status).toBe(2)
    expect(stderr).toBe('mulint：找不到 git，--changed 和 --staged 要用它查改动，安装 git 后再用\n')
  })

  test('no common ancestor', () => {
    git('checkout', '--quiet', '--orphan', 'alone')
    git('commit', '--quiet', '-m', 'alone')
    const { status, stderr } = mulint('--changed', '--since', 'main')
    expect(status).toBe(2)
    expect(stderr).toContain('没有共同的祖先')
  })
})

/** Neither the settings of whoever runs the tests nor a hook that runs them reach git. */
const ENV: NodeJS.ProcessEnv = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !name.startsWith('GIT_') && name !== 'GITHUB_ACTIONS',
    ),
  ),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_CEILING_DIRECTORIES: dirname(home),
  GIT_AUTHOR_NAME: 'mulint',
  GIT_AUTHOR_EMAIL: 'mulint@example.com',
  GIT_COMMITTER_NAME: 'mulint',
  GIT_COMMITTER_EMAIL: 'mulint@example.com',
}

function git(...words: string[]) {
  gitIn(repository, ...words)
}

function gitIn(folder: string, ...words: string[]) {
  const { status, stderr } = spawnSync('git', words, { cwd: folder, env: ENV, encoding: 'utf8' })
  if (status !== 0) throw new Error(`git ${words.join(' ')}: ${stderr}`)
}

function write(path: string, content: string) {
  mkdirSync(dirname(join(repository, path)), { recursive: true })
  writeFileSync(join(repository, path), content)
}

function mulint(...words: string[]) {
  return mulintIn(repository, ENV, ...words)
}

function mulintIn(folder: string, env: NodeJS.ProcessEnv, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, 'check', ...words], {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

interface FileReport {
  readonly path: string
  readonly status: string
  readonly findings: readonly { readonly rule: string; readonly place: object }[]
}

function report(...words: string[]): { readonly files: readonly FileReport[] } {
  return JSON.parse(mulint(...words, '-f', 'json', '--only', 'subject,content').stdout)
}

function rulesOf(files: readonly FileReport[]) {
  return files.map(({ path, findings }) => [path, ...findings.map(({ rule }) => rule).sort()])
}

function checked(...words: string[]) {
  return checkedIn(repository, ...words)
}

/** The files that were checked; undefined when the run could not be done. */
function checkedIn(folder: string, ...words: string[]): readonly string[] | undefined {
  const { status, stdout } = mulintIn(folder, ENV, ...words, '-f', 'json')
  if (status === 2) return undefined
  return JSON.parse(stdout).files.map(({ path }: { path: string }) => path)
}
