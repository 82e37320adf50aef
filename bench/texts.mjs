/**
 * What the made-up catalogues say. Places and agencies are invented and the items are written for
 * this corpus; the laws and documents cited are real, because the registry has to know them.
 */

export const CITIES = [
  '青岚市',
  '云泽市',
  '临杉市',
  '朔原市',
  '望湖市',
  '白桐市',
  '南浔岭市',
  '星河口市',
]

export const COUNTIES = [
  '竹溪口县',
  '松涛区',
  '柳荫县',
  '石梁县',
  '晴川坝县',
  '桃源浦区',
  '雁回县',
  '落霞县',
  '金穗区',
  '苇塘县',
  '枫林渡县',
  '鹤鸣岗区',
]

export const OFFICES = [
  '教育局',
  '财政局',
  '民政局',
  '司法局',
  '水利局',
  '审计局',
  '统计局',
  '体育局',
  '商务局',
  '农业农村局',
  '生态环境局',
  '自然资源局',
  '交通运输局',
  '应急管理局',
  '医疗保障局',
  '城市管理局',
  '市场监督管理局',
  '文化和旅游局',
  '卫生健康委员会',
  '发展和改革委员会',
]

const ON_CHANGE = '自信息形成或者变更之日起20个工作日内'
const AT_ONCE = '实时公开'

/** The first item of every catalogue. */
export const GUIDE = {
  level1: '政府信息公开指南',
  level2: '',
  level3: '',
  content:
    '向群众说明本机关有哪些政府信息、怎样分类存放、从哪里查到；写明受理公开申请的科室、地址、上班时间、电话和电子邮箱，以及申请表怎样填、多久答复',
  deadline: ON_CHANGE,
  wrongDeadline: '不定期',
  basis: '《中华人民共和国政府信息公开条例》第十二条',
}

/** The last item of every catalogue. */
export const ANNUAL_REPORT = {
  level1: '政府信息公开年报',
  level2: '本机关年度报告',
  level3: '',
  content:
    '上一年主动公开了多少信息、收到多少件申请、怎样答复、有没有引起复议和诉讼；存在哪些不足、下一步如何改进；其他应当向社会说明的事项（按统一格式编写）',
  deadline: '每年1月31日前',
  wrongDeadline: AT_ONCE,
  basis: '《中华人民共和国政府信息公开条例》第四十九条',
}

