import { replace } from '../src/fix/edit.ts'
import { findUses, lexicon } from '../src/grammar/lexicon.ts'
import { defineRule } from '../src/rule/rule.ts'
import { writtenTexts } from '../src/rule/texts.ts'
import { TYPOS } from '../src/rule/vocabulary/typos.ts'
import { fixOf, grouped, timesText } from '../src/rule/wording.ts'

const LEXICON = lexicon(TYPOS)

export default defineRule({
  id: 'text-known-typo',
  title: '错别字、漏字',
  severity: 'error',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue', 'ledger', 'annual-report'],
  fix: 'safe',
  once: {
    wrong: 'words',
    missing: 'words',
    repeated: 'words',
    loose: 'words',
    incomplete: 'words',
    redundant: 'words',
  },
  // What is a wrong word is not only a rare one, nor another name.
  supersedes: ['text-rare-variant', 'subject-inconsistent-name', 'channel-term-nonstandard'],
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第六条',
      gist: '行政机关应当及时、准确地公开政府信息。',
    },
  ],
  why: '错字、漏字写进正式发布的文件，有的改变了意思，有的让人怀疑没有人校对过。',
  how: '照提示改正，再把全文同样的写法查一遍。',
  messages: {
    wrong: '“{actual}”{times}有错别字，应当为“{expected}”。',
    missing: '“{actual}”{times}漏了字，应当为“{expected}”。',
    repeated: '“{actual}”{times}有重复的字，应当为“{expected}”。',
    loose: '“{actual}”{times}宜写作“{expected}”。',
    incomplete: '“{actual}”{times}像是漏了字，宜写作“{expected}”。',
    redundant: '“{actual}”{times}前后意思重复，宜写作“{expected}”。',
  },
  examples: {
    good: [
      {
        name: '字在两个词里，不是错字',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 行政执法 | 推行行政执法公示，实行行政执法全过程记录，法规规定的程序 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 2 | 重大决策 | 项目目录按排名公布，按排放标准分类，第一批淮河治理项目 | 《重大行政决策程序暂行条例》第三条 | 实时更新 |
          | 3 | 招商引资 | 毕竟争取来的项目，分布署名公布；破坏境内设施的处罚 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
        `,
      },
      {
        name: '公民、业主的权利就是权利；报名有截止日期',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 行政执法 | 当事人的权利和义务，业主权利清单，权力清单和责任清单 | 《中华人民共和国行政处罚法》 | 实时更新 |
          | 2 | 公开招聘 | 报名截止日期，报名截止2026年3月1日 | 《事业单位人事管理条例》 | 实时更新 |
          | 3 | 便民服务 | 聚焦做为民服务实事，需要社会公众广泛知晓的信息 | 《中华人民共和国政府信息公开条例》第十九条 | 实时更新 |
        `,
      },
      {
        name: '文件题名、引语照原样',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 政策文件 | 《青溪县工作布署办法》，群众来信中说的“布署”“帐号” | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
        `,
      },
    ],
    bad: [
      {
        name: '错字、漏字、重复',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 政策解读 | 对民政⟦政策文进行⟧解读 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 2 | 行政权力 | 本局⟦权利责任清单⟧ | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 3 | 工作动态 | 工作⟦布署⟧和落实情况，对公告⟦进行进行⟧更新 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
        `,
        says: [
          '“政策文进行”漏了字，应当为“政策文件进行”。',
          '“权利责任清单”有错别字，应当为“权力责任清单”。',
          '“布署”有错别字，应当为“部署”。',
          '“进行进行”有重复的字，应当为“进行”。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 政策解读 | 对民政政策文件进行解读 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 2 | 行政权力 | 本局权力责任清单 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 3 | 工作动态 | 工作部署和落实情况，对公告进行更新 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
        `,
      },
      {
        name: '同一个错字写了多处，只说一次',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开主体 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 预防接种 | 接种点名称 | 各⟦医疗结构⟧ | 实时更新 |
          | 2 | 诊疗服务 | 诊疗科目 | 各医疗结构 | 实时更新 |
        `,
        says: ['“医疗结构”（共2处）有错别字，应当为“医疗机构”。'],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开主体 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 预防接种 | 接种点名称 | 各医疗机构 | 实时更新 |
          | 2 | 诊疗服务 | 诊疗科目 | 各医疗机构 | 实时更新 |
        `,
      },
      {
        name: '不算错，但是宜改',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 履职信息 | ⟦社会公众广泛知晓的信息⟧和⟦其它⟧信息 | 《中华人民共和国政府信息公开条例》第十九条 | 实时更新 |
          | 2 | 安全检查 | 开展检查⟦次数12次⟧ | 《中华人民共和国政府信息公开条例》第十九条 | 实时更新 |
        `,
        says: [
          '“社会公众广泛知晓的信息”像是漏了字，宜写作“需要社会公众广泛知晓的信息”。',
          '“其它”宜写作“其他”。',
          '“次数12次”前后意思重复，宜写作“12次”。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 履职信息 | 需要社会公众广泛知晓的信息和其他信息 | 《中华人民共和国政府信息公开条例》第十九条 | 实时更新 |
          | 2 | 安全检查 | 开展检查12次 | 《中华人民共和国政府信息公开条例》第十九条 | 实时更新 |
        `,
      },
    ],
  },

  *check({ catalogue, dictionary }) {
    const known = dictionary?.typos ?? LEXICON
    const uses = writtenTexts(catalogue)
      .flatMap((passage) => findUses(passage.text, known).map((use) => ({ ...use, passage })))
      .filter(({ passage, span }) => !dictionary?.accepts(passage.text, span))
    for (const same of grouped(uses, ({ actual, expected }) => `${actual}\n${expected}`)) {
      const [{ term, actual, expected, passage, span }] = same
      const edits = same.map((use) => replace(use.passage, use.span, use.expected))
      const told = {
        data: { actual, expected, times: timesText(same.length) },
        at: { passage, span },
        expected: [expected],
        ...fixOf(term.isSure ? 'safe' : 'suggested', edits),
      }
      if (term.isSure) yield { ...told, message: SURE[term.fault] }
      else yield { ...told, message: UNSURE[term.fault], severity: 'info', certainty: 'hint' }
    }
  },
})

const SURE = {
  wrong: 'wrong',
  missing: 'missing',
  repeated: 'repeated',
  loose: 'wrong',
} as const

const UNSURE = {
  wrong: 'loose',
  missing: 'incomplete',
  repeated: 'redundant',
  loose: 'loose',
} as const
