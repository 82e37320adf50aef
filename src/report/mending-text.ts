import type { Change, LeftOut, Mended, MendedFile, MendRun } from '../engine/mending.ts'
import { differences } from '../text/difference.ts'
import { excerpt, printable } from '../text/printable.ts'
import type { Paint } from './paint.ts'
import { placeName } from './place.ts'

/** How much of a text stands on either side of what was changed, in characters. */
const CONTEXT = 16

/** How much of each cell is told where a row is told whole, in characters. */
const CELL = 24

/** What was mended, cell by cell, what was not and why, and what is left for a person. */
export function renderMending(run: MendRun, paint: Paint): string {
  const blocks = run.files.filter(isWorthTelling).map((file) => block(file, run, paint))
  return [...blocks, summaryLine(run, paint), ''].join('\n')
}

function isWorthTelling({ result, mended, leftOut, refusal, remarks }: MendedFile): boolean {
  return (
    mended.length + leftOut.length + remarks.length > 0 ||
    refusal !== undefined ||
    result.status !== 'checked'
  )
}

function block(file: MendedFile, run: MendRun, paint: Paint): string {
  const { result, mended, leftOut, output, refusal, restless, remarks } = file
  const name = paint.underline(printable(result.path))
  const target =
    output === undefined || output === result.path ? '' : ` → ${paint.underline(printable(output))}`
  const lines = [
    `${name}${target}`,
    ...remarks.map((remark) => `  ${paint.yellow('注')}  ${remark}`),
  ]
  if (result.status !== 'checked') {
    lines.push(...result.diagnostics.map(({ message }) => `  ${paint.red('没有改')}  ${message}`))
  } else if (refusal !== undefined) lines.push(`  ${paint.red('没有改')}  ${refusal}`)
  for (const one of mended) lines.push(...mendedLines(one, paint))
  for (const one of leftOut) lines.push(...leftOutLines(one, paint))
  if (restless.length > 0) {
    lines.push(
      `  ${paint.yellow('注')}  改了多遍还没有停，${restless.join('、')} 互相改来改去，余下的人工改。`,
    )
  }
  if (result.status === 'checked') lines.push(leftLine(file, run))
  return [...lines, ''].join('\n')
}

function mendedLines({ diagnostic, changes }: Mended, paint: Paint): readonly string[] {
  const { rule, fix } = diagnostic
  const mark = fix?.safety === 'suggested' ? paint.yellow('（建议）') : ''
  return changes.flatMap((change, index) => {
    const at = placeName(change.location)
    const place = `${printable(change.location.label)}${at === '' ? '' : `  ${paint.dim(at)}`}`
    const head = `  ${place}  ${index === 0 ? `${mark}${paint.dim(rule)}` : paint.dim('同上')}`
    const [before, after] = change.row === undefined ? oldAndNew(change) : oldAndNewRow(change.row)
    return [head, `    ${paint.red(`- ${before}`)}`, `    ${paint.green(`+ ${after}`)}`]
  })
}

/** The changed parts of a text and what they became, with some of what stands around them. */
function oldAndNew({ before, after }: Change): readonly [string, string] {
  const all = differences(before, after)
  let [old, now] = ['', '']
  let at = 0
  for (const { start, end, text } of all) {
    const between = kept(before.slice(at, start), at > 0, true)
    old += between + before.slice(start, end)
    now += between + text
    at = end
  }
  const rest = kept(before.slice(at), at > 0, false)
  return [shown(old + rest), shown(now + rest)]
}

/** What stands between two changes, or before the first or behind the last, cut where it is long. */
function kept(text: string, follows: boolean, precedes: boolean): string {
  const characters = [...text]
  const head = follows ? CONTEXT : 0
  const tail = precedes ? CONTEXT : 0
  if (characters.length <= head + tail + 1) return text
  const end = tail === 0 ? '' : characters.slice(-tail).join('')
  return `${characters.slice(0, head).join('')}…${end}`
}

function shown(text: string): string {
  return text === '' ? '（空）' : printable(text)
}

function oldAndNewRow({ before, after }: NonNullable<Change['row']>): readonly [string, string] {
  const told = (cells: readonly string[]) =>
    cells.map((cell) => excerpt(printable(cell.trim()), CELL)).join(' │ ')
  return [told(before), told(after)]
}

function leftOutLines({ diagnostic, why }: LeftOut, paint: Paint): readonly string[] {
  const { location, rule, message } = diagnostic
  const at = placeName(location)
  return [
    `  ${printable(location.label)}${at === '' ? '' : `  ${paint.dim(at)}`}  ${paint.dim(rule)}`,
    `    ${paint.yellow('没有改')}  ${printable(why)}。${paint.dim(message)}`,
  ]
}

function leftLine({ result, mended, leftOut }: MendedFile, { isTrial, unsafe }: MendRun): string {
  const { diagnostics } = result
  const suggested = diagnostics.filter(({ fix }) => fix?.safety === 'suggested').length
  const done =
    mended.length === 0 ? '没有可以改的' : `${isTrial ? '能改' : '改了'}${mended.length}处`
  const out = leftOut.length === 0 ? '' : `，${leftOut.length}处没有改`
  const left =
    diagnostics.length === 0 ? '没有别的发现' : `还有${diagnostics.length}处发现要由人决定`
  const hint =
    suggested === 0 || unsafe
      ? ''
      : `（其中${suggested}处有建议，用 --unsafe 一并改，改后逐条核对）`
  return `  ${done}${out}，${left}${hint}。`
}

function summaryLine({ files, isTrial, rules, registryDate }: MendRun, paint: Paint): string {
  const count = (wanted: (file: MendedFile) => boolean) => files.filter(wanted).length
  const mended = files.reduce((sum, file) => sum + file.mended.length, 0)
  const left = files.reduce(
    (sum, { result }) => sum + (result.status === 'checked' ? result.diagnostics.length : 0),
    0,
  )
  const touched = count((file) => file.mended.length > 0)
  const refused = count(({ refusal }) => refusal !== undefined)
  const failed = count(({ result }) => result.status === 'unreadable')
  const unknown = count(({ result }) => result.status === 'not-recognised')
  const unwritten = count(({ isUnwritten }) => isUnwritten === true)
  const parts = [
    mended === 0 ? '没有可以改的' : `${isTrial ? '能改' : '改了'}${touched}个文件的${mended}处`,
    ...(refused > 0 ? [`${refused}个文件不能改写`] : []),
    ...(failed > 0 ? [`${failed}个无法读取`] : []),
    ...(unknown > 0 ? [`${unknown}个没有认出`] : []),
    ...(unwritten > 0 ? [paint.red(`${unwritten}个没有写成`)] : []),
    left === 0 ? '没有别的发现' : `还有${left}处发现要由人决定`,
  ]
  const trial = isTrial ? '没有写任何文件。' : ''
  return `${parts.join('，')}。共${files.length}个文件，用${rules}条规则；法规数据截至${registryDate}。${trial}`
}
