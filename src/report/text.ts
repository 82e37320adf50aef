import type { Diagnostic } from '../engine/diagnostic.ts'
import type { FileResult, RunResult } from '../engine/result.ts'
import type { Severity } from '../rule/rule.ts'
import { printable } from '../text/printable.ts'
import { displayWidth, padEnd, padStart } from '../text/width.ts'
import type { Paint } from './paint.ts'
import { placeName } from './place.ts'
import { summaryLines } from './summary.ts'

const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  info: '提示',
}

/** A column of labels is no wider than this; longer ones push their line to the right. */
const WIDEST_LABEL = 36

/** The report for people: findings by file, with place, rule and sentence, and a summary. */
export function renderText(run: RunResult, paint: Paint): string {
  const blocks = run.files
    .filter(({ diagnostics, notices }) => diagnostics.length > 0 || notices.length > 0)
    .map((file) => block(file, paint))
  return [...blocks, summaryLines(run, paint).join('\n'), ''].join('\n')
}

function block(file: FileResult, paint: Paint): string {
  const labels = file.diagnostics.map(labelOf)
  const width = Math.min(WIDEST_LABEL, widest(labels.map(displayWidth)))
  const places = file.diagnostics.map(({ location }) => placeName(location))
  const placeWidth = widest(places.map(displayWidth))
  const lines = file.diagnostics.map((diagnostic, index) => {
    const { severity, message, rule } = diagnostic
    const place =
      placeWidth === 0 ? '' : `${paint.dim(padStart(places[index] ?? '', placeWidth))}  `
    const head = `  ${padEnd(labels[index] ?? '', width)}  ${place}`
    return `${head}${painted(severity, paint)}  ${message}  ${paint.dim(rule)}${relatedLines(diagnostic, paint)}`
  })
  const title = file.title === undefined ? '' : paint.dim(`  ${file.title}`)
  const notices = file.notices.map(({ text }) => `  ${paint.dim('注')}  ${printable(text)}`)
  return [paint.underline(printable(file.path)) + title, ...notices, ...lines, ''].join('\n')
}

function widest(widths: readonly number[]): number {
  return widths.reduce((most, width) => Math.max(most, width), 0)
}

function labelOf({ location }: Diagnostic): string {
  return printable(location.label)
}

function relatedLines({ related }: Diagnostic, paint: Paint): string {
  return related
    .map(({ message, location }) => {
      const at = placeName(location)
      return `\n      ${paint.dim(`└ ${printable(location.label)}${at === '' ? '' : ` ${at}`}  ${message}`)}`
    })
    .join('')
}

function painted(severity: Severity, paint: Paint): string {
  const name = SEVERITY_NAMES[severity]
  if (severity === 'error') return paint.red(name)
  return severity === 'warning' ? paint.yellow(name) : paint.blue(name)
}
