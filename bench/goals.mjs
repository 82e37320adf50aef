import { middle, ratio } from './measure.mjs'

/**
 * Prints which goals are met and says whether none is missed. A goal whose case or peer was not run
 * is told as not measured: it is neither met nor missed.
 */
export function printGoals(goals, results) {
  console.log('\n## Goals')
  let missed = 0
  for (const goal of goals) {
    const value = figureOf(goal, results)
    const isMeasured = Number.isFinite(value)
    const isMet = isMeasured && value <= goal.must
    if (isMeasured && !isMet) missed++
    const verdict = isMeasured ? (isMet ? 'met' : 'MISSED') : 'not measured'
    const figure = isMeasured ? value.toFixed(3) : '–'
    const limits = `must ${goal.must}${goal.stretch === undefined ? '' : `, stretch ${goal.stretch}`}`
    console.log(
      `${verdict.padEnd(13)} ${goal.id.padEnd(4)} ${figure.padStart(8)}  ${limits.padEnd(26)} ${wordsOf(goal)}`,
    )
  }
  return missed === 0
}

function figureOf({ case: name, measure, to }, results) {
  const result = results[name]
  if (result === undefined) return undefined
  if (measure === 'exponent' || measure === 'memoryPerMegabyte') return result[measure]
  if (to === undefined) return middle(result, 'mulint', measure)
  return ratio(result, 'mulint', to, measure)
}

function wordsOf({ case: name, measure, to }) {
  return `${name}: ${measure}${to === undefined ? '' : ` ÷ ${to}`}`
}
