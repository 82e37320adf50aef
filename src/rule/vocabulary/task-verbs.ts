/** Words of doing, any of which makes a few words a task. */
const DOING =
  /公开|公布|公示|发布|更新|编制|编写|制定|修订|出台|印发|建设|建立|健全|完善|优化|规范|落实|执行|推进|推动|深化|加强|强化|提升|开展|组织|举办|召开|参加|办理|处置|处理|受理|答复|回复|回应|解读|宣传|培训|考核|评议|评估|评价|监测|监督|监管|检查|巡查|抽查|督查|督办|管理|维护|整改|清理|梳理|报送|提供|征集|征求|听取|审查|审核|保障|保密|保护|服务|指导|协调|联动|配备|配齐|明确|设置|设立|开设|开通|互动|互通|共享|融合|集约|归集|移交|查阅|统计|汇总|调查|研究|部署|调度|约谈|通报|追究|问责|整合|升级|改版|使用|运行|应用|应对|创新|试点|申请|引导|收集|搜集|研判|会商/u

/** Names of channels, which are means and no tasks. */
const CHANNEL =
  /^(?:政务)?(?:新媒体|微博|微信|微信公众号|客户端|短视频号)$|^(?:热线电话|领导信箱|政府网站|门户网站|政府公报|广播电视(?:问政)?|电视问政|网络问政|政府开放日|新闻发布会|政策吹风会|公示栏|宣传栏|电子屏|信息公开栏|报刊|政民互动平台)$/u

/** A task of more letters says what it is about, whatever its words. */
const LONGEST_NAME = 4

/** Whether the words of a task tell more than the name of a thing. */
export function isActionable(text: string): boolean {
  const names = text.replace(/等$/u, '').split(/[、，,和及]/u)
  if (names.every((name) => CHANNEL.test(name))) return false
  return text.length > LONGEST_NAME || DOING.test(text)
}

// 集中办理，一站式办结率高 · “单点登录、全网通办”率高 · 及时，效果良好
export const VAGUE_RESULT =
  /(?:[㐀-䶿一-鿿]{0,12}|[“"][^“”"]{1,30}[”"])率(?:较?高|明显提高|大幅提升)(?=[。；\s]*$)|[㐀-䶿一-鿿]{0,8}(?:效果|成效|情况|工作)(?:良好|有效|较好|明显|显著)(?=[。；\s]*$)/u
