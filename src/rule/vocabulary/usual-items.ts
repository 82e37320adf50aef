import type { RequiredItem } from './required-items.ts'

/** Items that catalogues of departments usually have; tables 3.1 (P) and 3.2 of PROFILES.md. */
export const USUAL_ITEMS: readonly RequiredItem[] = [
  // 国办发〔2016〕80号
  { name: '政策解读', pattern: /解读/u },
  // 重大行政决策程序暂行条例第十五条、优化营商环境条例第六十二条
  { name: '征求意见', pattern: /征求意见|意见征集|征集意见|民意征集|预公开|决策公开|公众参与/u },
  // 国办发〔2014〕46号
  { name: '建议提案办理', pattern: /提案|代表[^。；]{0,2}建议|人大[^。；]{0,4}建议/u },
  // 条例第二十条第（九）项
  { name: '政府采购', pattern: /采购|招标|招投标/u },
  // 法治政府建设与责任落实督察工作规定第二十四条
  { name: '法治政府建设年度报告', pattern: /法治政府|依法行政/u },
  // 国办发〔2017〕47号
  { name: '通知公告、工作动态', pattern: /通知|公告|动态|要闻|新闻|履职信息/u },
]

/** What agencies of one kind usually have besides. */
export interface UsualOfAgency {
  /** Of the name of the agency. */
  readonly agency: RegExp
  readonly items: readonly RequiredItem[]
}

export const USUAL_OF_AGENCIES: readonly UsualOfAgency[] = [
  {
    agency: /教育(?:和体育|体育|科技|局|厅|委)/u,
    items: [
      { name: '义务教育招生', pattern: /招生|入学/u },
      { name: '学生资助', pattern: /资助|助学/u },
      { name: '学校名录、教育统计', pattern: /名录|教育统计|统计/u },
    ],
  },
  {
    agency: /(?<!人)民政/u,
    items: [
      { name: '社会救助', pattern: /救助|低保/u },
      { name: '养老服务', pattern: /养老/u },
      { name: '社会组织登记', pattern: /社会组织/u },
    ],
  },
  {
    agency: /人力资源/u,
    items: [
      { name: '就业服务', pattern: /就业|创业/u },
      { name: '社会保险', pattern: /社会保险|社保|养老保险|工伤/u },
      { name: '招考招聘', pattern: /招考|招聘|招录|录用/u },
    ],
  },
  {
    agency: /卫生健康/u,
    items: [{ name: '公共卫生监督检查', pattern: /卫生监督|监督检查|公共卫生|执法/u }],
  },
  {
    agency: /市场监督管理|市场监管/u,
    items: [
      { name: '食品药品监督检查', pattern: /食品|药品/u },
      { name: '产品质量监督抽查', pattern: /质量/u },
    ],
  },
  {
    agency: /应急管理/u,
    items: [
      { name: '安全生产监督检查', pattern: /安全生产|监督检查/u },
      { name: '应急预案', pattern: /预案/u },
      { name: '事故调查报告', pattern: /事故/u },
    ],
  },
  {
    agency: /生态环境/u,
    items: [
      { name: '环境质量', pattern: /环境质量|空气|水质|监测/u },
      { name: '建设项目环评审批', pattern: /环评|环境影响/u },
    ],
  },
  { agency: /审计/u, items: [{ name: '审计结果公告', pattern: /审计结果|审计公告|审计报告/u }] },
  { agency: /统计局/u, items: [{ name: '统计公报、统计数据', pattern: /公报|统计数据|数据/u }] },
  {
    agency: /农业农村/u,
    items: [{ name: '涉农补贴', pattern: /补贴|补助|惠农/u }],
  },
  {
    agency: /住房和城乡建设/u,
    items: [{ name: '保障性住房', pattern: /保障性|住房保障|公租房|公共租赁|廉租/u }],
  },
  {
    agency: /国防动员|人民防空/u,
    items: [
      { name: '人防工程审批', pattern: /许可|审批|人防工程/u },
      { name: '易地建设费收费', pattern: /收费|易地建设费/u },
    ],
  },
]
