import { rules } from '../../../rules/index.ts'
import { loadConfig, withOwnAuthorities } from '../../node/config-file.ts'
import { loadAuthorities } from '../../node/data.ts'
import {
  type ExampleFailure,
  type ExampleTestOptions,
  testExamples,
} from '../../node/example-test.ts'
import type { LoadedPack } from '../../node/packs.ts'
import type { Rule } from '../../rule/rule.ts'
import { printable } from '../../text/printable.ts'
import { type Arguments, textOf } from '../arguments.ts'
import { EXIT, UsageError } from '../exit-code.ts'
import { existing } from '../packs.ts'
import type { Terminal } from '../terminal.ts'

/** `mulint pack`: checks packs of declared rules and runs their examples. */
export async function pack(given: Arguments, terminal: Terminal): Promise<number> {
  const { folder, today } = terminal
  if (given.positionals.length === 0) {
    throw new UsageError('pack 后面写规则包文件，例如 mulint pack 川西省.yaml')
  }
  const files = given.positionals.map((file) => existing(file, folder, ''))
  const config = await loadConfig(folder, textOf(given, 'config'))
  const authorities = await withOwnAuthorities(loadAuthorities(), config, folder)
  const { loadPacks } = await import('../../node/packs.ts')
  let isClean = true
  for (const loaded of await loadPacks(files, folder, { rules, authorities })) {
    isClean = (await report(loaded, { authorities, today }, terminal)) && isClean
  }
  return isClean ? EXIT.clean : EXIT.found
}

/** Prints what came of a pack; whether all of its examples did what they should. */
async function report(
  { file, pack, rules }: LoadedPack,
  options: ExampleTestOptions,
  { out }: Terminal,
): Promise<boolean> {
  out(`${file}  ${pack.name}  ${pack.version}（${pack.issuer}）\n`)
  let [failed, examples] = [0, 0]
  for (const rule of rules) {
    const failures = await testExamples(rule, options)
    const count = rule.examples.good.length + rule.examples.bad.length
    failed += failures.length > 0 ? 1 : 0
    examples += count
    out(`${failures.length > 0 ? '✗' : '✓'} ${rule.id}  ${rule.title}（${count}个例子）\n`)
    for (const line of failures.flatMap((failure) => failureLines(failure, rule))) {
      out(`${printable(line)}\n`)
    }
  }
  const end = failed === 0 ? '例子全部符合' : `${failed}条规则的例子不符合`
  out(`共${rules.length}条规则、${examples}个例子，${end}。\n`)
  return failed === 0
}

function failureLines(
  { example, reason, expected, actual }: ExampleFailure,
  { id }: Rule,
): readonly string[] {
  const where = example === undefined ? id : `例子“${example}”`
  return [`  ${where}：${reason}。`, ...told('应当', expected), ...told('实际', actual)]
}

function told(label: string, lines: readonly string[] | undefined): readonly string[] {
  if (lines === undefined) return []
  return lines.length === 0
    ? [`    ${label}：（没有）`]
    : lines.map((line, index) => `    ${index === 0 ? `${label}：` : '　　　'}${line}`)
}
