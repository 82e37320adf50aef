import { describe, expect, test } from 'vitest'
import { rules } from '../../rules/index.ts'
import { loadAuthorities } from '../node/data.ts'
import { readDocument } from '../readers/choose.ts'
import { lint } from './lint.ts'
import type { Waiving } from './suppress.ts'
import { type RowScope, unknownRule, type Waiver } from './waiver.ts'

const authorities = loadAuthorities()
const ids = rules.map(({ id }) => id)

const TABLE = `| 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 | 公开渠道 | 公开对象 | 公开方式 |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| 1 | 公开指南 | 指南文本 | 《中华人民共和国政府信息公开条例》第十二条 | 实时更新 | 市教育局 | 政府网站 | 全社会 | 主动公开 |
| 2 | 公开制度 | 制度文本 | 《中华人民共和国政府信息公开条例》第四条 | 实时更新 |  | 政府网站 | 全社会 | 主动公开 |
`
const TITLE = '# 云岭市教育局主动公开事项目录\n\n'

describe('a comment', () => {
  test.each<[what: string, source: string, told: readonly string[]]>([
    [
      'is about the table behind it',
      `${TITLE}<!-- mulint-ignore subject-missing: 待定 -->\n\n${TABLE}`,
      [],
    ],
    ['may name a family', `${TITLE}<!-- mulint-ignore subject: 待定 -->\n\n${TABLE}`, []],
    [
      'may name several rules, in Chinese punctuation',
      `${TITLE}<!-- mulint-ignore subject-missing、basis-missing：待定 -->\n\n${TABLE}`,
      ['waiver-unused 豁免 basis-missing 没有对应的问题，应当删去。'],
    ],
    [
      'is about the whole file wherever it stands',
      `${TITLE}${TABLE}\n<!-- mulint-ignore-file subject-missing: 待定 -->\n`,
      [],
    ],
    [
      'finds the next table over titles',
      `<!-- mulint-ignore-next-table subject-missing: 待定 -->\n\n${TITLE}${TABLE}`,
      [],
    ],
    [
      'is about the next block only',
      `<!-- mulint-ignore subject-missing: 待定 -->\n\n${TITLE}${TABLE}`,
      ['subject-missing', 'waiver-unused 豁免 subject-missing 没有对应的问题，应当删去。'],
    ],
    [
      'behind the table says nothing of it',
      `${TITLE}${TABLE}\n<!-- mulint-ignore-next-table subject-missing: 待定 -->\n`,
      ['subject-missing', 'waiver-unused 豁免 subject-missing 没有对应的问题，应当删去。'],
    ],
    [
      'needs a reason',
      `${TITLE}<!-- mulint-ignore subject-missing -->\n\n${TABLE}`,
      [
        'subject-missing',
        'waiver-no-reason 豁免 subject-missing 没有写理由，不起作用；应当写明理由。',
      ],
    ],
    [
      'needs more than a colon for a reason',
      `${TITLE}<!-- mulint-ignore subject-missing：  -->\n\n${TABLE}`,
      [
        'subject-missing',
        'waiver-no-reason 豁免 subject-missing 没有写理由，不起作用；应当写明理由。',
      ],
    ],
    [
      'names a rule that is none',
      `${TITLE}<!-- mulint-ignore subject-mising: 待定 -->\n\n${TABLE}`,
      [
        'subject-missing',
        'waiver-unknown 豁免的“subject-mising”不是规则，是否指 subject-missing？',
      ],
    ],
    [
      'cannot waive what is wrong with waivers',
      `${TITLE}<!-- mulint-ignore-file waiver-unused: 嫌烦 -->\n\n${TABLE}`,
      [
        'subject-missing',
        'waiver-unknown 豁免的“waiver-unused”不是规则，用 mulint rules 查看全部规则。',
      ],
    ],
    [
      'names no rule',
      `${TITLE}<!-- mulint-ignore: 待定 -->\n\n${TABLE}`,
      [
        'subject-missing',
        'waiver-unknown 豁免注释应当写明规则，如 <!-- mulint-ignore cite-outdated: 理由 -->。',
      ],
    ],
    [
      'is misspelt',
      `${TITLE}<!-- mulint-ignor subject-missing: 待定 -->\n\n${TABLE}`,
      [
        'subject-missing',
        'waiver-unknown “mulint-ignor”不是豁免注释的写法，是否指 mulint-ignore？',
      ],
    ],
    [
      'inside a cell waives nothing',
      TITLE + TABLE.replace('| 2 |', '| 2<!-- mulint-ignore subject-missing: 待定 --> |'),
      [
        'subject-missing',
        'waiver-misplaced 豁免注释写在表格里面，不起作用；应当移到表格前面，单独一行。',
      ],
    ],
    [
      'in a fence is an example',
      `${TITLE}\`\`\`html\n<!-- mulint-ignore subject-missing: 待定 -->\n\`\`\`\n\n${TABLE}`,
      ['subject-missing'],
    ],
    [
      'of somebody else is none of ours',
      `${TITLE}<!-- markdownlint-disable -->\n\n${TABLE}`,
      ['subject-missing'],
    ],
  ])('%s', async (_, source, told) => {
    expect(await tell('目录.md', source)).toEqual(told)
  })

  test.each(['\r\n', '\r'])('stands where it stands with line ends %j and a mark', async (end) => {
    const source = `\uFEFF${TITLE}<!-- mulint-ignore cite: 待定 -->\n\n${TABLE}`.replaceAll(
      '\n',
      end,
    )
    const { diagnostics } = lint(await read('目录.md', source), settings())
    expect(diagnostics.at(-1)).toMatchObject({
      rule: 'waiver-unused',
      location: { label: '豁免注释', line: 3, col: 1, endLine: 3, endCol: 32 },
    })
  })

  test.each<[what: string, html: string, told: readonly string[]]>([
    ['before a table', `<h1>T</h1><!-- mulint-ignore subject: 待定 -->TABLE`, []],
    [
      'before a paragraph',
      `<!-- mulint-ignore subject: 待定 --><h1>T</h1>TABLE`,
      ['subject-missing', 'waiver-unused'],
    ],
    [
      'in the head, for the file',
      `<html><head><!-- mulint-ignore-file subject: 待定 --></head><h1>T</h1>TABLE`,
      [],
    ],
    ['inside a table', '<h1>T</h1>INSIDE', ['subject-missing', 'waiver-misplaced']],
  ])('of a web page: %s', async (_, html, told) => {
    const rows = TABLE.split('\n').filter((line) => line.startsWith('|') && !line.includes('---'))
    const cells = rows.map(
      (row) =>
        `<tr>${row
          .split('|')
          .slice(1, -1)
          .map((text) => `<td>${text.trim()}</td>`)
          .join('')}</tr>`,
    )
    const inside = `<table>${cells.join('<!-- mulint-ignore subject: 待定 -->')}</table>`
    const source = html
      .replace('INSIDE', inside)
      .replace('TABLE', `<table>${cells.join('')}</table>`)
      .replace('T<', '云岭市教育局主动公开事项目录<')
    const found = await tell('目录.html', source)
    expect([...new Set(found.map((one) => one.split(' ')[0]))]).toEqual(told)
  })
})

