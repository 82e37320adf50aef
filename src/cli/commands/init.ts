import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { CONFIG_NAMES, loadConfig } from '../../node/config-file.ts'
import { save } from '../../node/save.ts'
import { printable } from '../../text/printable.ts'
import type { Arguments } from '../arguments.ts'
import { EXIT, UsageError } from '../exit-code.ts'
import type { Terminal } from '../terminal.ts'
import { INIT_JSONC, INIT_YAML } from './init-text.ts'

const TEXTS: Readonly<Record<string, string>> = {
  '.mulintrc.jsonc': INIT_JSONC,
  '.mulintrc.yaml': INIT_YAML,
}

/** `mulint init`: writes a commented settings file, unless the folder has one. */
export async function init(given: Arguments, { folder, out }: Terminal): Promise<number> {
  const [name = '.mulintrc.jsonc', ...more] = given.positionals
  const text = Object.hasOwn(TEXTS, name) ? TEXTS[name] : undefined
  if (text === undefined || more.length > 0) {
    throw new UsageError(`init 后面可以写 ${Object.keys(TEXTS).join(' 或者 ')}，默认是前一个`)
  }
  const there = CONFIG_NAMES.find((one) => existsSync(join(folder, one)))
  if (there !== undefined) throw new UsageError(`这里已经有设置文件 ${there}，没有改动`)
  const file = join(folder, name)
  write(file, text)
  try {
    await loadConfig(folder, name)
  } catch (error) {
    rmSync(file, { force: true })
    throw error
  }
  out(`写好了 ${name}，打开它改成自己的设置；用 mulint doctor 核对。\n`)
  return EXIT.clean
}

function write(file: string, text: string): void {
  try {
    save(file, text)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    throw new UsageError(`写不了“${printable(file)}”（${code}），核对文件夹和权限`)
  }
}
