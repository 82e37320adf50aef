/**
 * How fast citations are read and looked up: `node bench/citations.mjs`. Times are told as shares of
 * one another, taken in one run, since they differ from machine to machine.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { nearestTitle } from '../dist/src/authority/near.js'
import { resolve } from '../dist/src/authority/resolve.js'
import { parseCitations } from '../dist/src/grammar/citation.js'
import { loadAuthorities } from '../dist/src/node/data.js'
import { Random } from './random.mjs'

const COUNT = 20_000
const ROUNDS = 5

const texts = citations(COUNT)
const rows = []
for (let round = 0; round < ROUNDS; round++) rows.push(measure())
const median = (name) => rows.map((row) => row[name]).sort((a, b) => a - b)[ROUNDS >> 1]
const bare = median('scan')
console.log(`${COUNT} citations, ${texts.join('').length} characters, median of ${ROUNDS} rounds`)
for (const name of Object.keys(rows[0])) {
  const time = median(name)
  console.log(
    `${name.padEnd(8)} ${time.toFixed(1).padStart(8)} ms  ${(time / bare).toFixed(1)} x scan`,
  )
}

function measure() {
  const scan = timed(() => texts.map((text) => [...text.matchAll(/[《》〈〉（）第条号]/gu)].length))
  let parsed = []
  const parse = timed(() => {
    parsed = texts.flatMap((text) => parseCitations(text))
  })
  let authorities
  const load = timed(() => {
    authorities = loadAuthorities()
    authorities.byTitle('中华人民共和国预算法')
  })
  const lookup = timed(() => parsed.map((citation) => resolve(citation, authorities)))
  const near = timed(() => nearestTitle(authorities, '中华人民共和国政府信息公开条件', 2))
  return { scan, parse, load, 'look-up': lookup, near }
}

function timed(work) {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** Citations as catalogues have them, of titles that the registry knows and of some it does not. */
function citations(count) {
  const random = new Random(7)
  const titles = readdirSync('authorities')
    .filter((name) => /^(?:laws|regulations|documents)\.json$/u.test(name))
    .flatMap((name) => JSON.parse(readFileSync(join('authorities', name), 'utf8')))
  return Array.from({ length: count }, (_, index) => {
    const { title, number, events = [] } = random.pick(titles)
    const order = number ?? events.at(-1)?.number
    const name = index % 5 === 0 ? `云岭市${title}` : title
    const brackets = order === undefined ? '' : `（${order}）`
    return `${(index % 9) + 1}.《${name.replace(/《/gu, '〈').replace(/》/gu, '〉')}》${brackets}第${(index % 60) + 1}条`
  })
}
