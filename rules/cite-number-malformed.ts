import { replace } from '../src/fix/edit.ts'
import { type DocNumber, findDocNumbers, formatDocNumber } from '../src/grammar/doc-number.ts'
import type { OrderNumber } from '../src/grammar/order-number.ts'
import { orderNumbers } from '../src/rule/numbers.ts'
import { defineRule } from '../src/rule/rule.ts'
import type { Passage } from '../src/table/model.ts'

export default defineRule({
  id: 'cite-number-malformed',
  title: '文号、令号格式不规范',
  severity: 'warning',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue', 'ledger', 'annual-report'],
  fix: 'safe',
  basis: [
    {
      source: 'GB/T 9704—2012',
      article: '《党政机关公文格式》',
      gist: '发文字号由机关代字、年份、顺序号组成；年份标全称，用六角括号括入；顺序号不加“第”字，不编虚位，后加“号”字。命令（令）的令号写作“第X号”。',
    },
  ],
  why: '文号是查找文件的钥匙，写法不一，检索就会落空。',
  how: '发文字号写作“机关代字〔年份〕N号”，令号写作“国务院令第N号”。',
  messages: {
    brackets: '“{actual}”的年份应当用六角括号括入，写作“{expected}”。',
    small: '“{actual}”的括号“﹝﹞”宜改为六角括号，写作“{expected}”。',
    ordinal: '“{actual}”的顺序号前不加“第”，应当写作“{expected}”。',
    padded: '“{actual}”的顺序号不编虚位，应当写作“{expected}”。',
    suffix: '“{actual}”缺“号”字，应当写作“{expected}”。',
    year: '“{actual}”没有年份，应当写全。',
    orderOrdinal: '“{actual}”缺“第”字，应当写作“{expected}”。',
    orderNumeral: '“{actual}”的令号宜用阿拉伯数字，写作“{expected}”。',
    surplus: '“{actual}”后多一个“号”字，应当删去。',
  },
  examples: {
    good: [
      {
        name: '规范的文号和令号',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开标准 | 《国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见》（国办发〔2019〕54号） | 实时更新 |
          | 2 | 公开指南 | 《中华人民共和国政府信息公开条例》（国令第711号） | 实时更新 |
          | 3 | 应急预案 | 《中华人民共和国突发事件应对法》（主席令第二十五号） | 实时更新 |
          | 4 | 目录清单 | 国家发展改革委2017年第10号令、财政部公告2009年第1号、GB/T 15834—2011 | 实时更新 |
          | 5 | 工作要点 | 《关于转发国发[2004]28号文件的通知》（晋政发〔2004〕40号） | 实时更新 |
        `,
      },
      {
        name: '文号中间换行留下的空格、几个文号连写',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开要点 | 国办发〔2019〕 54 号；国办发〔2016〕19、80号 | 实时更新 |
        `,
      },
      {
        name: '括号里的年份不都是文号',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 规划 | 教育发展规划（2021）5号图集、临江路（2020）12号地块 | 实时更新 |
        `,
      },
    ],
    bad: [
      {
        name: '方括号、圆括号、方头括号、残缺的括号',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开标准 | 《意见》（⟦国办发[2019]54号⟧）；《通知》（⟦国办发（2016）19号⟧） | 实时更新 |
          | 2 | 公开要点 | 《通知》（⟦国办发【2017】24号⟧）；《通知》（⟦国办发〔2018)23号⟧） | 实时更新 |
        `,
        says: [
          '“国办发[2019]54号”的年份应当用六角括号括入，写作“国办发〔2019〕54号”。',
          '“国办发（2016）19号”的年份应当用六角括号括入，写作“国办发〔2016〕19号”。',
          '“国办发【2017】24号”的年份应当用六角括号括入，写作“国办发〔2017〕24号”。',
          '“国办发〔2018)23号”的年份应当用六角括号括入，写作“国办发〔2018〕23号”。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开标准 | 《意见》（国办发〔2019〕54号）；《通知》（国办发〔2016〕19号） | 实时更新 |
          | 2 | 公开要点 | 《通知》（国办发〔2017〕24号）；《通知》（国办发〔2018〕23号） | 实时更新 |
        `,
      },
      {
        name: '“第”字、虚位、缺“号”',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开标准 | 《意见》（⟦国办发〔2019〕第54号⟧）；《通知》（⟦国办发〔2016〕08号⟧） | 实时更新 |
          | 2 | 公开要点 | 《通知》（⟦国办发〔2017〕24⟧） | 实时更新 |
        `,
        says: [
          '“国办发〔2019〕第54号”的顺序号前不加“第”，应当写作“国办发〔2019〕54号”。',
          '“国办发〔2016〕08号”的顺序号不编虚位，应当写作“国办发〔2016〕8号”。',
          '“国办发〔2017〕24”缺“号”字，应当写作“国办发〔2017〕24号”。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开标准 | 《意见》（国办发〔2019〕54号）；《通知》（国办发〔2016〕8号） | 实时更新 |
          | 2 | 公开要点 | 《通知》（国办发〔2017〕24号） | 实时更新 |
        `,
      },
      {
        name: '缺年份',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开标准 | 《通知》（⟦渝交计121号⟧） | 实时更新 |
        `,
        says: ['“渝交计121号”没有年份，应当写全。'],
      },
      {
        name: '看着像六角括号的小括号',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开标准 | 《意见》（⟦国办发﹝2019﹞54号⟧） | 实时更新 |
        `,
        says: ['“国办发﹝2019﹞54号”的括号“﹝﹞”宜改为六角括号，写作“国办发〔2019〕54号”。'],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 公开标准 | 《意见》（国办发〔2019〕54号） | 实时更新 |
        `,
      },
      {
        name: '令号缺“第”、多“号”、用汉字',
        table: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 决策预公开 | 《重大行政决策程序暂行条例》（⟦国务院令713号⟧） | 实时更新 |
          | 2 | 公开指南 | 《中华人民共和国政府信息公开条例》（国令第711号）⟦号⟧ | 实时更新 |
          | 3 | 公开制度 | 《中华人民共和国政府信息公开条例》（⟦国务院令第七百一十一号⟧） | 实时更新 |
        `,
        says: [
          '“国务院令713号”缺“第”字，应当写作“国务院令第713号”。',
          '“国令第711号”后多一个“号”字，应当删去。',
          '“国务院令第七百一十一号”的令号宜用阿拉伯数字，写作“国务院令第711号”。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- |
          | 1 | 决策预公开 | 《重大行政决策程序暂行条例》（国务院令第713号） | 实时更新 |
          | 2 | 公开指南 | 《中华人民共和国政府信息公开条例》（国令第711号） | 实时更新 |
          | 3 | 公开制度 | 《中华人民共和国政府信息公开条例》（国务院令第711号） | 实时更新 |
        `,
      },
    ],
  },

  *check({ catalogue }) {
    for (const passage of catalogue.passages()) {
      for (const number of findDocNumbers(passage.text)) yield* docNumberFaults(passage, number)
    }
    for (const [passage, numbers] of orderNumbers(catalogue)) {
      for (const number of numbers) yield* orderFaults(passage, number)
    }
  },
})

function* docNumberFaults(passage: Passage, number: DocNumber) {
  const [message] = number.faults
  if (message === undefined) return
  const at = { passage, span: number.span }
  const actual = number.text
  if (message === 'year') {
    yield { message, data: { actual }, at } as const
    return
  }
  const expected = formatDocNumber(number)
  const told = { data: { actual, expected }, at, fix: mend(passage, number, expected) }
  if (message === 'small') yield { ...told, message, severity: 'info' } as const
  else yield { ...told, message } as const
}

function mend(passage: Passage, { span, text }: DocNumber, expected: string) {
  // A lost bracket leaves open where the year ends: 〔201744号.
  const isSure = /\d{4}\s*[〕\])）】﹞]/u.test(text)
  return {
    safety: isSure ? 'safe' : 'suggested',
    edits: [replace(passage, span, expected)],
  } as const
}

function* orderFaults(passage: Passage, number: OrderNumber) {
  const { text: actual, span, issuer, serial } = number
  const at = { passage, span }
  if (number.lacksOrdinal) {
    const expected = actual.replace(/令\s*/u, '令第')
    const edits = [replace(passage, span, expected)] as const
    yield {
      message: 'orderOrdinal',
      data: { actual, expected },
      at,
      fix: { safety: 'safe', edits },
    } as const
  } else if (number.isChinese && issuer === '国务院') {
    const expected = actual.replace(/第.*$/u, `第${serial}号`)
    const edits = [replace(passage, span, expected)] as const
    const fix = { safety: 'safe', edits } as const
    yield {
      message: 'orderNumeral',
      data: { actual, expected },
      at,
      fix,
      severity: 'info',
    } as const
  }
  if (number.surplus !== undefined) {
    const edits = [replace(passage, number.surplus, '')] as const
    const fix = { safety: 'safe', edits } as const
    yield {
      message: 'surplus',
      data: { actual },
      at: { passage, span: number.surplus },
      fix,
    } as const
  }
}
