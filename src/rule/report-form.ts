/** The notice that the form of annual reports belongs to, 国办公开办函〔2021〕30号. */
export const REPORT_FORM =
  '国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知'
