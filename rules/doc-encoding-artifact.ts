import { type Edit, type Fix, replace, type Safety } from '../src/fix/edit.ts'
import { type Artifact, findArtifacts } from '../src/grammar/artifact.ts'
import { type WrongBox, wrongBoxes } from '../src/rule/boxes.ts'
import { defineRule } from '../src/rule/rule.ts'
import { allTexts } from '../src/rule/texts.ts'
import { repeated } from '../src/rule/wording.ts'
import type { Passage } from '../src/table/model.ts'

export default defineRule({
  id: 'doc-encoding-artifact',
  title: '转换乱码与错误符号',
  severity: 'warning',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue', 'annual-report', 'ledger'],
  fix: 'safe',
  once: { box: 'sentence' },
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第八条',
      gist: '各级政府应当增强政府信息公开的实效，推进政府信息资源的规范化、标准化、信息化管理。',
    },
    {
      source: '国务院办公厅政府信息与政务公开办公室关于规范政府信息公开平台有关事项的通知',
      article: '（国办公开办函〔2019〕61号）',
      gist: '政府信息公开平台的内容应当规范，便于公众检索、查阅和下载。',
    },
  ],
  why: '转换、识别时留下的错字和怪符号，公众读不通，也检索不到。',
  how: '对照原文改正；勾选框统一用“□”和“■”，看不见的字符和网页代码删去。',
  messages: {
    garbled: '“{actual}”{times}是转换时丢失或者认错的文字，应当对照原文补正。',
    private:
      '“{actual}”（U+{code}）{times}是只有个别字体才有的符号，换一台电脑就显示不出，应当换成通用的字符。',
    invisible: '这里有看不见的字符（U+{code}）{times}，检索、比对会落空，应当删去。',
    entity: '“{actual}”{times}是没有转换的网页代码，应当换成它所代表的字符。',
    radical: '“{actual}”（U+{code}）{times}是部首符号，看着像字，却检索不到，应当换成常用汉字。',
    question: '两个汉字之间的“{actual}”{times}多半是转换时丢失的文字或者符号，应当对照原文补正。',
    box: '渠道前的“{actual}”{times}应当是勾选框“□”。',
    letter: '渠道前的字母“{actual}”{times}是丢了字体的勾选框，应当换成“{meant}”一类的符号。',
  },
  examples: {
    good: [
      {
        name: '窗口、入口不是勾选框',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开渠道 |
          | --- | --- | --- | --- | --- |
          | 1 | 办事指南 | 窗口、口岸、户口 | 实时更新 | ■政府网站 □政务服务中心 |
          | 2 | 便民服务 | 窗口其他事项 | 实时更新 | 政务服务窗口公告栏、入口公示栏 |
        `,
      },
      {
        name: '真正的问句，网址里的问号和“&”',
        format: 'tsv',
        table: `
          序号	公开事项	公开内容	公开时限	公开渠道
          1	政策问答	什么是依申请公开?怎样提出申请?见问答	实时更新	政府网站
          2	办事指南	https://example.gov.cn/?id=1&page=2	实时更新	政府网站
        `,
      },
    ],
    bad: [
      {
        name: '勾选框“□”被认成了“口”',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开渠道 |
          | --- | --- | --- | --- | --- |
          | 1 | 通知公告 | 公告文本 | 实时更新 | ■政府网站 ⟦口⟧政府公报 口两微一端 |
          | 2 | 工作动态 | 动态信息 | 实时更新 | ■政府网站 口其他 |
        `,
        says: ['渠道前的“口”（共3处）应当是勾选框“□”。'],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开渠道 |
          | --- | --- | --- | --- | --- |
          | 1 | 通知公告 | 公告文本 | 实时更新 | ■政府网站 □政府公报 □两微一端 |
          | 2 | 工作动态 | 动态信息 | 实时更新 | ■政府网站 □其他 |
        `,
      },
      {
        name: '勾选框丢了字体，只剩字母',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开渠道 |
          | --- | --- | --- | --- | --- |
          | 1 | 通知公告 | 公告文本 | 实时更新 | ⟦n⟧政府网站 o政府公报 |
        `,
        says: ['渠道前的字母“n”（同类的共2处）是丢了字体的勾选框，应当换成“■”一类的符号。'],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开渠道 |
          | --- | --- | --- | --- | --- |
          | 1 | 通知公告 | 公告文本 | 实时更新 | ■政府网站 □政府公报 |
        `,
      },
      {
        name: '丢失的文字',
        format: 'tsv',
        table: `
          序号	公开事项	公开内容	公开时限	公开主体
          1	通知公告	公告⟦\ufffd\ufffd⟧本	实时更新	青溪⟦?⟧教育局
        `,
        says: [
          '“\ufffd\ufffd”是转换时丢失或者认错的文字，应当对照原文补正。',
          '两个汉字之间的“?”多半是转换时丢失的文字或者符号，应当对照原文补正。',
        ],
      },
      {
        name: '网页代码、部首符号、看不见的字符，都可以直接改正',
        format: 'tsv',
        table: `
          序号	公开事项	公开内容	公开时限	公开主体
          1	通知公告	公告⟦&ldquo;⟧全⟦\u2f42⟧&rdquo;	实时更新	青溪县教育局
          2	工作动态	动态⟦\u200b⟧信息	实时更新	青溪县教育局
        `,
        says: [
          '“&ldquo;”（同类的共2处）是没有转换的网页代码，应当换成它所代表的字符。',
          '“\u2f42”（U+2F42）是部首符号，看着像字，却检索不到，应当换成常用汉字。',
          '这里有看不见的字符（U+200B），检索、比对会落空，应当删去。',
        ],
        fixed: `
          序号	公开事项	公开内容	公开时限	公开主体
          1	通知公告	公告“全文”	实时更新	青溪县教育局
          2	工作动态	动态信息	实时更新	青溪县教育局
        `,
      },
      {
        name: '只有个别字体才有的勾选符号',
        format: 'tsv',
        table: `
          序号	公开事项	公开内容	公开时限	公开渠道
          1	通知公告	公告文本	实时更新	⟦\uf0fe⟧政府网站
        `,
        says: [
          '“\uf0fe”（U+F0FE）是只有个别字体才有的符号，换一台电脑就显示不出，应当换成通用的字符。',
        ],
        fixed: `
          序号	公开事项	公开内容	公开时限	公开渠道
          1	通知公告	公告文本	实时更新	☑政府网站
        `,
      },
    ],
  },

  *check(context) {
    const { catalogue } = context
    const found: Found[] = []
    for (const passage of allTexts(context)) {
      for (const artifact of findArtifacts(passage.text)) found.push({ ...artifact, passage })
    }
    for (const cell of catalogue.cells('channels')) {
      for (const box of wrongBoxes(cell)) found.push(box)
    }
    for (const { first, all, times: same } of repeated(found, ({ kind }) => kind)) {
      const { kind, text: actual, passage, span, meant = '' } = first
      const code = codeOf(actual)
      const times = all.every(({ text }) => text === actual) ? same : `（同类的共${all.length}处）`
      const told = { at: { passage, span }, ...fixOf(all) } as const
      switch (kind) {
        case 'private':
        case 'radical':
          yield { ...told, message: kind, data: { actual, code, times } }
          break
        case 'invisible':
          yield { ...told, message: kind, data: { code, times } }
          break
        case 'letter':
          yield { ...told, message: kind, data: { actual, meant, times } }
          break
        case 'question':
          yield { ...told, message: kind, data: { actual, times }, certainty: 'likely' }
          break
        default:
          yield { ...told, message: kind, data: { actual, times } }
      }
    }
  },
})

type Found = (Artifact & { readonly passage: Passage }) | WrongBox

const SAFE: ReadonlySet<Found['kind']> = new Set(['invisible', 'entity', 'radical'])

function codeOf(text: string): string {
  return (text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
}

/** One fix for all places, if it is known for each what should stand there. */
function fixOf(all: readonly [Found, ...Found[]]): { readonly fix: Fix } | undefined {
  const edits = all.flatMap(({ passage, span, meant }): readonly Edit[] =>
    meant === undefined ? [] : [replace(passage, span, meant)],
  )
  const [first, ...others] = edits
  if (first === undefined || edits.length < all.length) return undefined
  const safety: Safety = SAFE.has(all[0].kind) ? 'safe' : 'suggested'
  return { fix: { safety, edits: [first, ...others] } }
}