/** `{agency}` stands for the name of the agency. */
export const ITEMS = [
  {
    level1: '机构概况',
    level2: '机关简介',
    level3: '职责与科室',
    content:
      '{agency}依照“三定”规定承担的职责，设有哪些科室、各管什么，下属单位的名称与分工，领导成员的姓名、职务和分管工作，对外联系的地址与电话',
    deadline: ON_CHANGE,
    wrongDeadline: '自信息形成之日起30日内',
  },
  {
    level1: '机构概况',
    level2: '会议与活动',
    level3: '',
    content: '{agency}召开的重要会议、组织的便民活动和现场办公情况，会后形成的可以公开的纪要要点',
    deadline: AT_ONCE,
    wrongDeadline: '每年12月31日前',
  },
  {
    level1: '政策文件',
    level2: '规范性文件',
    level3: '现行有效文件',
    content:
      '{agency}制发的规范性文件全文，标明文号、成文日期、施行日期和有效期；清理后宣布失效、废止的，同时在原处注明（连同清理结果一览表）',
    deadline: ON_CHANGE,
    wrongDeadline: '自信息形成之日起30日内',
  },
  {
    level1: '政策文件',
    level2: '文件解读',
    level3: '',
    content:
      '与文件同时发布的解读材料，用群众看得懂的话讲清为什么出台、谁能受益、怎样办理、找谁咨询，可以配图表、短片和问答',
    deadline: ON_CHANGE,
    wrongDeadline: '视情况公开',
  },
  {
    level1: '政策文件',
    level2: '规划计划',
    level3: '',
    content:
      '{agency}负责编制的专项规划、三年行动方案和年度要点，以及年中、年末的落实进度与评估结论',
    deadline: ON_CHANGE,
    wrongDeadline: '自信息形成之日起30日内',
  },
  {
    level1: '重大决策',
    level2: '事项清单',
    level3: '年度目录',
    content:
      '本年度列入程序的重大行政决策有哪些、由哪个科室承办、计划何时出台；清单调整的，说明调整了什么和为什么调整',
    deadline: ON_CHANGE,
    wrongDeadline: '视情况公开',
    own: '《重大行政决策程序暂行条例》（国务院令第713号）第三条',
  },
  {
    level1: '重大决策',
    level2: '意见征集',
    level3: '草案与反馈',
    content:
      '决策草案及其起草说明、提意见的方式和截止时间（一般不少于30日），征集结束后收到多少条意见、采纳了哪些、没有采纳的理由',
    deadline: AT_ONCE,
    wrongDeadline: '每年12月31日前',
    own: '《重大行政决策程序暂行条例》（国务院令第713号）第十五条',
  },
  {
    level1: '行政权力',
    level2: '权责清单',
    level3: '',
    content:
      '{agency}行使的每一项权力叫什么、依据哪部法律哪一条、由谁来办、追责情形有哪些，随法律修改同步更新',
    deadline: ON_CHANGE,
    wrongDeadline: '自信息形成之日起30日内',
  },
  {
    level1: '行政权力',
    level2: '行政许可',
    level3: '办理结果',
    content:
      '许可事项的申请条件、所需材料、收费标准和办结时限，以及准予许可的决定书摘要（被许可人名称、许可内容、有效期限）',
    deadline: '自作出决定之日起7个工作日内',
    wrongDeadline: '自作出决定之日起30日内',
  },
  {
    level1: '行政权力',
    level2: '行政处罚',
    level3: '处罚决定',
    content:
      '对社会有一定影响的处罚决定，写明违法事实、处罚种类、依据和作出决定的机关；决定被变更、撤销的，三日内撤回并说明',
    deadline: '自作出决定之日起7个工作日内',
    wrongDeadline: '自作出决定之日起30日内',
  },
  {
    level1: '行政权力',
    level2: '双随机、一公开',
    level3: '抽查计划与结果',
    content:
      '年度抽查计划、抽查事项清单，每次抽到了哪些对象、由几名执法人员检查、查出什么问题、整改到了哪一步，结果归到企业名下供查询',
    deadline: '自检查结束之日起20个工作日内',
    wrongDeadline: '自检查结束之日起60日内',
  },
  {
    level1: '财政资金',
    level2: '部门预算',
    level3: '',
    content:
      '{agency}当年收支预算的总表和分项表，三公经费比上年增减多少、为什么增减，政府采购安排和绩效目标；涉密的内容除外（附编制说明）',
    deadline: '自批复之日起20日内',
    wrongDeadline: '视情况公开',
  },
  {
    level1: '财政资金',
    level2: '部门决算',
    level3: '',
    content:
      '{agency}上年决算的总表和分项表，结余多少、用在哪里，绩效自评得分，审计提出的问题和整改结果',
    deadline: '自批复之日起20日内',
    wrongDeadline: '视情况公开',
  },
  {
    level1: '财政资金',
    level2: '政府采购',
    level3: '采购意向与结果',
    content:
      '拟采购项目的名称、需求概况、预算和时间；中标单位、成交金额、主要标的、合同文本和验收情况',
    deadline: ON_CHANGE,
    wrongDeadline: '自信息形成之日起30日内',
  },
  {
    level1: '重大项目',
    level2: '批准结果',
    level3: '立项与用地',
    content:
      '项目可行性研究报告、选址、用地预审和环评的批复文号、批复时间、批复单位，重大设计变更的批准情况',
    deadline: '自作出决定之日起7个工作日内',
    wrongDeadline: '自作出决定之日起30日内',
  },
  {
    level1: '重大项目',
    level2: '施工与竣工',
    level3: '',
    content:
      '开工时间、施工和监理单位、项目负责人，工程进度与资金到位情况，质量安全监督检查结果，竣工验收的时间和结论（含备案编号）',
    deadline: ON_CHANGE,
    wrongDeadline: '自信息形成之日起30日内',
  },
  {
    level1: '公共服务',
    level2: '社会救助',
    level3: '低保与特困',
    content:
      '申请低保、特困供养和临时救助的条件、材料、流程、标准和受理窗口，本月新增与停发的户数、发放总额，监督举报电话',
    deadline: AT_ONCE,
    wrongDeadline: '每年12月31日前',
  },
  {
    level1: '公共服务',
    level2: '义务教育',
    level3: '招生入学',
    content:
      '各学校的招生范围、招生计划、报名时间和所需证明，随迁子女入学的办法，学生资助的项目、标准和申请渠道',
    deadline: AT_ONCE,
    wrongDeadline: '每年12月31日前',
  },
  {
    level1: '公共服务',
    level2: '征地补偿',
    level3: '公告与方案',
    content:
      '拟征收土地的位置、面积和用途，补偿安置的方式、标准和对象，听证与登记的时间地点，补偿费用支付凭证（隐去个人信息）',
    deadline: ON_CHANGE,
    wrongDeadline: '自信息形成之日起30日内',
  },
  {
    level1: '公共监管',
    level2: '环境质量',
    level3: '空气与水',
    content:
      '城区空气质量日报、主要河流断面和饮用水水源的监测数据，超标的原因与处置，重点排污单位名录',
    deadline: AT_ONCE,
    wrongDeadline: '每年12月31日前',
  },
  {
    level1: '公共监管',
    level2: '食品安全',
    level3: '抽检结果',
    content:
      '抽检了哪些品种、多少批次、不合格的项目和实测值，涉及的生产者和经营者，下架召回与立案情况，消费提示',
    deadline: '自检查结束之日起20个工作日内',
    wrongDeadline: '自检查结束之日起60日内',
  },
  {
    level1: '公共监管',
    level2: '安全生产',
    level3: '事故调查报告',
    content:
      '事故经过、伤亡和损失、直接与间接原因、责任认定和处理建议，半年后整改措施是否落实的评估意见（涉密内容除外）',
    deadline: ON_CHANGE,
    wrongDeadline: '自信息形成之日起30日内',
  },
  {
    level1: '公共监管',
    level2: '应急预案',
    level3: '',
    content:
      '{agency}牵头的专项预案简明版本、预警级别与发布渠道、避难场所位置、演练安排和群众自救要点',
    deadline: AT_ONCE,
    wrongDeadline: '每年12月31日前',
  },
  {
    level1: '回应关切',
    level2: '建议提案',
    level3: '答复文本',
    content:
      '人大代表建议、政协提案办结后的复文和办理总体情况，内容涉及公共利益、群众普遍关注的，全文公开',
    deadline: ON_CHANGE,
    wrongDeadline: '自信息形成之日起30日内',
  },
]

