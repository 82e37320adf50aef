import type { Catalogue } from '../../catalogue/catalogue.ts'
import { gradeOf } from '../../catalogue/grade.ts'
import type { Header } from '../../catalogue/layout.ts'
import { recognise, type TableVerdict } from '../../catalogue/recognise.ts'
import { KIND_NAMES, ROLE_NAMES, type Role } from '../../catalogue/role.ts'
import { INPUT_FINDINGS } from '../../engine/result.ts'
import { WAIVER_FINDINGS } from '../../engine/waiver.ts'
import { findFiles, type InputFile } from '../../node/files.ts'
import { readFileDocument, reasonOf } from '../../node/run.ts'
import { outdent } from '../../rule/example.ts'
import type { Rule } from '../../rule/rule.ts'
import type { Document } from '../../table/model.ts'
import { nearest } from '../../text/distance.ts'
import { printable } from '../../text/printable.ts'
import { type Arguments, textOf } from '../arguments.ts'
import { citationLines } from '../citation-text.ts'
import { allSeqs, entryLines } from '../entry-text.ts'
import { EXIT, UsageError } from '../exit-code.ts'
import { FileSettings, type JudgedBy } from '../file-settings.ts'
import { itemTypeLines } from '../item-type-text.ts'
import { ledgerLines } from '../ledger-text.ts'
import { withPacks } from '../packs.ts'
import { reportLines } from '../report-text.ts'
import type { Terminal } from '../terminal.ts'
import { FIX_NAMES, SEVERITY_NAMES } from '../words.ts'

/** `mulint explain`: a rule with its basis and examples, or what was recognised in a file and why. */
export async function explain(given: Arguments, terminal: Terminal): Promise<number> {
  const [what, ...more] = given.positionals
  if (what === undefined || more.length > 0) {
    throw new UsageError('explain 后面写一个规则编号或者一个文件')
  }
  const fileSettings = new FileSettings(given, terminal)
  const { config, settings } = await fileSettings.here()
  const { authorities } = settings
  const entry = textOf(given, 'entry')
  const rules = await withPacks(given, config, terminal, authorities)
  const rule = rules.find(({ id }) => id === what)
  if (entry !== undefined && (rule !== undefined || Object.hasOwn(NO_RULES, what))) {
    throw new UsageError('--entry 只能同文件一起用，例如 mulint explain 目录.xlsx --entry 10')
  }
  if (rule !== undefined) {
    terminal.out(explainRule(rule))
    if (rule.id === WITH_LIMITS) {
      const { itemTypes } = authorities
      terminal.out(
        ['', `各类事项的时限（${itemTypes.all.length}类）：`, ...itemTypeLines(itemTypes), '']
          .map(printable)
          .join('\n'),
      )
    }
    return EXIT.clean
  }
  if (Object.hasOwn(NO_RULES, what)) {
    const { title, why, how } = NO_RULES[what as keyof typeof NO_RULES]
    terminal.out(`${what}  ${title}\n\n为什么：${why}\n怎么改：${how}\n`)
    return EXIT.clean
  }
  const { files } = await findFiles([what], terminal.folder)
  const [file] = files
  if (file === undefined || !file.isNamed) {
    const near = nearest(what, [...rules.map(({ id }) => id), ...Object.keys(NO_RULES)])
    const hint = near === undefined ? '' : `，是否指 ${near}？`
    throw new UsageError(`“${what}”既不是规则，也不是文件${hint}`)
  }
  return explainFile(file, given, terminal, await fileSettings.of(file.file))
}

/** Findings that belong to no rule. */
const NO_RULES = { ...INPUT_FINDINGS, ...WAIVER_FINDINGS }

/** The rule whose page is not whole without the limits of all item types. */
const WITH_LIMITS = 'deadline-not-allowed'

function explainRule(rule: Rule): string {
  const { id, title, severity, fix, kinds, basis, why, how, messages, examples } = rule
  const use = rule.isOptIn ? `（默认不用，用 --rule ${id}=${severity} 启用）` : ''
  const lines = [
    `${id}  ${title}`,
    `级别：${SEVERITY_NAMES[severity]}${use}    改法：${FIX_NAMES[fix]}    检查：${kinds.map((kind) => KIND_NAMES[kind]).join('、')}`,
    ...packLines(rule),
    '',
    '依据：',
    ...basis.map(({ source, article, gist }) => `  ${named(source)}${article}\n    ${gist}`),
    '',
    `为什么：${why}`,
    `怎么改：${how}`,
    '',
    '会说：',
    ...[...new Set(Object.values(messages))].map((message) => `  ${message}`),
  ]
  for (const { name, table, lastYear } of examples.good) {
    lines.push('', `不会报：${name}`, ...beforeLines(lastYear), indented(outdent(table)))
  }
  for (const { name, table, says, fixed, lastYear } of examples.bad) {
    lines.push('', `会报：${name}`, ...beforeLines(lastYear), indented(outdent(table)))
    lines.push(...says.map((text) => `  → ${text}`))
    if (fixed !== undefined) lines.push('  改后：', indented(outdent(fixed)))
  }
  return `${lines.join('\n')}\n`
}

