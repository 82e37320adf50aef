import { replace } from '../src/fix/edit.ts'
import { findUses, lexicon } from '../src/grammar/lexicon.ts'
import { defineRule } from '../src/rule/rule.ts'
import { writtenTexts } from '../src/rule/texts.ts'
import { NONSTANDARD_TERMS } from '../src/rule/vocabulary/terms.ts'
import { fixOf, grouped, timesText } from '../src/rule/wording.ts'

const LEXICON = lexicon(NONSTANDARD_TERMS)

export default defineRule({
  id: 'text-term-nonstandard',
  title: '术语不规范',
  severity: 'warning',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue', 'ledger', 'annual-report'],
  fix: 'safe',
  once: { wrong: 'words', loose: 'words' },
  basis: [
    {
      source: '中华人民共和国突发事件应对法',
      article: '第二条',
      gist: '突发事件分自然灾害、事故灾难、公共卫生事件和社会安全事件四类。',
    },
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第二条、第四十二条',
      gist: '行政机关履职中制作、获取的信息称政府信息；超出合理范围的申请可以收取信息处理费。',
    },
    {
      source: '国务院办公厅印发《关于全面推进政务公开工作的意见》实施细则的通知',
      article: '（国办发〔2016〕80号）',
      gist: '特别重大、重大突发事件的政务舆情，有专门的回应时限。',
    },
  ],
  why: '法定用语换一个字，指的就可能是另一件事，公众检索时也对不上。',
  how: '照法律、法规和国务院文件里的用语写。',
  messages: {
    wrong: '“{actual}”{times}不是规范用语，应当为“{expected}”（{source}）。',
    loose: '“{actual}”{times}宜写作“{expected}”（{source}）。',
  },
  examples: {
    good: [
      {
        name: '规范用语；自然灾害、地质灾害照写',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 应急预案 | 自然灾害、事故灾难、公共卫生事件和社会安全事件的应急预案，地质灾害点 | 《中华人民共和国突发事件应对法》 | 实时更新 |
          | 2 | 政务公开 | 政府信息公开、政务公开工作，法治政府建设情况 | 《中华人民共和国政府信息公开条例》 | 实时更新 |
        `,
      },
      {
        name: '机构、栏目的名称，引号和题名里的字，“政府公开信息”作动词',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | 政务信息公开科职责，政务信息公开平台网址，《青溪县政务信息公开办法》 | 《中华人民共和国政府信息公开条例》 | 实时更新 |
          | 2 | 工作动态 | 县政府公开信息132条，群众说的“残废人” | 《中华人民共和国政府信息公开条例》 | 实时更新 |
        `,
      },
      {
        name: '台账里的舆情时限由台账的规则检查',
        kind: 'ledger',
        format: 'tsv',
        table: `
          青溪县政务公开工作任务台账
          一级指标	二级指标	牵头单位	备注
          舆情回应	涉及特别重大、突发事件的政务舆情5小时内发布权威信息	宣传科	无
        `,
      },
    ],
    bad: [
      {
        name: '突发事件的类别、级别',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 应急预案 | ⟦事故灾害⟧类、自然灾害类应急预案 | 《中华人民共和国突发事件应对法》 | 实时更新 |
          | 2 | 舆情回应 | ⟦特别重大、突发事件⟧的政务舆情 | 《中华人民共和国政府信息公开条例》 | 实时更新 |
        `,
        says: [
          '“事故灾害”不是规范用语，应当为“事故灾难”（《中华人民共和国突发事件应对法》第二条）。',
          '“特别重大、突发事件”不是规范用语，应当为“特别重大、重大突发事件”（国办发〔2016〕80号）。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 应急预案 | 事故灾难类、自然灾害类应急预案 | 《中华人民共和国突发事件应对法》 | 实时更新 |
          | 2 | 舆情回应 | 特别重大、重大突发事件的政务舆情 | 《中华人民共和国政府信息公开条例》 | 实时更新 |
        `,
      },
      {
        name: '不合条例用语，写了多处只说一次',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 公开制度 | ⟦政务信息公开⟧工作制度 | 《中华人民共和国政府信息公开条例》第四条 | 实时更新 |
          | 2 | 公开指南 | 获取本局⟦政府公开信息⟧的方式，政务信息公开申请渠道 | 《中华人民共和国政府信息公开条例》第十二条 | 实时更新 |
        `,
        says: [
          '“政务信息公开”（共2处）宜写作“政府信息公开”（《中华人民共和国政府信息公开条例》）。',
          '“政府公开信息”宜写作“公开的政府信息”（《中华人民共和国政府信息公开条例》第一条）。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 公开制度 | 政府信息公开工作制度 | 《中华人民共和国政府信息公开条例》第四条 | 实时更新 |
          | 2 | 公开指南 | 获取本局公开的政府信息的方式，政府信息公开申请渠道 | 《中华人民共和国政府信息公开条例》第十二条 | 实时更新 |
        `,
      },
    ],
  },

  *check({ catalogue, dictionary }) {
    const known = dictionary?.terms ?? LEXICON
    const uses = writtenTexts(catalogue)
      .flatMap((passage) => findUses(passage.text, known).map((use) => ({ ...use, passage })))
      .filter(({ term }) => !(term.notInLedgers && catalogue.kind === 'ledger'))
      .filter(({ passage, span }) => !dictionary?.accepts(passage.text, span))
    for (const same of grouped(uses, ({ actual }) => actual)) {
      const [{ term, actual, expected, passage, span }] = same
      const { source, isSure } = term
      const edits = same.map((use) => replace(use.passage, use.span, use.expected))
      const isSafe = same.every((use) => use.term.isSafe)
      const told = {
        data: { actual, expected, source, times: timesText(same.length) },
        at: { passage, span },
        expected: [expected],
        ...fixOf(isSafe ? 'safe' : 'suggested', edits),
      }
      if (isSure) yield { ...told, message: 'wrong' }
      else yield { ...told, message: 'loose', severity: 'info', certainty: 'likely' }
    }
  },
})
