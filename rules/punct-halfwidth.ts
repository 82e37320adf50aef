import type { Catalogue } from '../src/catalogue/catalogue.ts'
import { replace } from '../src/fix/edit.ts'
import { findHalfMarks, type HalfMark } from '../src/grammar/punctuation.ts'
import { defineRule } from '../src/rule/rule.ts'
import { writtenTexts } from '../src/rule/texts.ts'
import { fixOf } from '../src/rule/wording.ts'
import type { Passage } from '../src/table/model.ts'

export default defineRule({
  id: 'punct-halfwidth',
  title: '中文中使用半角标点',
  severity: 'info',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue', 'ledger', 'annual-report'],
  fix: 'safe',
  once: { everywhere: 'sentence' },
  basis: [
    {
      source: 'GB/T 15834—2011',
      article: '《标点符号用法》',
      gist: '中文里的句号、逗号、分号、冒号、括号等各占一个字的位置。',
    },
  ],
  why: '半角标点挤在汉字之间，排版参差，检索和比对时还会被当成另一个字符。',
  how: '改用中文输入法下的标点；数字、英文和网址里的照旧。',
  messages: {
    passage: '“{mark}”是半角标点，宜改用全角“{expected}”。',
    several: '这里有{count}处半角标点（{marks}），宜改用全角。',
    everywhere: '全文有{count}处半角标点（{marks}），宜统一改用全角。',
  },
  examples: {
    good: [
      {
        name: '数字、时刻、英文、网址和编号里的半角标点',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 学生资助 | 补助1,250元，办公时间8:30至17:00，适用GB/T 32939(2016)和Windows,Linux系统 | 《云岭市学生资助办法(试行)》 | 实时更新 |
          | 2 | 网上办事 | 登录https://www.example.gov.cn查询，1)填表2)提交 | “依照(试行)规定”办理 | 实时更新 |
        `,
      },
      {
        name: '年份的括号由文号的规则检查',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 政策文件 | 文件全文 | 《云岭市政务公开办法》（云政办发(2014)74号） | 实时更新 |
        `,
      },
    ],
    bad: [
      {
        name: '表头的括号、单元格里的逗号',
        table: `
          | 序号 | 公开事项 | 公开内容⟦(⟧要素) | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 分类、编排体系⟦,⟧获取方式 | 《中华人民共和国政府信息公开条例》第十二条 | 实时更新 |
        `,
        says: ['这里有2处半角标点（“()”），宜改用全角。', '“,”是半角标点，宜改用全角“，”。'],
        fixed: `
          | 序号 | 公开事项 | 公开内容（要素） | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 公开指南 | 分类、编排体系，获取方式 | 《中华人民共和国政府信息公开条例》第十二条 | 实时更新 |
        `,
      },
      {
        name: '全文都用半角，只说一次',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能⟦,⟧地址 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 2 | 领导信息 | 姓名,职务 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 3 | 政策文件 | 文件全文(含附件) | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 4 | 政策解读 | 背景,要点 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 5 | 规划计划 | 规划;计划 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 6 | 部门预算 | 预算,说明 | 《中华人民共和国预算法》第十四条 | 批复后20日内 |
          | 7 | 部门决算 | 决算,说明 | 《中华人民共和国预算法》第十四条 | 批复后20日内 |
        `,
        says: ['全文有8处半角标点（“,();”），宜统一改用全角。'],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 |
          | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | 职能，地址 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 2 | 领导信息 | 姓名，职务 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 3 | 政策文件 | 文件全文（含附件） | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 4 | 政策解读 | 背景，要点 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 5 | 规划计划 | 规划；计划 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 |
          | 6 | 部门预算 | 预算，说明 | 《中华人民共和国预算法》第十四条 | 批复后20日内 |
          | 7 | 部门决算 | 决算，说明 | 《中华人民共和国预算法》第十四条 | 批复后20日内 |
        `,
      },
    ],
  },

  *check({ catalogue, siblings }) {
    const all = siblings.flatMap((one) => one.once(halfMarked))
    const own = catalogue.once(halfMarked)
    if (all.length > MOST_TOLD) {
      if (own[0] !== undefined && own[0] === all[0]) {
        yield { ...place(all), message: 'everywhere', data: countOf(all) }
      }
      return
    }
    for (const one of own) {
      const [{ mark, full }] = one.marks
      if (one.marks.length > 1) yield { ...place([one]), message: 'several', data: countOf([one]) }
      else yield { ...place([one]), message: 'passage', data: { mark, expected: full } }
    }
  },
})

/** More places than these are a habit of the whole document. */
const MOST_TOLD = 6

interface HalfMarked {
  readonly passage: Passage
  readonly marks: readonly [HalfMark, ...HalfMark[]]
}

function halfMarked(catalogue: Catalogue): readonly HalfMarked[] {
  return writtenTexts(catalogue).flatMap((passage) => {
    const [first, ...others] = findHalfMarks(passage.text)
    return first === undefined ? [] : [{ passage, marks: [first, ...others] as const }]
  })
}

function place(places: readonly HalfMarked[]) {
  const [{ passage, marks }] = places as [HalfMarked]
  const edits = places.flatMap((one) =>
    one.marks.map((half) => replace(one.passage, spanOf(half), half.full)),
  )
  return { at: { passage, span: spanOf(marks[0]) }, ...fixOf('safe', edits) }
}

function spanOf({ at }: HalfMark) {
  return { start: at, end: at + 1 }
}

function countOf(places: readonly HalfMarked[]) {
  const marks = places.flatMap((one) => one.marks.map(({ mark }) => mark))
  return { count: marks.length, marks: `“${[...new Set(marks)].join('')}”` }
}
