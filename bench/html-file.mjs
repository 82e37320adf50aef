import { escaped } from './markup.mjs'

/** The grid as a page: the title and one table, styled as a content system exports it. */
export function htmlFile({ title, rows }) {
  const lines = rows.map((cells) => {
    const written = cells.filter((cell) => cell !== undefined).map(cellOf)
    return `<tr style="height:27px">\n${written.join('\n')}\n</tr>`
  })
  const head = `<meta charset="utf-8">\n<title>${escaped(title)}</title>`
  const table = `<table border="1" cellspacing="0">\n<tbody>\n${lines.join('\n')}\n</tbody>\n</table>`
  return Buffer.from(
    `<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n${head}\n</head>\n<body>\n<h1>${escaped(title)}</h1>\n${table}\n</body>\n</html>\n`,
  )
}

function cellOf({ text, rowSpan }) {
  const span = rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''
  return `<td${span} style="border:1px solid #000" valign="middle">${escaped(text)}</td>`
}
