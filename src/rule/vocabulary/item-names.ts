import type { Safety } from '../../fix/edit.ts'
import type { Certainty, Severity } from '../rule.ts'

/** A name of an item (事项名称), or a term in it, that departs from the term of the law or a policy. */
export interface ItemNameTerm {
  readonly pattern: RegExp
  readonly standard: string
  /** The name must be nothing else; a term may stand anywhere in a name. */
  readonly whole: boolean
  readonly severity: Severity
  readonly certainty: Certainty
  readonly safety: Safety
}

const advice = { severity: 'info', certainty: 'hint', safety: 'suggested' } as const

/**
 * A short list on purpose: a name is listed only where law or policy has one form for it.
 * 规范性文件 is not, because 政府信息公开条例第二十条第（一）项 says it itself; nor is
 * 政府网站年度报表, which the title of 国办函〔2018〕12号 says.
 */
export const ITEM_NAME_TERMS: readonly ItemNameTerm[] = [
  // 优化营商环境条例第五十四条：推行“双随机、一公开”监管
  {
    pattern: /双随机[\s，,.．·•;；/]{0,4}一公开/gu,
    standard: '双随机、一公开',
    whole: false,
    severity: 'warning',
    certainty: 'certain',
    safety: 'safe',
  },
  // 政府信息公开条例第二十条第（八）项：行政事业性收费
  {
    pattern: /行政(?:性事业|事业|性事业性)收费/gu,
    standard: '行政事业性收费',
    whole: false,
    ...advice,
  },
  // 法治政府建设实施纲要；法治政府建设与责任落实督察工作规定
  { pattern: /法制政府/gu, standard: '法治政府', whole: false, ...advice },
  // 中央宣传部、司法部历次法治宣传教育规划；2018年宪法修正案改“健全社会主义法制”为“法治”
  { pattern: /法制信息/gu, standard: '法治信息', whole: true, ...advice },
  { pattern: /法制宣传(?:教育)?/gu, standard: '法治宣传教育', whole: true, ...advice },
  // 国办函〔2018〕12号附件：政府网站工作年度报表
  {
    pattern: /网站(?:工作)?(?:年度(?:工作)?|工作)?报表/gu,
    standard: '政府网站工作年度报表',
    whole: true,
    ...advice,
  },
  // 国办发〔2017〕47号附件1：通知公告
  {
    pattern: /公示公告|公告公示|通知公告公示|通知公示公告|公示通知公告/gu,
    standard: '通知公告',
    whole: true,
    ...advice,
  },
  // 国务院办公厅历年政务公开工作要点：“三公”经费
  { pattern: /(?<![“"‘'])三公经费/gu, standard: '“三公”经费', whole: false, ...advice },
  // 国办发〔2014〕46号：代表提建议，委员提提案
  { pattern: /人大(?:代表)?提案/gu, standard: '人大代表建议', whole: false, ...advice },
]
