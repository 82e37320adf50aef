import type { Agency } from '../title-agency.ts'

/**
 * A phrase that templates of other levels left behind. Patterns meet texts without white space in
 * half-width forms and have the flags gu.
 */
export interface ForeignPhrase {
  readonly fault: 'clause' | 'offices' | 'national' | 'level'
  readonly pattern: RegExp
  /** Whether it cannot apply to the agency. */
  isForeign(agency: Agency): boolean
  /** What should stand there; undefined where it should go without a word. */
  expected(phrase: string, agency: Agency): string
  /** It stands only in catalogues; an annual report or a task may speak of others. */
  readonly onlyInCatalogues: boolean
}

const isDepartment = ({ isGovernment, level }: Agency) => !isGovernment && level !== 'township'

/** 编办, 政务服务局 and the like publish for all departments. */
const FOR_ALL = /编制|编办|政务|行政审批|审批服务|大数据|数据局|数据管理|政府办|信息公开/u

export const FOREIGN_PHRASES: readonly ForeignPhrase[] = [
  {
    // 政府信息公开条例第五十条第一款第（四）项后半句只管各级人民政府
    fault: 'clause',
    pattern:
      /(?<=^|[,;、。])各级人民政府的(?:政府信息公开(?:工作)?)?年度报告还应当?包括工作考核、社会评议[和、]责任追究(?:结果)?(?:的)?情况/gu,
    isForeign: isDepartment,
    expected: () => '',
    onlyInCatalogues: true,
  },
  {
    // 一级政府目录的写法：各级各部门机关职能、机构设置……
    fault: 'offices',
    pattern:
      /(?<![一-鿿])(?:各级)?各部门的?(?=机关职能|机关职责|机构职能|职能|主要职责|工作职责|机构设置)/gu,
    isForeign: (agency) => isDepartment(agency) && !FOR_ALL.test(agency.name),
    expected: () => '',
    onlyInCatalogues: true,
  },
  {
    // 照抄国办发〔2014〕46号题名；地方部门承办的主要是本级的建议、提案
    fault: 'national',
    pattern: /全国人大代表(?:的)?建议[、,和及与]?(?:以及)?全国政协委员(?:的)?提案/gu,
    isForeign: ({ level, isVertical }) =>
      (level === 'city' || level === 'county' || level === 'township' || level === undefined) &&
      !isVertical,
    expected: (phrase) => phrase.replaceAll('全国', ''),
    onlyInCatalogues: true,
  },
  {
    // 省级机关的台账、目录里留下的市级模板
    fault: 'level',
    pattern:
      /(?<![各地省辖设该在某级区县州导督促]|[省级县区州][、和及与或])市政府(?=报道|常务会|工作报告|新闻办|名义)/gu,
    isForeign: ({ level, name, isVertical }) =>
      level === 'province' && !/市/u.test(name) && !isVertical,
    expected: (phrase, { region }) =>
      phrase.replace('市', region.endsWith('自治区') ? '自治区' : '省'),
    onlyInCatalogues: false,
  },
]
