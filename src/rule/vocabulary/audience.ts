/**
 * Items for everybody, by their names: 政府信息公开条例第十二条 (指南、目录)、第二十条第（一）至（八）项、
 * 第四十九条 (年度报告), 预算法第十四条, 国办发〔2016〕80号 (解读).
 */
export const FOR_EVERYBODY =
  /信息公开(?:指南|制度|目录|年报|年度报告)|^(?:机构职能|机构概况|组织机构|领导信息|内设机构|主要职责|规范性文件|行政规范性文件|政策文件|政策解读|部门预算|部门决算|财政预决算|权责清单|通知公告|工作动态|统计信息|规划计划|计划规划|双随机、?一公开)$/u

/**
 * What is told to everybody and, besides, to those whom it concerns: 土地管理法第四十七条、国有土地上房屋
 * 征收与补偿条例第二十九条 (在被征收范围内公布), 社会救助暂行办法第十一条 (村、社区公示), 列席会议.
 */
export const FOR_BOTH =
  /征收|征地|征用|拆迁|补偿|安置|列席|听证|公示|救助|低保|保障|补贴|补助|资助|认定|资格|分配|招生|录取|招聘|录用|评审|征求意见|意见征集|办理|服务|指南|查询/u

/** What is written in the column for a group and names none. */
export const NAMES_NO_GROUP = /^(?:[√✓✔☑■●○vV]|是|有|特定(?:群体|群众|对象|人群))+$/u

/** What is written where the column does not apply. */
export const NO_MARK = /^(?:[—–\-/×✗✘□☐]+|无|否|不适用)$/u
