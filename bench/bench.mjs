import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { CASES } from './cases.mjs'
import { printGoals } from './goals.mjs'
import { hasGnuTime } from './measure.mjs'
import { installPeer, PEER_NAMES } from './peers.mjs'
import { printCase } from './print.mjs'

const USAGE = `node bench/bench.mjs [--cases <names>] [--rounds 7] [--peers [--only-peers <names>]]
  [--goals] [--json <file>] [--program bin/mulint.cjs] [--work <folder>]
  cases: ${Object.keys(CASES).join(', ')}
  peers: ${PEER_NAMES.join(', ')}`

function beside(path) {
  return fileURLToPath(new URL(path, import.meta.url))
}

async function main() {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: Object.keys(CASES).join(',') },
      rounds: { type: 'string', default: '7' },
      peers: { type: 'boolean', default: false },
      'only-peers': { type: 'string', default: PEER_NAMES.join(',') },
      goals: { type: 'boolean', default: false },
      json: { type: 'string' },
      program: { type: 'string', default: beside('../bin/mulint.cjs') },
      work: { type: 'string', default: join(tmpdir(), 'mulint-bench') },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return console.log(USAGE)
  const cases = values.cases.split(',')
  const peers = values.peers ? values['only-peers'].split(',') : []
  refuseUnknown('case', cases, Object.keys(CASES))
  refuseUnknown('peer', peers, PEER_NAMES)
  const rounds = Number(values.rounds)
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new Error('--rounds takes a whole number from 1')
  const program = resolve(values.program)
  if (!existsSync(program)) throw new Error(`there is no ${program}`)

  mkdirSync(values.work, { recursive: true })
  const machine = describeMachine()
  console.log(`# ${machine}, load ${loadavg()[0].toFixed(1)}`)
  if (!hasGnuTime) console.log('# without GNU time (Debian package "time"): no memory, no cpu')
  const bench = {
    program,
    rounds,
    workFolder: values.work,
    peers: peers.map((name) => ({ name, on: installPeer(name, values.work) })),
  }
  const results = {}
  for (const name of cases) {
    results[name] = await CASES[name](bench)
    printCase(name, results[name])
  }
  if (values.json !== undefined) {
    writeFileSync(values.json, `${JSON.stringify({ machine, cases: results }, null, 1)}\n`)
  }
  if (values.goals) {
    const goals = JSON.parse(readFileSync(beside('goals.json'), 'utf8'))
    if (!printGoals(goals, results)) process.exitCode = 1
  }
}

function refuseUnknown(what, given, known) {
  const unknown = given.find((name) => !known.includes(name))
  if (unknown === undefined) return
  throw new Error(`there is no ${what} "${unknown}"; there are ${known.join(', ')}`)
}

function describeMachine() {
  const processors = cpus()
  return `node ${process.version}, ${process.platform}, ${processors.length} × ${processors[0]?.model}`
}

try {
  await main()
} catch (error) {
  console.error(`bench: ${error.message}`)
  process.exitCode = 2
}
