/**
 * Surnames, the 150 most frequent ones (公安部《二〇二〇年全国姓名报告》 and earlier lists of frequency)
 * and common double ones; without 项, 安, 方, 高, 于, 向, 关, 时, 任, 单, 连, 明, 成, 文, 和, which
 * begin too many other words.
 */
export const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚庞樊兰殷施陶洪翟颜倪严牛温芦季俞章鲁葛韦申尤毕聂焦柳邢路岳齐梅莫庄辛管祝左涂谷祁耿牟卜詹欧甘阮'

export const DOUBLE_SURNAMES = [
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '皇甫',
  '东方',
  '令狐',
  '司徒',
  '慕容',
]
