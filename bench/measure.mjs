import { spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { median } from './statistics.mjs'

const GNU_TIME = '/usr/bin/time'

/** Whether peak memory and processor time can be told; the `time` of other systems differs. */
export const hasGnuTime =
  existsSync(GNU_TIME) &&
  /GNU/u.test(String(spawnSync(GNU_TIME, ['--version'], { encoding: 'utf8' }).output))

/** What gives a crash away: exit code 1 means "found something" as well as "fell over". */
const CRASH = /\b(?:Syntax|Reference|Type|Range)Error\b|^\s+at .+:\d+:\d+\)?$|\bERR_[A-Z_]+/mu

/**
 * Runs every command once in each round, in turn, the order turned round every other time. On a
 * shared machine speed drifts within minutes; commands of one round meet the same weather, so their
 * ratio is steadier than their times.
 */
export async function race(commands, { rounds, workFolder }) {
  for (const command of commands) await prove(command, workFolder)
  const runs = new Map(commands.map(({ name }) => [name, []]))
  const load = []
  for (let round = 0; round < rounds; round++) {
    load.push(loadavg()[0])
    for (const command of round % 2 === 0 ? commands : commands.toReversed()) {
      runs.get(command.name).push(await run(command, workFolder))
    }
  }
  return { rounds, load: [Math.min(...load), Math.max(...load)], runs: Object.fromEntries(runs) }
}

/** The median of one measure of a command: `wall`, `cpu` (ms) or `memory` (MB). */
export function middle(result, name, measure) {
  return median(result.runs[name].map((one) => one[measure]))
}

/** The median over the rounds of one command's measure divided by another's. */
export function ratio(result, name, other, measure) {
  const others = result.runs[other]
  if (others === undefined) return undefined
  return median(result.runs[name].map((one, round) => one[measure] / others[round][measure]))
}

/** Runs a command once to warm up, and sees from its output that it did the work. */
async function prove(command, workFolder) {
  const outputFile = join(workFolder, 'output.txt')
  const { exitCode } = await run(command, workFolder, outputFile)
  const output = readFileSync(outputFile, 'utf8')
  const fail = (reason) => {
    throw new Error(`${command.name} ${reason} (exit code ${exitCode}):\n${output.slice(0, 800)}`)
  }
  if (CRASH.test(output)) fail('crashed')
  if (exitCode !== 0 && exitCode !== 1) fail('failed')
  if (command.works !== undefined && !command.works.test(output)) fail('does not seem to have run')
  const { faulty } = command
  if (faulty !== undefined && !faulty.some((file) => output.includes(file))) {
    fail(`names none of the ${faulty.length} faulty files`)
  }
}

/** One run of a command, with its output thrown away unless a file is given for it. */
function run({ words, folder }, workFolder, outputFile) {
  const timeFile = join(workFolder, 'time.txt')
  const timed = hasGnuTime ? [GNU_TIME, '-q', '-o', timeFile, '-f', '%U %S %M', ...words] : words
  const output = outputFile === undefined ? 'ignore' : openSync(outputFile, 'w')
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint()
    const child = spawn(timed[0], timed.slice(1), {
      cwd: folder,
      env: environment(),
      stdio: ['ignore', output, output],
    })
    child.on('error', reject)
    child.on('close', (exitCode) => {
      const wall = Number(process.hrtime.bigint() - start) / 1e6
      if (outputFile !== undefined) closeSync(output)
      resolve({ exitCode, wall, ...(hasGnuTime && readTime(timeFile)) })
    })
  })
}

function readTime(file) {
  const [user, system, kilobytes] = readFileSync(file, 'utf8').trim().split(' ').map(Number)
  return { cpu: (user + system) * 1000, memory: kilobytes / 1024 }
}

/**
 * Ours without what changes the start of Node: reading further certificates alone takes 50 ms, which
 * would make every comparison with an empty Node look three times better than it is.
 */
export function environment() {
  const { NODE_EXTRA_CA_CERTS, NODE_OPTIONS, FORCE_COLOR, ...rest } = process.env
  return { ...rest, NO_COLOR: '1' }
}