describe('a waiver from outside', () => {
  test.each<
    [
      what: string,
      waiver: Partial<Waiver> & { row?: Omit<RowScope, 'kind'> },
      told: readonly string[],
    ]
  >([
    ['by 序号', { row: { entry: '2' } }, []],
    ['by item', { row: { item: '公开 制度' } }, []],
    ['by column', { row: { role: 'subject' } }, []],
    [
      'by another 序号',
      { row: { entry: '1' } },
      ['subject-missing', 'waiver-unused 豁免 subject-missing（序号1）没有对应的问题，应当删去。'],
    ],
    [
      'by the beginning of an item',
      { row: { item: '公开' } },
      ['subject-missing', 'waiver-unused 豁免 subject-missing（公开）没有对应的问题，应当删去。'],
    ],
    ['on its last day', { expires: '2026-11-21' }, []],
    [
      'a day later',
      { expires: '2026-11-20' },
      [
        'subject-missing',
        'waiver-expired 豁免 subject-missing 已于2026-11-20到期，不再起作用；应当整改，或者经批准后改写期限。',
      ],
    ],
    [
      'of a run, elsewhere',
      { row: { entry: '1' }, source: { kind: 'file', path: 'w.yaml', line: 1, isGiven: true } },
      ['subject-missing'],
    ],
  ])('%s', async (_, { row, ...changes }, told) => {
    const waiver: Waiver = {
      rule: 'subject-missing',
      scope: row === undefined ? { kind: 'file' } : { kind: 'row', ...row },
      reason: '待定',
      source: { kind: 'file', path: '目录.mulint.yaml', line: 3 },
      ...changes,
    }
    expect(await tell('目录.md', TITLE + TABLE, { waivers: [waiver] })).toEqual(told)
  })

  test('of a rule that was not asked is not called idle', async () => {
    const source = `${TITLE}<!-- mulint-ignore-file cite-outdated: 待定 -->\n\n${TABLE}`
    const only = rules.filter(({ id }) => id === 'subject-missing')
    const document = await read('目录.md', source)
    const asked = { ...settings(), rules: only.map((rule) => ({ rule })) }
    expect(lint(document, asked).diagnostics.map(({ rule }) => rule)).toEqual(['subject-missing'])
  })

  test('hands on what it sets aside, with its reason', async () => {
    const source = `${TITLE}<!-- mulint-ignore-file subject-missing: 三定方案未批 -->\n\n${TABLE}`
    const { suppressed, diagnostics } = lint(await read('目录.md', source), settings())
    expect(diagnostics.map(({ rule }) => rule)).not.toContain('subject-missing')
    expect(suppressed).toMatchObject([
      { diagnostic: { rule: 'subject-missing' }, waiver: { reason: '三定方案未批' } },
    ])
  })

  test('changes the fingerprint of no other finding', async () => {
    const prints = async (source: string, waiving: Waiving = {}) => {
      const report = lint(await read('目录.md', source), settings(), undefined, waiving)
      return report.diagnostics.map(({ fingerprint }) => fingerprint)
    }
    const all = await prints(TITLE + TABLE)
    const left = await prints(`${TITLE}<!-- mulint-ignore subject: 待定 -->\n\n${TABLE}`)
    expect(left.filter((print) => !all.includes(print))).toEqual([])
    expect(left).toHaveLength(all.length - 1)
  })
})

test('names that every object has are no rules', () => {
  const names = new Set(ids)
  for (const name of ['__proto__', 'constructor', 'toString']) {
    expect(unknownRule(name, names)).toContain('不是规则')
  }
})

function settings() {
  return {
    rules: rules.map((rule) => ({ rule })),
    ruleIds: ids,
    authorities,
    today: '2026-11-21',
    asOf: '2026-11-21',
  }
}

function read(name: string, source: string) {
  return readDocument({ name, bytes: new TextEncoder().encode(source) })
}

/** Rules that speak, and whole sentences about waivers; what else is missing in so short a catalogue is left out. */
async function tell(name: string, source: string, waiving?: Waiving): Promise<readonly string[]> {
  const { diagnostics } = lint(await read(name, source), settings(), undefined, waiving)
  return diagnostics
    .filter(({ rule }) => rule === 'subject-missing' || rule.startsWith('waiver-'))
    .map(({ rule, message }) => (rule.startsWith('waiver-') ? `${rule} ${message}` : rule))
}
