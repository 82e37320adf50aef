import { fstatSync, writeSync } from 'node:fs'
import { ConfigError } from '../node/config-error.ts'
import { parseWords } from './arguments.ts'
import { check } from './commands/check.ts'
import { EXIT, UsageError } from './exit-code.ts'
import { CHECK_OPTIONS, COMMANDS, type Command } from './options.ts'
import type { Terminal } from './terminal.ts'

/** Runs the command line and says how the process should end. */
export async function main(
  words: readonly string[],
  terminal: Terminal = thisProcess(),
): Promise<number> {
  try {
    return await dispatch(words, terminal)
  } catch (error) {
    if (UsageError.is(error) || ConfigError.is(error)) {
      terminal.error(`mulint：${error.message}\n`)
      return EXIT.failed
    }
    const told = error instanceof Error ? error.message : String(error)
    terminal.error(`mulint 出错（这是程序的错误，加 --debug 可以看到调用栈）：${told}\n`)
    if (words.includes('--debug') && error instanceof Error) terminal.error(`${stackOf(error)}\n`)
    return EXIT.failed
  }
}

async function dispatch(words: readonly string[], terminal: Terminal): Promise<number> {
  const [first = ''] = words
  if (words.length === 0 || words.some((word) => word === '--help' || word === '-h')) {
    const { help } = await import('./commands/help.ts')
    return help(words, terminal)
  }
  if (first === '--version' || first === '-V') {
    const { loadVersion } = await import('../node/data.ts')
    terminal.out(`${loadVersion()}\n`)
    return EXIT.clean
  }
  const command: Command = Object.hasOwn(COMMANDS, first) ? (first as Command) : 'check'
  const rest = first === command ? words.slice(1) : words
  if (command === 'check') return check(parseWords(rest, CHECK_OPTIONS), terminal)
  const commands = await import('./commands/other.ts')
  return commands[command](parseWords(rest, CHECK_OPTIONS), terminal)
}

function stackOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\n${error.cause.stack ?? ''}` : ''
  return `${error.stack ?? ''}${cause}`
}

function thisProcess(): Terminal {
  const now = new Date()
  const two = (number: number) => String(number).padStart(2, '0')
  return {
    folder: process.cwd(),
    today: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
    env: process.env,
    stdoutIsTerminal: isTerminal(1),
    out: (text) => print(1, text),
    error: (text) => print(2, text),
  }
}

// Node's own streams take longer to load than a file to check, so the file system is asked first.
function isTerminal(stream: number): boolean {
  try {
    return fstatSync(stream).isCharacterDevice() && process.stdout.isTTY === true
  } catch {
    return false
  }
}

/** Writes all of a text; whoever reads it may be slow, or gone. */
function print(stream: number, text: string | Uint8Array): void {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  for (let from = 0; from < bytes.length; ) {
    try {
      from += writeSync(stream, bytes, from)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EPIPE') return
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}
