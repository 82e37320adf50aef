import type { Term } from '../../grammar/lexicon.ts'

/** A slip of the pen or of the input method. */
export interface Typo extends Term {
  /**
   * `wrong`: other letters; `missing`: letters lost; `repeated`: letters or words twice; `loose`: a
   * usage that careful writers avoid.
   */
  readonly fault: 'wrong' | 'missing' | 'repeated' | 'loose'
  /** Whether the words are wrong in every text that the guards let through. */
  readonly isSure: boolean
}

function wrong(words: string, right: string, guards: Guards = {}): Typo {
  return { words, right, fault: 'wrong', isSure: true, ...guards }
}

function twice(words: string, guards: Guards = {}): Typo {
  return { words: words + words, right: words, fault: 'repeated', isSure: true, ...guards }
}

function loose(words: string, right: string, guards: Guards = {}): Typo {
  return { words, right, fault: 'loose', isSure: false, ...guards }
}

type Guards = Pick<Term, 'before' | 'after' | 'inMarks'>

/** Where a sentence or a part of it begins. */
const BEGINNING = '(?:^|[，。；、：（\\s])'

// People have 权利, bodies have 权力.
const PERSON = '!(?:人|者|户|民|员|工|东|方|生|权|妇|女|童|业)的?'

/**
 * Slips seen in published catalogues and reports (DEFECTS 8), and letters that look or sound alike
 * in words that catalogues use (the confusion pairs of the usual proofreading lists). A pair is
 * listed only where the wrong form is no word and does not arise between two words, or where guards
 * rule that out: 按排 but not 按排名, 竟争 but not 毕竟争取.
 */
