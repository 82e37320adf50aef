import { wholeCatalogue } from '../src/rule/completeness.ts'
import { defineRule } from '../src/rule/rule.ts'
import { USUAL_ITEMS, USUAL_OF_AGENCIES } from '../src/rule/vocabulary/usual-items.ts'

export default defineRule({
  id: 'complete-profile-item',
  title: '缺少同类单位常列的事项',
  severity: 'info',
  certainty: 'hint',
  kinds: ['catalogue'],
  isOptIn: true,
  fix: 'none',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第二十条',
      gist: '行政机关应当主动公开本机关的采购、收费、许可和处罚等十五类政府信息。',
    },
    {
      source: '国务院办公厅印发《关于全面推进政务公开工作的意见》实施细则的通知',
      article: '（国办发〔2016〕80号）',
      gist: '推进决策、执行、管理、服务、结果公开，做好政策解读和意见征集。',
    },
  ],
  why: '同类单位都列的事项，多半本单位也有，漏列了公众就查不到。',
  how: '对照本单位职能，有的补上；没有的不必理会。',
  messages: {
    missing: '目录里没有看到{items}，同类单位的目录多有，宜对照职能补充。',
  },
  examples: {
    good: [
      {
        name: '常列的都有',
        table: `
          # 云岭市审计局主动公开事项目录

          | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 政府信息公开指南 |  | 查询方法、受理机构 | 实时更新 | 云岭市审计局 |
          | 2 | 机构概况 | 主要职责 | 职责、办公地址 | 实时更新 | 云岭市审计局 |
          | 3 | 政策文件 | 文件和解读 | 文件全文、解读材料 | 实时更新 | 云岭市审计局 |
          | 4 | 公众参与 | 意见征集 | 征求意见稿、采纳情况 | 实时更新 | 云岭市审计局 |
          | 5 | 政务动态 | 通知公告 | 审计结果公告 | 实时更新 | 云岭市审计局 |
          | 6 | 财政信息 | 预算、采购 | 部门预算、采购结果 | 实时更新 | 云岭市审计局 |
          | 7 | 依法行政 | 年度报告 | 法治政府建设年度报告 | 每年4月1日前 | 云岭市审计局 |
          | 8 | 建议提案 | 办理结果 | 代表建议、委员提案答复 | 实时更新 | 云岭市审计局 |
          | 9 | 政府信息公开年报 |  | 年度报告 | 每年1月31日前 | 云岭市审计局 |
        `,
      },
      {
        name: '政府和乡镇的目录另有要求',
        table: `
          # 云水镇人民政府主动公开事项目录

          | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 政府信息公开指南 |  | 查询方法、受理机构 | 实时更新 | 云水镇人民政府 |
          | 2 | 机构概况 | 主要职责 | 职责、办公地址 | 实时更新 | 云水镇人民政府 |
          | 3 | 政策文件 | 规范性文件 | 文件全文 | 实时更新 | 云水镇人民政府 |
          | 4 | 规划计划 | 工作计划 | 年度计划 | 实时更新 | 云水镇人民政府 |
          | 5 | 财政信息 | 镇级预算 | 预算文本 | 批准后20日内 | 云水镇人民政府 |
          | 6 | 乡村振兴 | 涉农补贴 | 补贴标准 | 实时更新 | 云水镇人民政府 |
          | 7 | 社会救助 | 临时救助 | 救助标准 | 实时更新 | 云水镇人民政府 |
          | 8 | 政府信息公开年报 |  | 年度报告 | 每年1月31日前 | 云水镇人民政府 |
        `,
      },
    ],
    bad: [
      {
        name: '教育局的目录没有招生、资助',
        table: `
          # ⟦云岭市教育局主动公开事项目录⟧

          | 序号 | 一级事项 | 二级事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 政府信息公开指南 |  | 查询方法、受理机构 | 实时更新 | 云岭市教育局 |
          | 2 | 机构概况 | 主要职责 | 职责、办公地址 | 实时更新 | 云岭市教育局 |
          | 3 | 政策文件 | 规范性文件 | 文件全文、解读 | 实时更新 | 云岭市教育局 |
          | 4 | 公众参与 | 意见征集 | 征求意见稿 | 实时更新 | 云岭市教育局 |
          | 5 | 政务动态 | 通知公告 | 工作通知 | 实时更新 | 云岭市教育局 |
          | 6 | 财政信息 | 预算、采购 | 部门预算、采购结果 | 实时更新 | 云岭市教育局 |
          | 7 | 依法行政 | 法治政府建设 | 年度报告 | 每年4月1日前 | 云岭市教育局 |
          | 8 | 学校信息 | 学校名录 | 学校名称、地址 | 实时更新 | 云岭市教育局 |
          | 9 | 政府信息公开年报 |  | 年度报告 | 每年1月31日前 | 云岭市教育局 |
        `,
        says: [
          '目录里没有看到“建议提案办理”“义务教育招生”“学生资助”，同类单位的目录多有，宜对照职能补充。',
        ],
      },
    ],
  },

  *check({ catalogue, siblings }) {
    const whole = wholeCatalogue(catalogue, siblings)
    if (whole === undefined || !whole.isSure || !whole.isDepartment) return
    const { name } = whole.agency
    const own = USUAL_OF_AGENCIES.filter(({ agency }) => agency.test(name))
    const usual = [...USUAL_ITEMS, ...own.flatMap(({ items }) => items)]
    const missing = usual.filter((item) => !whole.has(item))
    if (missing.length === 0) return
    const items = missing.map((item) => `“${item.name}”`).join('')
    yield { message: 'missing', data: { items }, about: items, at: { passage: whole.at } }
  },
})
