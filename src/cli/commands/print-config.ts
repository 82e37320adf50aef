import { relative, resolve, sep } from 'node:path'
import { escapeUnprintable, printable } from '../../text/printable.ts'
import { type Arguments, textOf } from '../arguments.ts'
import { EXIT } from '../exit-code.ts'
import { FileSettings } from '../file-settings.ts'
import { chooseFiles } from '../inputs.ts'
import type { Terminal } from '../terminal.ts'

/** `--print-config <file>`: what a file is judged by, as JSON, with the settings files it came from. */
export async function printConfig(given: Arguments, terminal: Terminal): Promise<number> {
  const { folder } = terminal
  const file = resolve(folder, textOf(given, 'print-config') ?? '')
  const fileSettings = new FileSettings(given, terminal)
  const judged = await fileSettings.of(file)
  const { config, settings, encoding, failOn, maxWarnings } = judged
  const named = (path: string) => relative(folder, path).split(sep).join('/')
  const active = new Map(settings.rules.map(({ rule, severity }) => [rule.id, severity]))
  const printed = {
    file: named(file),
    config: config.chain.map(named),
    settings: {
      kind: settings.kind ?? 'auto',
      profile: settings.profile ?? 'auto',
      asOf: settings.asOf,
      encoding,
      failOn,
      maxWarnings,
      inlineConfig: settings.inlineConfig ?? true,
      authorities: config.authorities.map(named),
      deadlines: config.deadlines.map(named),
      lawbook: config.lawbook && named(config.lawbook),
      dictionary: config.dictionary.flatMap((one) =>
        'path' in one ? named(one.path) : '（写在设置里）',
      ),
      packs: config.packs.map(named),
      baseline: config.baseline && named(config.baseline),
      ignore: config.ignore.flatMap(({ patterns }) => patterns),
      rules: Object.fromEntries(
        judged.allRules.map(({ id, severity }) => [
          id,
          active.has(id) ? (active.get(id) ?? severity) : 'off',
        ]),
      ),
    },
  }
  terminal.out(`${escapeUnprintable(JSON.stringify(printed, undefined, 2))}\n`)
  return EXIT.clean
}

/** `--list-files`: what would be checked, by which settings, and why other files are not. */
export async function listFiles(given: Arguments, terminal: Terminal): Promise<number> {
  const fileSettings = new FileSettings(given, terminal)
  const { files, passedOver } = await chooseFiles(given, terminal, fileSettings)
  const lines: [path: string, line: string][] = []
  for (const { file, path } of files) {
    const { config } = await fileSettings.of(file)
    const from = config.file && relative(terminal.folder, config.file).split(sep).join('/')
    lines.push([path, `检查  ${path}${from === undefined ? '' : `  设置：${from}`}`])
  }
  for (const { path, reason } of passedOver) lines.push([path, `不查  ${path}  ${reason}`])
  lines.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  for (const [, line] of lines) terminal.out(`${printable(line)}\n`)
  terminal.out(`共检查${files.length}个文件。\n`)
  return EXIT.clean
}