export const TYPOS: readonly Typo[] = [
  // Seen in published catalogues.
  { words: '政策文进行', right: '政策文件进行', fault: 'missing', isSure: true },
  wrong('权利责任清单', '权力责任清单', { before: PERSON }),
  wrong('权利和责任清单', '权力和责任清单', { before: PERSON }),
  wrong('权利清单', '权力清单', { before: '(?:行政|政府|部门|政务|公布|编制|推行)' }),
  wrong('权利清单', '权力清单', { before: PERSON, after: '[、和与及]?责任清单' }),
  wrong('残差不齐', '参差不齐', { after: '!性' }),
  wrong('国有企企业?', '国有企业'),
  wrong('退出现已', '退出现役', { after: '[士官人军的、，。]|$' }),
  wrong('医疗结构', '医疗机构', {
    before: '!(?:优化|调整|改善|完善|合理|的)',
    after: '!(?:性|化|调整|优化|布局|改革|变化|失衡|体系)',
  }),
  wrong('救灾款助', '救灾款物', { after: '![学农残困老力推企贫行医养]' }),
  wrong('救助款助', '救助款物', { after: '![学农残困老力推企贫行医养]' }),
  { words: '仍在不足', right: '仍存在不足', fault: 'missing', isSure: true, after: '[。，；]|$' },

  // Set words of disclosure.
  wrong('公开时现', '公开时限', { after: '[、，。；：（）为的\\s]|$' }),
  wrong('公开主休', '公开主体'),
  wrong('公开依椐', '公开依据'),
  wrong('公开内客', '公开内容'),
  wrong('公开渠到', '公开渠道'),
  wrong('工作曰', '工作日'),
  wrong('信息公开条列', '信息公开条例', { inMarks: true }),
  wrong('联系电活', '联系电话', { after: '!动' }),
  wrong('举报电活', '举报电话', { after: '!动' }),
  wrong('咨询电活', '咨询电话', { after: '!动' }),
  wrong('监督电活', '监督电话', { after: '!动' }),
  wrong('办公电活', '办公电话', { after: '!动' }),
  wrong('联系方试', '联系方式'),
  wrong('联系方示', '联系方式'),
  wrong('办公地止', '办公地址'),
  wrong('主要职则', '主要职责'),
  wrong('工作职则', '工作职责'),
  wrong('部门职则', '部门职责'),
  wrong('征求意件', '征求意见'),
  wrong('征求意见搞', '征求意见稿', { after: '![好活清定懂]' }),
  wrong('公式栏', '公示栏', { before: '![辑算学的]' }),
  wrong('公式期', '公示期'),
  wrong('公式公告', '公示公告'),
  wrong('予已公开', '予以公开', { before: '![授给赋准寄付]' }),
  wrong('予已公布', '予以公布', { before: '![授给赋准寄付]' }),
  wrong('予已公示', '予以公示', { before: '![授给赋准寄付]' }),
  wrong('微搏', '微博', { after: '![动斗击]' }),
  wrong('政府网战', '政府网站', { after: '!略' }),
  wrong('招聘启示', '招聘启事', { after: '!录' }),
  wrong('诉颂', '诉讼'),
  wrong('登记薄', '登记簿', { after: '!弱' }),
  wrong('户口薄', '户口簿', { after: '!弱' }),
  wrong('批淮', '批准', { after: '![河北南安海扬滨阴上]' }),
  wrong('标淮', '标准', { after: '![河北南安海扬滨阴上]' }),
  wrong('基淮', '基准', { after: '![河北南安海扬滨阴上]' }),
  wrong('予算', '预算', { before: '![授给赋准寄付不]' }),
  wrong('应急予案', '应急预案'),

  // Set words of the fields.
  wrong('义物教育', '义务教育'),
  wrong('教肓', '教育'),
  wrong('体肓', '体育'),
  wrong('培肓', '培育'),
  wrong('幼儿圆', '幼儿园'),
  wrong('经济使用房', '经济适用房', { after: '![屋产间]' }),
  wrong('经济使用住房', '经济适用住房'),
  wrong('经济实用房', '经济适用房', { after: '![屋型间]' }),
  wrong('经济实用住房', '经济适用住房'),
  wrong('补尝', '补偿', { after: '![试鲜新]' }),
  wrong('赔尝', '赔偿'),
  wrong('征受补偿', '征收补偿'),
  wrong('征受决定', '征收决定'),
  wrong('城乡规化', '城乡规划'),
  wrong('发展规化', '发展规划'),
  wrong('总体规化', '总体规划'),
  wrong('专项规化', '专项规划'),
  wrong('坏境', '环境', { before: '![破损毁败]', after: '![内外]' }),
  wrong('环镜', '环境', { after: '!像' }),
  wrong('突法事件', '突发事件', { before: '!冲' }),
  wrong('防讯抗旱', '防汛抗旱'),
  wrong('防讯指挥', '防汛指挥'),
  wrong('烟花暴竹', '烟花爆竹'),
  wrong('帐蓬', '帐篷'),
  wrong('侯选人', '候选人'),
  wrong('气侯', '气候'),
  wrong('竟争', '竞争', { before: '![毕究]' }),
  wrong('竟价', '竞价', { before: '![毕究]', after: '!值' }),
  wrong('竟标', '竞标', { before: '![毕究]' }),

  // Of any official text.
  wrong('布署', '部署', { before: '![公发颁宣分]', after: '!名' }),
  wrong('工作按排', '工作安排', { after: '![名序放污水查班列队行位]' }),
  wrong('统一按排', '统一安排', { after: '![名序放污水查班列队行位]' }),
  wrong('合理按排', '合理安排', { after: '![名序放污水查班列队行位]' }),
  wrong('时间按排', '时间安排', { after: '![名序放污水查班列队行位]' }),
  wrong('贯策', '贯彻'),
  wrong('贯切落实', '贯彻落实'),
  wrong('攻艰', '攻坚'),
  wrong('一如继往', '一如既往'),
  wrong('再接再励', '再接再厉'),
  wrong('相辅相承', '相辅相成'),
  wrong('迫不急待', '迫不及待'),
  wrong('一愁莫展', '一筹莫展'),
  wrong('默守成规', '墨守成规'),
  wrong('松驰', '松弛', { before: '!轻', after: '![骋援]' }),
  wrong('防碍', '妨碍', { before: '![国消人边海空预]', after: '!航' }),
  twice('进行', { after: '!曲' }),
  twice('以及'),
  twice('或者'),
  twice('应当'),
  twice('予以'),
  twice('按照'),
  twice('开展'),

  // Accepted by some dictionaries or readable in another way; told as advice.
  loose('住房城乡建设部', '住房城乡建设局', { before: '[区县]', after: '!门' }),
  loose('住房和城乡建设部', '住房和城乡建设局', { before: '[区县]', after: '!门' }),
  loose('帐号', '账号'),
  loose('帐户', '账户'),
  loose('其它', '其他'),
  loose('部份', '部分', { before: '!全', after: '!额' }),
  loose('座落', '坐落'),
  loose('做为', '作为', { before: BEGINNING, after: '![民人群企基老弱您你一]' }),
  loose('截止目前', '截至目前'),
  loose('截止年底', '截至年底', { before: BEGINNING }),
  loose('截止(\\d{4}年)', '截至$1', { before: BEGINNING }),
  loose('按步就班', '按部就班'),
  loose('登陆网站', '登录网站'),
  loose('登陆(系统|平台)', '登录$1', { before: '![机舰艇人器]' }),
  { words: '次数(\\d+)次', right: '$1次', fault: 'repeated', isSure: false },
  { words: '人数(\\d+)人', right: '$1人', fault: 'repeated', isSure: false, after: '!次' },
  {
    words: '社会公众广泛知晓的信息',
    right: '需要社会公众广泛知晓的信息',
    fault: 'missing',
    isSure: false,
    before: '![要应当让使由向供被]',
  },
  {
    words: '公众广泛知晓的信息',
    right: '需要公众广泛知晓的信息',
    fault: 'missing',
    isSure: false,
    before: '![要应当让使由向供被会]',
  },
  {
    words: '政府信息公开依申请公开',
    right: '政府信息公开申请',
    fault: 'repeated',
    isSure: false,
    after: '引起|引发',
  },
]
