import yargs, { type Options } from 'yargs'
import { loadVersion } from '../../node/data.ts'
import { EXIT } from '../exit-code.ts'
import { CHECK_OPTIONS, COMMANDS, type Option } from '../options.ts'
import type { Terminal } from '../terminal.ts'

/** Prints what can be asked of the program, or of one command. */
export async function help(words: readonly string[], terminal: Terminal): Promise<number> {
  const [first = ''] = words
  const command = Object.hasOwn(COMMANDS, first) ? first : undefined
  const parser = yargs([])
    .updateStrings(CHINESE)
    .scriptName('mulint')
    .version(loadVersion())
    .wrap(100)
    .usage(usage(command))
    .options(Object.fromEntries(CHECK_OPTIONS.map((option) => [option.name, described(option)])))
    .epilogue(
      '退出码：0 没有达到级别的问题；1 有；2 没能完成（选项错误、没有匹配的文件、一张表也没有认出、依据库里没有）。',
    )
  if (command === undefined) {
    for (const [name, { args, describe }] of Object.entries(COMMANDS)) {
      parser.command(`${name} ${args}`.trim(), describe)
    }
    parser.example('mulint 目录文件夹', '检查文件夹里的全部目录')
    parser.example('mulint lookup 国务院令第713号', '查这个令号是哪一部法规，是否有效')
    parser.example('mulint -f json=report.json -f text 目录.csv', '终端上看，同时存一份 JSON')
  }
  terminal.out(`${await parser.getHelp()}\n`)
  return words.length === 0 ? EXIT.failed : EXIT.clean
}

/** What yargs says by itself. */
const CHINESE: Readonly<Record<string, string>> = {
  'Commands:': '命令：',
  'Options:': '选项：',
  'Examples:': '例子：',
  'Show help': '显示本帮助',
  'Show version number': '显示版本号',
  'choices:': '可以是',
  array: '可多次',
  boolean: '开关',
  string: '一次',
}

function usage(command: string | undefined): string {
  if (command === undefined)
    return 'mulint [命令] <路径…> [选项]\n\n检查主动公开事项目录、政府信息公开年报和政务公开台账。'
  const { args, describe } = COMMANDS[command as keyof typeof COMMANDS]
  return `mulint ${command} ${args} [选项]\n\n${describe}。`
}

function described({ short, type, multiple, choices, describe, value }: Option): Options {
  return {
    type: multiple ? 'array' : type,
    describe: value === undefined ? describe : `${describe}（${value}）`,
    ...(short && { alias: short }),
    ...(choices && { choices }),
  }
}
