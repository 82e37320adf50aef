import type { Catalogue } from '../src/catalogue/catalogue.ts'
import { replace } from '../src/fix/edit.ts'
import { defineRule } from '../src/rule/rule.ts'
import type { Paragraph, Passage } from '../src/table/model.ts'

export default defineRule({
  id: 'text-broken-paragraph',
  title: '段落被截断换行',
  severity: 'warning',
  certainty: 'likely',
  kinds: ['catalogue', 'domain-catalogue', 'ledger', 'annual-report'],
  fix: 'suggested',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第六条',
      gist: '行政机关应当及时、准确地公开政府信息。',
    },
  ],
  why: '一句话断成两段，读起来像漏了内容，多半是粘贴时带进了换行。',
  how: '把两段接成一段；确实漏了字的，补上。',
  messages: {
    broken: '这一段到“{tail}”没有说完就换了行，应当与下一段“{head}”接成一段。',
    next: '下一段从这里开始。',
  },
  examples: {
    good: [
      {
        name: '标题、落款、列举、以冒号结尾的段落',
        kind: 'annual-report',
        table: `
          云岭市民政局2025年政府信息公开工作年度报告

          2025年，我局认真落实政府信息公开各项要求，现将全年工作情况报告如下

          一、总体情况

          全年主动公开政府信息612条，收到申请17件，主要做了以下几个方面的工作：

          制度建设方面，修订了信息发布审核办法，明确了各科室的责任。

          对外公布的联系方式，地址在云岭市人民路1号，电话0000—0000000

          云岭市民政局办公室，2026年1月20日

          二、主动公开政府信息情况
        `,
      },
      {
        name: '下一段另起一句，只是上一段漏了句号',
        kind: 'annual-report',
        table: `
          云岭市民政局2025年政府信息公开工作年度报告

          一、总体情况

          全年主动公开政府信息612条，收到申请17件，全部在法定期限内办结，没有发生超期答复

          同时，加强对各科室的培训，全年举办培训三次，参加人员一百余人。

          二、主动公开政府信息情况
        `,
      },
      {
        name: '每一行都折断，是按页宽折的行',
        kind: 'annual-report',
        table: `
          云岭市民政局2025年政府信息公开工作年度报告

          一、总体情况

          全年主动公开政府信息612条，通过门户网站和政务新媒体发布工作动态、通知公

          告和政策文件，收到申请17件，全部在法定期限内办结，没有发生超期答复，没有发

          生行政复议和行政诉讼，公众通过领导信箱提出的问题，都在规定的时间内作了答复，

          热线电话转来的诉求，由承办科室逐件登记、逐件办理、逐件回访，办理情况纳入年

          度考核，考核结果在局内通报，连续两次排名靠后的科室，由分管负责人进行约谈督

          促，限期整改，整改情况报办公室备案，并在下一次会议上说明原因和改进的办法。

          二、主动公开政府信息情况
        `,
      },
    ],
    bad: [
      {
        name: '一句话中间换了行',
        kind: 'annual-report',
        table: `
          云岭市民政局2025年政府信息公开工作年度报告

          一、总体情况

          全年更新公开指南两次，清理长期不用的栏目九个，没有发生泄密事件。⟦由办公室逐月抽查各科室⟧

          ⟦→负责栏目的更新情况⟧，对超过期限没有更新的发出提醒，年底汇总通报一次。

          二、主动公开政府信息情况
        `,
        says: [
          '这一段到“由办公室逐月抽查各科室”没有说完就换了行，应当与下一段“负责栏目的更新情况”接成一段。',
          '下一段从这里开始。',
        ],
        fixed: `
          云岭市民政局2025年政府信息公开工作年度报告

          一、总体情况

          全年更新公开指南两次，清理长期不用的栏目九个，没有发生泄密事件。由办公室逐月抽查各科室负责栏目的更新情况，对超过期限没有更新的发出提醒，年底汇总通报一次。

          

          二、主动公开政府信息情况
        `,
      },
    ],
  },

  *check({ catalogue }) {
    const breaks = findBreaks(catalogue)
    // Many breaks are lines folded at the edge of a page.
    if (breaks.length > MOST_BREAKS) return
    for (const { above, below, tail, head } of breaks) {
      const end = above.text.trimEnd().length
      const start = below.text.length - below.text.trimStart().length
      const whole = { start: 0, end: below.text.length }
      yield {
        message: 'broken',
        data: { tail, head },
        at: { passage: above, span: { start: end - tail.length, end } },
        related: [
          { message: 'next', at: { passage: below, span: { start, end: start + head.length } } },
        ],
        fix: {
          safety: 'suggested',
          edits: [
            replace(above, { start: end, end: above.text.length }, below.text.trim()),
            replace(below, whole, ''),
          ],
        },
      } as const
    }
  },
})

