import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const BIN = resolve('bin/mulint.cjs')

export const HEADER =
  '序号\t公开事项\t公开内容\t公开依据\t公开时限\t公开主体\t公开渠道\t公开对象\t公开方式\n'
export const TITLE = '云岭市教育局主动公开事项目录\n\n'

/** A deadline that no law allows. */
export const LATE = '信息形成之日起30个工作日内'

/** A row of a catalogue in which nothing is wrong but what a test changes. */
export function row(seq: number, item: string, deadline = '实时更新'): string {
  const basis = '《中华人民共和国政府信息公开条例》第十二条'
  return `${seq}\t${item}\t${item}文本\t${basis}\t${deadline}\t市教育局\t政府网站\t全社会\t主动公开\n`
}

/** A folder of its own with these files. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'mulint-test-'))
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  return folder
}

/** Runs the program as users do. */
export function mulint(folder: string, ...words: readonly string[]) {
  const { NO_COLOR: _, FORCE_COLOR: __, GITHUB_ACTIONS: ___, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env,
  })
  return { status, stdout, stderr }
}
