/**
 * Channels as the guides of the 26 pilot fields list them (国办发〔2019〕54号), and the other ones of
 * 条例第二十三条、第二十五条 that stand in real catalogues (domain/vocab/channels.tsv).
 */
export const CHANNELS: readonly string[] = [
  '政府网站',
  '政府公报',
  '两微一端',
  '政务新媒体',
  '发布会/听证会',
  '新闻发布会',
  '广播电视',
  '纸质媒体',
  '公开查阅点',
  '政务服务中心',
  '便民服务站',
  '便民服务点',
  '便民服务中心',
  '入户/现场',
  '社区/企事业单位/村公示栏(电子屏)',
  '精准推送',
  '其他',
  '信息公告栏',
  '政务网站',
  '部门网站',
]

/**
 * Names of one channel, the one to prefer first. The guides of some ministries say 政府服务中心 or
 * 纸质载体, so that only a mixture within one catalogue is worth a word.
 */
export const SYNONYMS: readonly (readonly [string, ...string[]])[] = [
  ['政务新媒体', '两微一端'],
  ['政务服务中心', '行政服务中心', '政府服务中心'],
  ['政府网站', '政府门户网站'],
  ['公开查阅点', '政府信息公开查阅点', '信息公开查阅点'],
  ['发布会/听证会', '发布会、听证会', '发布会听证会', '发布会.听证会'],
  ['纸质媒体', '纸质载体'],
  ['入户/现场', '入户⁄现场', '入户、现场'],
  [
    '社区/企事业单位/村公示栏(电子屏)',
    '社区/企事业单位、村公示栏(电子屏)',
    '社区、企事业单位、村公示栏(电子屏)',
  ],
]