const MOST_BREAKS = 2

interface Break {
  readonly above: Passage
  readonly below: Passage
  /** The last words of the one and the first of the other. */
  readonly tail: string
  readonly head: string
}

/** Shorter paragraphs are titles, captions and signatures. */
const SHORTEST = { above: 30, below: 15 }
// 。由办公室逐月抽查各科室
const TAIL = /[，。；：！？](?<tail>[㐀-䶿一-鿿、“”]{4,24})$/u
// 负责栏目的更新情况，对超过期限
const HEAD = /^(?<head>[㐀-䶿一-鿿、“”]{2,24})[，。；]/u
/** Words with which a sentence, a point or a signature begins. */
const NEW_SENTENCE =
  /^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、是]|第[一二三四五六七八九十]|附件?|注|联系|地址|电话|抄送|根据|按照|依据|依照|为|同时|此外|另外|另|其中|其次|其他|首先|最后|目前|截至|今年|去年|本|我|全[年市县区省局]|下一步|通过|在|对|经|各|该|以|由|从|自|与|将|并|但|坚持|加强|积极|认真|严格|完善|推进|强化|建立|进一步|不断|努力|切实|及时|充分|深入|着力|持续|围绕|开展|组织|落实|做好|利用|结合|针对|随着|如|若|凡|是|一|二|三|上|下|市|县|区|省|年)/u

function findBreaks({ paragraphs, sheets, title }: Catalogue): readonly Break[] {
  const tables = sheets.flatMap(
    ({ grid }) => grid.table.rows.find((row) => row.length > 0)?.[0] ?? [],
  )
  return paragraphs.flatMap((above, index) => {
    const below = paragraphs[index + 1]
    if (below === undefined || above === title || below === title) return []
    if (above.heading !== undefined || below.heading !== undefined) return []
    const before = above.text.trim()
    const after = below.text.trim()
    if (before.length < SHORTEST.above || after.length < SHORTEST.below) return []
    const tail = TAIL.exec(before.slice(-30))?.groups?.tail
    const head = HEAD.exec(after.slice(0, 30))?.groups?.head
    if (tail === undefined || head === undefined) return []
    if (/(?:如下|以下|情况|等|的报告|了)$/u.test(tail) || NEW_SENTENCE.test(after)) return []
    if (!/[。；]$/u.test(after) || !areNeighbours(above, below, tables)) return []
    return [{ above, below, tail, head }]
  })
}

/** Whether no table stands between two paragraphs; where the format does not tell, they may not be. */
function areNeighbours(above: Paragraph, below: Paragraph, tables: readonly Passage[]): boolean {
  const a = above.origin
  const b = below.origin
  if (a.kind === 'text' && b.kind === 'text') {
    return !tables.some(({ origin }) => {
      const start = origin.kind === 'text' ? origin.start : -1
      return start >= a.end && start < b.start
    })
  }
  // Empty paragraphs count, cells as well.
  if (a.kind === 'word' && b.kind === 'word') return b.paragraph - a.paragraph <= 3
  return a.kind === b.kind
}
