/** A department of local government by what it is in charge of, without 局, 委员会 or 办公室. */
export interface Department {
  /** In full, as the reform plan of 2018 (深化党和国家机构改革方案) and its local plans name it. */
  readonly name: string
  /** Short forms in common use for the same department. */
  readonly short: readonly string[]
  /** Names of before 2018 that a catalogue of today should not call the department by. */
  readonly former?: readonly string[]
}

/**
 * Short forms as they stand in real catalogues (domain/vocab/subjects.tsv) and on the doors of the
 * departments. 和 is left out of names when they are compared.
 */
export const DEPARTMENTS: readonly Department[] = [
  { name: '发展和改革', short: ['发展改革', '发改'] },
  { name: '教育', short: [] },
  { name: '教育和体育', short: ['教育体育', '教体'] },
  { name: '科学技术', short: ['科技'] },
  { name: '工业和信息化', short: ['工业信息化', '工信'] },
  { name: '民族宗教事务', short: ['民族宗教', '民宗'] },
  { name: '公安', short: [] },
  { name: '民政', short: [] },
  { name: '司法', short: [] },
  { name: '财政', short: [] },
  {
    name: '人力资源和社会保障',
    short: ['人力资源社会保障', '人力社保', '人社'],
    former: ['人事劳动'],
  },
  { name: '自然资源', short: [], former: ['国土资源', '国土'] },
  {
    name: '自然资源和规划',
    short: ['自然资源规划', '自规', '资规'],
    former: ['国土资源', '国土'],
  },
  { name: '生态环境', short: [], former: ['环境保护', '环保'] },
  { name: '住房和城乡建设', short: ['住房城乡建设', '住建'] },
  { name: '城市管理', short: ['城管'] },
  { name: '交通运输', short: ['交通', '交运'] },
  { name: '水利', short: [] },
  { name: '水务', short: [] },
  { name: '农业农村', short: [], former: ['农业'] },
  { name: '商务', short: [] },
  { name: '文化和旅游', short: ['文化旅游', '文旅'], former: ['旅游发展', '旅游'] },
  { name: '文化广电和旅游', short: ['文化广电旅游', '文广旅'] },
  { name: '卫生健康', short: ['卫健'], former: ['卫生和计划生育', '卫生计生', '卫计'] },
  { name: '退役军人事务', short: ['退役军人'] },
  { name: '应急管理', short: ['应急'], former: ['安全生产监督管理', '安监'] },
  { name: '审计', short: [] },
  {
    name: '市场监督管理',
    short: ['市场监管', '市监'],
    former: ['工商行政管理', '工商', '质量技术监督', '质监', '食品药品监督管理', '食药监'],
  },
  { name: '体育', short: [] },
  { name: '统计', short: [] },
  { name: '医疗保障', short: ['医保'] },
  { name: '乡村振兴', short: [], former: ['扶贫开发', '扶贫'] },
  { name: '林业和草原', short: ['林业草原', '林草'] },
  { name: '林业', short: [] },
  { name: '行政审批', short: ['审批'] },
  { name: '行政审批服务', short: [] },
  { name: '政务服务', short: [] },
  { name: '政务服务和数据管理', short: ['政务服务数据管理', '政数'] },
  { name: '大数据发展管理', short: [] },
  { name: '机关事务管理', short: ['机关事务'] },
  { name: '国有资产监督管理', short: ['国资'] },
  { name: '粮食和物资储备', short: ['粮食物资储备', '粮储'] },
  { name: '国防动员', short: ['国动'], former: ['人民防空', '人防'] },
  { name: '信访', short: [] },
  { name: '税务', short: [] },
  { name: '气象', short: [] },
]
