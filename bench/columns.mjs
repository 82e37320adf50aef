export const HEADERS = [
  '序号',
  '一级事项',
  '二级事项',
  '三级事项',
  '公开内容（要素）',
  '公开依据',
  '公开时限',
  '公开主体',
  '公开渠道和载体',
  '全社会',
  '特定群众',
  '公开方式',
]

/** Where the cells stand that the generator speaks of by name. */
export const Column = {
  seq: 0,
  level1: 1,
  level2: 2,
  level3: 3,
  content: 4,
  basis: 5,
  deadline: 6,
  subject: 7,
  channels: 8,
  everyone: 9,
  group: 10,
  method: 11,
}