/** Where a declared rule comes from, and since when it holds. */
function packLines({ pack, holds }: Rule): readonly string[] {
  if (pack === undefined) return []
  const lines = [`规则包：${pack.name} ${pack.version}（${pack.issuer}）`]
  if (holds?.from !== undefined) lines.push(`自${holds.from}起`)
  if (holds?.to !== undefined) lines.push(`到${holds.to}止`)
  return [lines.join('，')]
}

/** The report that an example is held against. */
function beforeLines(lastYear: string | undefined): readonly string[] {
  return lastYear === undefined
    ? []
    : ['  上年的报告：', indented(outdent(lastYear)), '  本年的报告：']
}

async function explainFile(
  file: InputFile,
  given: Arguments,
  terminal: Terminal,
  { settings: { authorities, kind, asOf }, encoding }: JudgedBy,
): Promise<number> {
  const entry = textOf(given, 'entry')
  try {
    const document = await readFileDocument(file, encoding)
    const found = recognise(document, kind)
    const { letter, reason } = gradeOf(document.format, found.catalogues)
    const paragraphs = document.blocks.filter((block) => block.kind === 'paragraph').length
    const lines = [
      `文件：${printable(file.path)}`,
      `格式：${document.format}${document.encoding === undefined ? '' : `，编码 ${document.encoding}`}`,
      ...document.notices.map(({ text }) => `注意：${printable(text)}`),
      `内容：${contents(document, found.tables.length, paragraphs)}`,
      `可信：${letter}级，${reason}`,
      `标题：${found.title === undefined ? '没有找到' : printable(found.title.text.trim())}`,
      `机关：${found.agency === undefined ? '标题里没有认出' : printable(found.agency)}`,
      `日期：${found.date ?? '没有写明'}`,
      `认作：${found.kind === undefined ? '没有认出' : KIND_NAMES[found.kind]}`,
      ...found.catalogues.filter(({ kind }) => kind === 'annual-report').flatMap(reportLines),
      ...citationLines(found.catalogues, authorities),
      ...ledgerLines(found.catalogues),
    ]
    if (entry === undefined) lines.push(...found.tables.flatMap(verdictLines))
    else {
      const day = asOf ?? found.date ?? terminal.today
      const told = found.catalogues.flatMap((catalogue) =>
        entryLines(catalogue, entry, { authorities, day }),
      )
      if (told.length === 0) throw new UsageError(noEntry(entry, found.catalogues))
      lines.push(...told)
    }
    if (found.kind === undefined && found.tables.length === 0) {
      lines.push('', '文件里没有表格：目录、台账要有表格，年报要有规定的几个部分或者统计表。')
    }
    terminal.out(`${lines.join('\n')}\n`)
    return found.kind === undefined ? EXIT.failed : EXIT.clean
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === undefined) throw error
    terminal.out(`文件：${printable(file.path)}\n无法读取：${reason}\n`)
    return EXIT.failed
  }
}

function noEntry(entry: string, catalogues: readonly Catalogue[]): string {
  const seqs = allSeqs(catalogues)
  const [first, last] = [seqs[0], seqs.at(-1)]
  const hint = first === undefined ? '表里没有序号' : `表里的序号从${first}到${last}`
  return printable(`没有序号为“${entry}”的条目，${hint}`)
}

function contents({ pages, asides }: Document, tables: number, paragraphs: number): string {
  const parts = [`${tables}张表`, `${paragraphs}段正文`]
  if (pages !== undefined) parts.unshift(`${pages}页`)
  if (asides !== undefined) parts.push(`${asides.length}处批注、脚注、页眉之类`)
  return parts.join('，')
}

function verdictLines({
  table,
  name,
  rows,
  columns,
  header,
  rejected,
}: TableVerdict): readonly string[] {
  const title = name === undefined ? '' : `“${printable(name)}”`
  const lines = ['', `第${table + 1}张表${title}：${rows}行，最宽${columns}列`]
  if (rejected !== undefined) return [...lines, `  没有认出：${printable(rejected)}`]
  if (header === undefined) return [...lines, '  年报的统计表']
  const last = header.row + header.depth
  lines.push(`  表头：第${header.row + 1}行${header.depth > 1 ? `至第${last}行` : ''}`)
  for (const { index, label, role } of header.layout.columns) {
    const name = label === '' ? '（无栏名）' : `“${printable(label)}”`
    lines.push(`  第${index + 1}列 ${name} → ${meaningOf(index, role, header)}`)
  }
  return lines
}

/** What a column is; a ledger groups its tasks and has deadlines of its own. */
function meaningOf(index: number, role: Role, { layout, isLedger }: Header): string {
  if (layout.group?.index === index) return '任务分组'
  return isLedger && role === 'deadline' ? '完成时限' : ROLE_NAMES[role]
}

function indented(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n')
}

function named(source: string): string {
  return /^(?:GB|DB)/u.test(source) ? source : `《${source}》`
}
