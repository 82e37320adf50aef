import type { Authority, Event } from '../../authority/authority.ts'
import { numberKey } from '../../authority/normalise.ts'
import type { Authorities } from '../../authority/registry.ts'
import { loadConfig, withOwnAuthorities } from '../../node/config-file.ts'
import { loadAuthorities } from '../../node/data.ts'
import { inMarks } from '../../rule/titles.ts'
import { NUMERAL, parseNumeral } from '../../text/numeral.ts'
import { escapeUnprintable, printable } from '../../text/printable.ts'
import { type Arguments, dayOf, listOf, textOf } from '../arguments.ts'
import { type Asked, authorityLines, shortLines } from '../authority-text.ts'
import { EXIT, UsageError } from '../exit-code.ts'
import { similarTitles } from '../similar.ts'
import type { Terminal } from '../terminal.ts'

/** More matches than this are told in two lines each. */
const MOST_IN_FULL = 3

/** `mulint lookup`: what the registry knows of a title, a 令号 or a 文号. */
export async function lookup(given: Arguments, terminal: Terminal): Promise<number> {
  const format = readFormat(given)
  const day = dayOf(given, 'as-of') ?? terminal.today
  const text = given.positionals.join(' ').trim()
  if (text === '') throw new UsageError('lookup 后面写题名、令号或者文号，例如 mulint lookup 713')
  const config = await loadConfig(terminal.folder, textOf(given, 'config'))
  const authorities = await withOwnAuthorities(loadAuthorities(), config, terminal.folder)
  const found = find(text, authorities)
  if (format === 'json') terminal.out(json(found))
  if (found.length === 0) throw new UsageError(nothingFound(text, authorities))
  if (format === 'text') terminal.out(told(found, text, { day, authorities }))
  return EXIT.clean
}

function readFormat(given: Arguments): 'text' | 'json' {
  const formats = listOf(given, 'format')
  const [format = 'text', ...more] = formats
  if ((format === 'text' || format === 'json') && more.length === 0) return format
  throw new UsageError(`lookup 的 --format 只能是 text 或者 json，不能是“${formats.join('、')}”`)
}

/**
 * What a text names: as a title or number, or, as in a citation, 《a title》（and its number）; else
 * as a title without its issuer or 印发…的通知.
 */
function find(text: string, authorities: Authorities): readonly Authority[] {
  const number = bareSerial(text) ?? text
  const [, title = '', behind = ''] = /《(.+)》(?:[（(](.+)[）)])?$/u.exec(text) ?? []
  const found = [
    ...authorities.byTitle(text),
    ...authorities.byNumber(number),
    ...authorities.byTitle(title),
    ...authorities.byNumber(behind),
  ]
  return [...new Set(found.length > 0 ? found : authorities.byCore(text))]
}

//                        第     七百一十三  号令
const SERIAL = new RegExp(`^第?(?<serial>${NUMERAL}+)号?令?$`, 'u')

/** The digits of a serial that stands alone: 713 of 第七百一十三号. */
function bareSerial(text: string): string | undefined {
  const serial = parseNumeral(SERIAL.exec(text)?.groups?.serial ?? '')
  return serial === undefined ? undefined : String(serial)
}

function json(found: readonly Authority[]): string {
  const named = found.map(({ id, title, kind, ...rest }) => ({ id, title, kind, ...rest }))
  return `${escapeUnprintable(JSON.stringify(named, undefined, 2))}\n`
}

function told(found: readonly Authority[], text: string, asked: Asked): string {
  const isShort = found.length > MOST_IN_FULL
  const blocks = found.map((authority) =>
    isShort
      ? shortLines(authority, asked, (event) => isOrder(event, text))
      : authorityLines(authority, asked),
  )
  const lines = [
    ...(found.length > 1 ? [`共${found.length}件。`, ''] : []),
    ...blocks.flatMap((block) => [...block, '']),
    `依据库截至${asked.authorities.date}。`,
  ]
  return `${lines.map(printable).join('\n')}\n`
}

/** Whether an event has the serial of the number that was asked for. */
function isOrder({ number }: Event, text: string): boolean {
  const serialOf = (key: string) => key.split(' ')[0]
  return (
    number !== undefined &&
    serialOf(numberKey(number)) === (bareSerial(text) ?? serialOf(numberKey(text)))
  )
}

function nothingFound(text: string, authorities: Authorities): string {
  const near = similarTitles(authorities, text, 3).map(({ title }) => inMarks(title))
  const hint = near.length === 0 ? '' : `，题名相近的有${near.join('、')}`
  return printable(`依据库里没有“${text}”${hint}`)
}
