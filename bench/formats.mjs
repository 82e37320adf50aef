import { HEADERS } from './columns.mjs'

/** How a catalogue is written in each format. */
export const FORMATS = {
  md: ({ title, agency, rows }) => {
    const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
    return [
      `# ${title}`,
      '',
      `本目录由${agency}编制，事项有变化时随时调整，以最新一版为准。`,
      '',
      line(HEADERS),
      line(HEADERS.map(() => '---')),
      ...rows.map(line),
      '',
      '## 填写说明',
      '',
      '空白的单元格与上一行相同；对目录有疑问的，可以按指南所列方式咨询。',
      '',
    ].join('\n')
  },

  tsv: ({ title, rows }) => {
    const top =
      '序号\t公开事项\t\t\t公开内容（要素）\t公开依据\t公开时限\t公开主体\t公开渠道和载体\t公开对象\t\t公开方式'
    const below = '\t一级事项\t二级事项\t三级事项\t\t\t\t\t\t全社会\t特定群众\t'
    return `${[title, '', top, below, ...rows.map((cells) => cells.join('\t'))].join('\n')}\n`
  },

  csv: ({ rows }) => {
    const quoted = (cell) => (/[",\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
    const line = (cells) => cells.map(quoted).join(',')
    return `${[HEADERS, ...rows].map(line).join('\r\n')}\r\n`
  },
}
