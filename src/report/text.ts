import { Chalk, type ChalkInstance } from 'chalk'
import type { Diagnostic } from '../engine/diagnostic.ts'
import type { FileResult, RunResult } from '../engine/result.ts'
import type { Severity } from '../rule/rule.ts'
import { printable } from '../text/printable.ts'
import { displayWidth, padEnd } from '../text/width.ts'
import { summaryLines } from './summary.ts'

const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  info: '提示',
}

/** A column of labels is no wider than this; longer ones push their line to the right. */
const WIDEST_LABEL = 36

/** The report for people: findings by file, with place, rule and sentence, and a summary. */
export function renderText(run: RunResult, color: boolean): string {
  const chalk = new Chalk({ level: color ? 1 : 0 })
  const blocks = run.files
    .filter(({ diagnostics, notices }) => diagnostics.length > 0 || notices.length > 0)
    .map((file) => block(file, chalk))
  return [...blocks, summaryLines(run, chalk).join('\n'), ''].join('\n')
}

function block(file: FileResult, chalk: ChalkInstance): string {
  const labels = file.diagnostics.map(labelOf)
  const width = Math.min(WIDEST_LABEL, Math.max(0, ...labels.map(displayWidth)))
  const places = file.diagnostics.map(placeOf)
  const placeWidth = Math.max(0, ...places.map((place) => place.length))
  const lines = file.diagnostics.map((diagnostic, index) => {
    const { severity, message, rule } = diagnostic
    const place =
      placeWidth === 0 ? '' : `${chalk.dim((places[index] ?? '').padStart(placeWidth))}  `
    const head = `  ${padEnd(labels[index] ?? '', width)}  ${place}`
    return `${head}${paint(severity, chalk)}  ${message}  ${chalk.dim(rule)}${relatedLines(diagnostic, chalk)}`
  })
  const title = file.title === undefined ? '' : chalk.dim(`  ${file.title}`)
  const notices = file.notices.map(({ text }) => `  ${chalk.dim('注')}  ${printable(text)}`)
  return [chalk.underline(printable(file.path)) + title, ...notices, ...lines, ''].join('\n')
}

function labelOf({ location }: Diagnostic): string {
  return printable(location.label)
}

function placeOf({ location: { line, col } }: Diagnostic): string {
  return line === undefined ? '' : `${line}:${col}`
}

function relatedLines({ related }: Diagnostic, chalk: ChalkInstance): string {
  return related
    .map(({ message, location }) => {
      const at = location.line === undefined ? '' : ` ${location.line}:${location.col}`
      return `\n      ${chalk.dim(`└ ${printable(location.label)}${at}  ${message}`)}`
    })
    .join('')
}

function paint(severity: Severity, chalk: ChalkInstance): string {
  const name = SEVERITY_NAMES[severity]
  if (severity === 'error') return chalk.red(name)
  return severity === 'warning' ? chalk.yellow(name) : chalk.blue(name)
}
