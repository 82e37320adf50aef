import { KIND_NAMES } from '../../catalogue/role.ts'
import { displayWidth, padEnd } from '../../text/width.ts'
import type { Arguments } from '../arguments.ts'
import { EXIT, UsageError } from '../exit-code.ts'
import { FileSettings } from '../file-settings.ts'
import { withPacks } from '../packs.ts'
import type { Terminal } from '../terminal.ts'
import { FIX_NAMES, SEVERITY_NAMES } from '../words.ts'

/** `mulint rules`: one line a rule. */
export async function listRules(given: Arguments, terminal: Terminal): Promise<number> {
  if (given.positionals.length > 0)
    throw new UsageError('rules 不带路径，看一条规则用 mulint explain <规则>')
  const { config, settings } = await new FileSettings(given, terminal).here()
  const rules = await withPacks(given, config, terminal, settings.authorities)
  const rows = rules.map(({ id, title, severity, fix, kinds, isOptIn, pack }) => [
    id,
    SEVERITY_NAMES[severity],
    FIX_NAMES[fix],
    title,
    `${kinds.map((kind) => KIND_NAMES[kind]).join('、')}${isOptIn ? '（默认不用）' : ''}${pack === undefined ? '' : `（${pack.name}）`}`,
  ])
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))),
  )
  for (const row of rows) {
    const line = row.map((text, column) => padEnd(text, widths[column] ?? 0)).join('  ')
    terminal.out(`${line.trimEnd()}\n`)
  }
  return EXIT.clean
}
