/* Rows of the tables of annual reports, in Markdown, for the examples of rules. */

const INDENT = `\n${' '.repeat(10)}`

/** Lines of a table, to stand in an example as if they had been written there. */
function lines(...all: readonly string[]): string {
  return all.join(INDENT)
}

const ZEROS = '0 | 0 | 0 | 0 | 0 | 0 | 0'

/** The header of part three over three columns of labels. */
export const REQUEST_HEADER = lines(
  '| 勾稽关系 | | | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |',
  '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
)

/** （三）不予公开 but for its first row. */
export const REFUSED_ROWS = lines(
  `| | | 2.其他法律行政法规禁止公开 | ${ZEROS} |`,
  `| | | 3.危及“三安全一稳定” | ${ZEROS} |`,
  `| | | 4.保护第三方合法权益 | ${ZEROS} |`,
  `| | | 5.属于三类内部事务信息 | ${ZEROS} |`,
  `| | | 6.属于四类过程性信息 | ${ZEROS} |`,
  `| | | 7.属于行政执法案卷 | ${ZEROS} |`,
  `| | | 8.属于行政查询事项 | ${ZEROS} |`,
)

/** （四）无法提供 and （五）不予处理. */
export const UNABLE_AND_DECLINED_ROWS = lines(
  `| | （四）无法提供 | 1.本机关不掌握相关政府信息 | ${ZEROS} |`,
  `| | | 2.没有现成信息需要另行制作 | ${ZEROS} |`,
  `| | | 3.补正后申请内容仍不明确 | ${ZEROS} |`,
  `| | （五）不予处理 | 1.信访举报投诉类申请 | ${ZEROS} |`,
  `| | | 2.重复申请 | ${ZEROS} |`,
  `| | | 3.要求提供公开出版物 | ${ZEROS} |`,
  `| | | 4.无正当理由大量反复申请 | ${ZEROS} |`,
  `| | | 5.要求行政机关确认或重新出具已获取信息 | ${ZEROS} |`,
)

/** （六）其他处理, （七）总计 and 四 of an agency that nobody asked. */
export const LAST_REQUEST_ROWS = lines(
  `| | （六）其他处理 | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 | ${ZEROS} |`,
  `| | | 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | ${ZEROS} |`,
  `| | | 3.其他 | ${ZEROS} |`,
  `| | （七）总计 | | ${ZEROS} |`,
  `| 四、结转下年度继续办理 | | | ${ZEROS} |`,
)

/** The table of part two of an agency that did nothing of the kind. */
export const PROACTIVE_TABLE = lines(
  '| 第二十条第（一）项 | | | |',
  '| --- | --- | --- | --- |',
  '| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |',
  '| 规章 | 0 | 0 | 0 |',
  '| 行政规范性文件 | 0 | 0 | 0 |',
  '| 信息内容 | 本年处理决定数量 | | |',
  '| 行政许可 | 0 | | |',
  '| 行政处罚 | 0 | | |',
  '| 行政强制 | 0 | | |',
  '| 信息内容 | 本年收费金额（单位：万元） | | |',
  '| 行政事业性收费 | 0 | | |',
)

/** The labels of part four. */
export const DISPUTE_HEADER = lines(
  '| 行政复议 | | | | | 行政诉讼 | | | | | | | | | |',
  `|${' --- |'.repeat(15)}`,
  '| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |',
)

/** Part four of an agency that nobody sued. */
export const DISPUTE_TABLE = lines(DISPUTE_HEADER, `|${' 0 |'.repeat(15)}`)
