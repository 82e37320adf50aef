import { middle, ratio } from './measure.mjs'

/** Prints what one case measured; medians over the rounds, ratios taken within a round. */
export function printCase(name, result) {
  const { rounds, load, runs, bytes, files } = result
  const amount = bytes === undefined ? '' : `, ${files} file(s), ${(bytes / 1e6).toFixed(2)} MB`
  const weather = load.map((one) => one.toFixed(1)).join('–')
  console.log(`\n## ${name}${amount} (${rounds} rounds, load ${weather})`)
  line(['command', 'wall ms', 'least', 'most', 'cpu ms', 'peak MB', 'mulint ÷ it', 'memory ÷ it'])
  for (const [command, its] of Object.entries(runs)) {
    const walls = its.map(({ wall }) => wall)
    const compared = runs.mulint !== undefined && command !== 'mulint'
    line([
      command,
      number(middle(result, command, 'wall')),
      number(Math.min(...walls)),
      number(Math.max(...walls)),
      number(middle(result, command, 'cpu')),
      number(middle(result, command, 'memory')),
      compared ? number(ratio(result, 'mulint', command, 'wall'), 3) : '',
      compared ? number(ratio(result, 'mulint', command, 'memory'), 3) : '',
    ])
  }
  if (result.exponent !== undefined) {
    console.log(
      `time less the start of Node grows with bytes to the power of ${number(result.exponent, 2)}`,
    )
    console.log(`memory grows by ${number(result.memoryPerMegabyte)} MB for each MB of text`)
  }
}

function line([first, ...others]) {
  console.log(first.padEnd(20) + others.map((cell) => cell.padStart(12)).join(''))
}

function number(value, digits = 1) {
  return Number.isFinite(value) ? value.toFixed(digits) : '–'
}