export const CITATIONS = [
  '《中华人民共和国政府信息公开条例》第二十条',
  '《中华人民共和国政府信息公开条例》（国务院令第711号）第十九条',
  '《优化营商环境条例》（国务院令第722号）第六十二条',
  '《政府督查工作条例》（国务院令第733号）',
  '《社会救助暂行办法》（国务院令第649号）',
  '《中华人民共和国招标投标法实施条例》（国务院令第613号）',
  '《生产安全事故报告和调查处理条例》（国务院令第493号）第三十四条',
  '《中华人民共和国行政处罚法》第四十八条',
  '《中华人民共和国预算法》第十四条',
  '《中华人民共和国环境保护法》第五十四条',
  '《中华人民共和国食品安全法》第一百一十八条',
  '《国务院办公厅关于印发政府网站发展指引的通知》（国办发〔2017〕47号）',
  '《国务院关于加强数字政府建设的指导意见》（国发〔2022〕14号）',
  '《国务院办公厅关于推进社会公益事业建设领域政府信息公开的意见》（国办发〔2018〕10号）',
  '《国务院办公厅关于推进公共资源配置领域政府信息公开的意见》（国办发〔2017〕97号）',
  '《国务院办公厅关于推进重大建设项目批准和实施领域政府信息公开的意见》（国办发〔2017〕94号）',
  '《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》（国办发〔2018〕37号）',
  '《国务院办公厅关于全面推行行政规范性文件合法性审核机制的指导意见》（国办发〔2018〕115号）',
  '《国务院办公厅关于推广随机抽查规范事中事后监管的通知》（国办发〔2015〕58号）',
  '中共中央办公厅 国务院办公厅印发《关于全面推进政务公开工作的意见》（中办发〔2016〕8号）',
]

export const CHANNELS = [
  '■政府网站',
  '■政府网站 ■政务新媒体',
  '■政府网站 ■公开查阅点',
  '■政府网站 ■政务服务中心 ■社区公示栏',
]
