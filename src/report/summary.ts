import { type FileResult, type RunResult, type Summary, summarise } from '../engine/result.ts'
import { printable } from '../text/printable.ts'
import type { Paint } from './paint.ts'

/** Files that failed are named up to this many; the rest are counted. */
const NAMED = 20

/** What was checked and what came of it; the last line always says how much was really looked at. */
export function summaryLines(run: RunResult, paint: Paint): readonly string[] {
  const { files, tables, entries, errors, warnings, infos, ...aside } = summarise(run.files)
  // A run that looked at nothing never looks green.
  const clean = files === 0 ? paint.yellow('没有检查任何文件') : paint.green('没有发现问题')
  const found =
    errors + warnings + infos === 0
      ? clean
      : `${paint.red(`错误${errors}`)}、${paint.yellow(`警告${warnings}`)}、${paint.blue(`提示${infos}`)}`
  return [
    ...failing(run.files, 'unreadable', '无法读取'),
    ...failing(run.files, 'not-recognised', '没有认出'),
    `${found}${asideOf(aside)}。共检查${files}个文件、${tables}张表、${entries}个条目，用${run.rules}条规则；法规数据截至${run.registryDate}。`,
  ]
}

/** What was found and is not told. */
function asideOf({ suppressed, known }: Pick<Summary, 'suppressed' | 'known'>): string {
  const parts = [
    ...(suppressed > 0 ? [`已豁免${suppressed}`] : []),
    ...(known > 0 ? [`存量${known}`] : []),
  ]
  return parts.length === 0 ? '' : `（另有${parts.join('、')}）`
}

function failing(
  files: readonly FileResult[],
  status: FileResult['status'],
  name: string,
): readonly string[] {
  const failed = files.filter((file) => file.status === status)
  if (failed.length === 0) return []
  const named = failed.slice(0, NAMED).map(({ path }) => printable(path))
  const more = failed.length > NAMED ? `等${failed.length}个文件` : ''
  return [`${name}：${named.join('、')}${more}`]
}
