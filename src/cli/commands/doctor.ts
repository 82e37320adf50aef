import { readdirSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { rules } from '../../../rules/index.ts'
import type { Config } from '../../node/config.ts'
import { ConfigError } from '../../node/config-error.ts'
import { CONFIG_NAMES } from '../../node/config-file.ts'
import { loadAuthorities, loadVersion } from '../../node/data.ts'
import { testExamples } from '../../node/example-test.ts'
import { selfTest } from '../../node/self-test.ts'
import { printable } from '../../text/printable.ts'
import type { Arguments } from '../arguments.ts'
import { EXIT, UsageError } from '../exit-code.ts'
import { FileSettings } from '../file-settings.ts'
import { withPacks } from '../packs.ts'
import type { Terminal } from '../terminal.ts'

/** The oldest Node.js that package.json allows. */
const OLDEST_NODE = [20, 19] as const
/** Settings in folders are looked for in this many folders at most. */
const MOST_FOLDERS = 10_000

/** `mulint doctor`: whether the program, its data and the settings found here are in order. */
export async function doctor(given: Arguments, terminal: Terminal): Promise<number> {
  if (given.positionals.length > 0) throw new UsageError('doctor 不带路径')
  let isSound = true
  const tell = (isGood: boolean, text: string) => {
    isSound &&= isGood
    terminal.out(`${isGood ? '正常' : '有误'}  ${printable(text)}\n`)
  }
  tell(isNewEnough(process.versions.node), `Node.js ${process.versions.node}（要求20.19以上）`)
  tell(true, `mulint ${loadVersion()}`)
  const authorities = loadAuthorities()
  tell(true, `法规数据截至${authorities.date}，共${authorities.size}件`)

  const { folder } = terminal
  const settings = new FileSettings(given, terminal)
  const here = await tryTo(() => settings.here())
  if ('fault' in here) tell(false, `设置  ${here.fault}`)
  else tell(true, settingsLine(here.value.config, folder))
  for (const file of filesBelow(folder)) {
    if (dirname(file) === folder) continue
    const name = relative(folder, file).split(sep).join('/')
    const one = await tryTo(() => settings.of(join(dirname(file), 'x')))
    tell('value' in one, 'fault' in one ? `设置  ${one.fault}` : `设置  ${name}`)
  }
  const lawbook = 'value' in here ? here.value.settings.lawbook : undefined
  const laws = 'value' in here ? here.value.config.lawbook : undefined
  tell(true, `法律文本  ${laws === undefined ? '没有设置' : relative(folder, laws) || '.'}`)

  const faults = await selfTest(rules, { authorities, ...(lawbook && { lawbook }) })
  for (const { rule, reason } of faults) tell(false, `规则 ${rule}  ${reason}`)
  if (faults.length === 0) tell(true, `${rules.length}条规则都查出了自己的反例`)
  if ('value' in here) {
    const all = await withPacks(given, here.value.config, terminal, here.value.settings.authorities)
    const declared = all.filter(({ pack }) => pack !== undefined)
    for (const rule of declared) {
      const failures = await testExamples(rule, {
        authorities: here.value.settings.authorities,
        today: terminal.today,
      })
      for (const { example, reason } of failures) {
        tell(
          false,
          `规则 ${rule.id}  ${example === undefined ? '' : `例子“${example}”：`}${reason}`,
        )
      }
    }
    if (declared.length > 0) tell(true, `规则包里有${declared.length}条规则，例子都试过了`)
  }
  return isSound ? EXIT.clean : EXIT.found
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])
}

function settingsLine({ chain }: Config, folder: string): string {
  const names = chain.map((file) => relative(folder, file).split(sep).join('/'))
  return names.length === 0 ? '设置  没有设置文件' : `设置  ${names.join('、')}`
}

type Tried<T> = { readonly value: T } | { readonly fault: string }

async function tryTo<T>(act: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { value: await act() }
  } catch (error) {
    if (ConfigError.is(error) || UsageError.is(error)) return { fault: error.message }
    throw error
  }
}

/** The settings files in a folder and the folders in it. */
function* filesBelow(folder: string): Iterable<string> {
  const pending = [folder]
  for (let count = 0; count < MOST_FOLDERS; count++) {
    const next = pending.pop()
    if (next === undefined) return
    for (const entry of list(next)) {
      const path = join(next, entry.name)
      if (CONFIG_NAMES.includes(entry.name)) yield path
      else if (entry.isDirectory() && !/^(?:\.|node_modules$)/u.test(entry.name)) pending.push(path)
    }
  }
}

function list(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}
