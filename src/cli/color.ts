import type { Arguments } from './arguments.ts'
import type { Terminal } from './terminal.ts'

/** The command line decides, then NO_COLOR, then FORCE_COLOR, then whether anybody is looking. */
export function wantsColor(given: Arguments, { env, stdoutIsTerminal }: Terminal): boolean {
  const asked = given.values.get('color')
  if (typeof asked === 'boolean') return asked
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '') return env.FORCE_COLOR !== '0'
  return stdoutIsTerminal && env.TERM !== 'dumb'
}
