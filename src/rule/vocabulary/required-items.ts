/** An item that a catalogue has to hold, or is wont to. */
export interface RequiredItem {
  readonly name: string
  /** Of names and contents without white space; any of them will do, so as not to miss another wording. */
  readonly pattern: RegExp
}

/** One that the law asks for, told one by one. */
export interface StatutoryItem extends RequiredItem {
  /** As a sentence cites it. */
  readonly basis: string
  /** A line that could be added. */
  readonly example: string
}

const GUIDE: StatutoryItem = {
  name: '政府信息公开指南',
  pattern: /公开指南/u,
  basis: '《政府信息公开条例》第十二条',
  example: '政府信息公开指南：信息的分类、编排体系、获取方式，工作机构的名称、地址、电话',
}

const REPORT: StatutoryItem = {
  name: '政府信息公开工作年度报告',
  pattern: /信息公开[^。；]{0,12}(?:年度工作报告|年度报告|年报)|公开年报|部门年度报告/u,
  basis: '《政府信息公开条例》第四十九条',
  example: '政府信息公开年报：上一年度政府信息公开工作年度报告，每年1月31日前',
}

const FUNCTIONS: StatutoryItem = {
  name: '机关职能、机构设置',
  pattern:
    /职能|机关概况|机构(?:概况|信息|设置|简介|领导)|组织机构|单位(?:概况|简介)|部门(?:概况|简介|信息)|本[局委办厅][^，。；]{0,4}概况|领导(?:信息|介绍|简介|分工|班子|成员)|内设机构|主要职责|工作职责|三定/u,
  basis: '《政府信息公开条例》第二十条第（二）项',
  example: '机构职能：机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名',
}

const BUDGET: StatutoryItem = {
  name: '财政预算、决算',
  pattern: /预算|决算|预决算|财政资金|财政信息|财务信息|财务公开|[“"]?三公[”"]?经费|收支情况/u,
  basis: '《政府信息公开条例》第二十条第（七）项、《预算法》第十四条',
  example: '财政预决算：部门预算、部门决算，财政部门批复后20日内',
}

const PERMITS: StatutoryItem = {
  name: '行政许可和其他管理服务事项',
  pattern: /许可|审批|权责|权力|责任清单|办事|政务服务|服务事项|公共服务|备案|核准|登记|证照/u,
  basis: '《政府信息公开条例》第二十条第（五）项',
  example: '行政许可：办理的依据、条件、程序和结果',
}

const PENALTIES: StatutoryItem = {
  name: '行政处罚、行政强制',
  pattern: /处罚|强制|执法|查处|双随机|监督检查|权责|权力/u,
  basis: '《政府信息公开条例》第二十条第（六）项',
  example: '行政处罚：依据、条件、程序和具有一定社会影响的处罚决定',
}

const NORMATIVE: RequiredItem = {
  name: '规范性文件',
  pattern: /文件|法规|规章|政策/u,
}

const PLANS: RequiredItem = { name: '规划、计划', pattern: /规划|计划|要点/u }

/** What the law asks of every catalogue of a kind of agency, and what it asks of those who have it. */
export interface Requirements {
  readonly must: readonly StatutoryItem[]
  readonly ifAny: readonly RequiredItem[]
}

/** 条例第十二、二十、四十九条, 预算法第十四条 */
export const OF_DEPARTMENTS: Requirements = {
  must: [GUIDE, REPORT, FUNCTIONS, BUDGET],
  ifAny: [NORMATIVE, PLANS],
}

/** Departments that certainly license and fine: the special laws give them both. */
export const ENFORCERS =
  /市场监督管理局|市场监管局|应急管理局|生态环境局|城市管理[^会]{0,10}局|综合行政执法局|交通运输局|卫生健康(?:局|委员会|委)|自然资源[^会]{0,4}局|住房和城乡建设局|农业农村局|文化和旅游局|公安局/u

export const OF_ENFORCERS: readonly StatutoryItem[] = [PERMITS, PENALTIES]

/** 条例第二十一条后半句 of townships (乡镇), which counties may publish in their stead. */
const TOWNSHIP_MATTERS: readonly RequiredItem[] = [
  { name: '农业农村政策', pattern: /农业|农村|乡村振兴|涉农|惠农|三农/u },
  { name: '农田水利工程', pattern: /水利/u },
  { name: '土地承包经营权流转', pattern: /承包|流转/u },
  { name: '宅基地审核', pattern: /宅基地|建房/u },
  { name: '土地征收、房屋征收', pattern: /征收|征地|拆迁|补偿/u },
  { name: '筹资筹劳', pattern: /筹资|筹劳|一事一议/u },
  { name: '社会救助', pattern: /救助|低保|最低生活保障|特困|五保/u },
]

/** The guide and the report of a township are usually part of those of its county. */
export const OF_TOWNSHIPS: Requirements = {
  must: [FUNCTIONS, BUDGET],
  ifAny: [GUIDE, REPORT, NORMATIVE, ...TOWNSHIP_MATTERS],
}

export const OF_SUBDISTRICTS: Requirements = {
  must: [FUNCTIONS, BUDGET],
  ifAny: [GUIDE, REPORT],
}

/** 条例第二十条各项; much of it is published by departments. */
export const OF_GOVERNMENTS: Requirements = {
  must: [GUIDE, REPORT, FUNCTIONS, BUDGET],
  ifAny: [
    NORMATIVE,
    PLANS,
    { name: '统计信息', pattern: /统计|经济运行|数据/u },
    { name: '行政许可和其他管理服务事项', pattern: PERMITS.pattern },
    { name: '行政处罚、行政强制', pattern: PENALTIES.pattern },
    { name: '行政事业性收费', pattern: /收费/u },
    { name: '政府集中采购', pattern: /采购/u },
    { name: '重大建设项目', pattern: /项目/u },
    {
      name: '扶贫、教育、医疗、社会保障、促进就业',
      pattern: /扶贫|乡村振兴|教育|医疗|社会保障|社保|就业|救助|民生/u,
    },
    { name: '突发公共事件应急预案、预警信息', pattern: /应急|预警|突发/u },
    {
      name: '环境保护、公共卫生、安全生产等监督检查',
      pattern: /环境|环保|卫生|安全生产|食品|药品|产品质量/u,
    },
    { name: '公务员招考', pattern: /招考|招录|录用|公务员|招聘/u },
  ],
}
