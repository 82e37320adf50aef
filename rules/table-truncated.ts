import { brokenEnd } from '../src/rule/ending.ts'
import { defineRule } from '../src/rule/rule.ts'

export default defineRule({
  id: 'table-truncated',
  title: '表格或文本截断',
  severity: 'error',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue', 'annual-report', 'ledger'],
  fix: 'none',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第六条',
      gist: '行政机关应当及时、准确地公开政府信息。',
    },
  ],
  why: '导出、粘贴时常把末尾丢掉，公众看到的文件不完整，也无从知道缺了什么。',
  how: '对照原文补齐末尾的内容，重新导出。',
  messages: {
    row: '表格最后一行不完整，停在“{words}”；应当对照原文补齐本行和后面的内容。',
    continued: '“{words}”之后没有内容，应当补上后面的表格。',
    heading: '文件停在标题“{words}”，标题下没有内容，应当补齐。',
    open: '文件停在“{words}”，句子没有完，应当对照原文补齐。',
    unended: '最后一段停在“{words}”，没有句末标点；没有写完的，应当补齐，已经写完的，补上句号。',
  },
  supersedes: ['table-column-count'],
  examples: {
    good: [
      {
        name: '目录单元格、表后的短注没有句末标点',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 指南文本 | 《中华人民共和国政府信息公开条例》第十二条 | 实时更新 |
          | 2 | 通知公告 | 公告文本 | 《中华人民共和国政府信息公开条例》第二十条 |

          注：空白表示不适用
        `,
      },
      {
        name: '落款、日期、附件之前的正文已经写完',
        kind: 'annual-report',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况。全年主动公开信息12条，没有收到申请。

          六、其他需要报告的事项。本年度没有收取信息处理费。

          青溪县教育局

          2026年1月20日

          附件：统计表
        `,
      },
      {
        name: '结尾的套话；表前的说明',
        kind: 'annual-report',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况。全年主动公开信息12条，没有收到申请。统计数据如下

          | 信息内容 | 本年制发件数 |
          | --- | --- |
          | 规章 | 0 |

          六、其他需要报告的事项。本年度没有收取信息处理费，没有其他事项。特此报告
        `,
      },
    ],
    bad: [
      {
        name: '最后一行断在依据里',
        format: 'tsv',
        table: `
          序号	公开事项	公开内容	公开依据	公开时限	公开主体
          1	公开指南	指南文本	《中华人民共和国政府信息公开条例》第十二条	实时更新	市教育局
          ⟦2⟧	公开制度	制度文本	《中华人民共和国政府信
        `,
        says: [
          '表格最后一行不完整，停在“《中华人民共和国政府信”；应当对照原文补齐本行和后面的内容。',
        ],
      },
      {
        name: '续表没有了下文',
        kind: 'annual-report',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况。全年主动公开信息12条。

          | 信息内容 | 本年制发件数 |
          | --- | --- |
          | 规章 | 0 |

          ⟦（续表）⟧
        `,
        says: ['“（续表）”之后没有内容，应当补上后面的表格。'],
      },
      {
        name: '停在标题',
        kind: 'annual-report',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          一、总体情况。全年主动公开信息12条。

          ⟦六、其他需要报告的事项⟧
        `,
        says: ['文件停在标题“六、其他需要报告的事项”，标题下没有内容，应当补齐。'],
      },
      {
        name: '停在句子中间',
        kind: 'annual-report',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          五、存在的主要问题及改进情况。一是解读材料不够通俗。⟦二是栏目更新不够及时，⟧

          2026年1月20日
        `,
        says: ['文件停在“二是栏目更新不够及时，”，句子没有完，应当对照原文补齐。'],
      },
      {
        name: '最后一段没有句末标点，也可能只是漏了句号',
        kind: 'annual-report',
        table: `
          # 青溪县教育局2025年政府信息公开工作年度报告

          六、其他需要报告的事项。本年度没有收取信息处理费。⟦没有其他需要报告的⟧
        `,
        says: [
          '最后一段停在“没有其他需要报告的”，没有句末标点；没有写完的，应当补齐，已经写完的，补上句号。',
        ],
      },
    ],
  },

  *check(context) {
    const { catalogue, siblings } = context
    // Only the end of the document is meant, and only once.
    if (siblings[0] !== catalogue) return
    const end = brokenEnd(context)
    if (end === undefined) return
    const { kind, passage, span, words } = end
    yield {
      message: kind,
      data: { words },
      at: { passage, ...(span && { span }) },
      ...(kind === 'unended' && { severity: 'warning', certainty: 'likely' }),
    } as const
  },
})
