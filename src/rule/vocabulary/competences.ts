/** What only one kind of department makes information about. */
export interface Competence {
  /** What a sentence calls the owner. */
  readonly owner: string
  /** Names of departments (vocabulary/departments.ts) that have it, or a share in it. */
  readonly departments: readonly string[]
  /** The matters themselves; two of them in one item tell that the item is the owner's. */
  readonly matters: readonly string[]
}

/**
 * By the laws that name the department in charge: 社会救助暂行办法第三条, 土地管理法第五条,
 * 社会保险法第七条, 户口登记条例第三条, 医师法第四条, 义务教育法第七条, 食品安全法第五条.
 */
export const COMPETENCES: readonly Competence[] = [
  {
    owner: '民政部门',
    departments: ['民政'],
    matters: [
      '城乡低保',
      '最低生活保障',
      '特困人员救助供养',
      '特困人员供养',
      '临时救助',
      '孤儿基本生活保障',
      '困境儿童保障',
      '流浪乞讨人员救助',
      '婚姻登记',
      '殡葬服务',
    ],
  },
  {
    owner: '自然资源部门',
    departments: ['自然资源', '自然资源和规划'],
    matters: [
      '征地批准',
      '征地补偿安置',
      '征地告知',
      '土地征收公告',
      '土地使用权出让',
      '不动产登记',
      '采矿权',
    ],
  },
  {
    owner: '人力资源社会保障部门',
    departments: ['人力资源和社会保障'],
    matters: ['工伤认定', '失业保险金', '养老保险待遇', '就业困难人员认定', '劳动人事争议仲裁'],
  },
  {
    owner: '医疗保障部门',
    departments: ['医疗保障'],
    matters: ['基本医疗保险参保', '基本医疗保险待遇', '医保报销', '医保定点', '生育保险待遇'],
  },
  {
    owner: '公安机关',
    departments: ['公安'],
    matters: ['户口登记', '户口迁移', '居民身份证', '出入境证件', '机动车登记', '机动车驾驶证'],
  },
  {
    owner: '卫生健康部门',
    departments: ['卫生健康'],
    matters: ['医师执业注册', '护士执业注册', '传染病疫情', '预防接种', '医疗机构执业登记'],
  },
  {
    owner: '教育部门',
    departments: ['教育', '教育和体育'],
    matters: ['义务教育招生', '学区划分', '中小学学籍', '教师资格认定', '中考录取'],
  },
  {
    owner: '市场监督管理部门',
    departments: ['市场监督管理', '行政审批', '行政审批服务'],
    matters: ['营业执照', '食品经营许可', '食品生产许可', '特种设备使用登记', '商标注册'],
  },
]

/**
 * Departments with duties so far from the above that they have no share in them. 财政, 审计,
 * 发展改革, 住建, 乡村振兴 and those that serve all others are not among them.
 */
export const APART: ReadonlySet<string> = new Set([
  '教育',
  '教育和体育',
  '科学技术',
  '工业和信息化',
  '民族宗教事务',
  '自然资源',
  '自然资源和规划',
  '生态环境',
  '城市管理',
  '交通运输',
  '水利',
  '水务',
  '商务',
  '文化和旅游',
  '文化广电和旅游',
  '市场监督管理',
  '体育',
  '林业',
  '林业和草原',
  '粮食和物资储备',
  '国防动员',
  '气象',
])
