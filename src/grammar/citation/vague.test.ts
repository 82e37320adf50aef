import { describe, expect, test } from 'vitest'
import { vagueness } from './vague.ts'

test.each(['同上', ' 同 上。', '同上行', '依据同上', '参照上行', '〃'])(
  '%s refers to another cell',
  (text) => {
    expect(vagueness(text)).toBe('ditto')
  },
)

test.each([
  '信息公开规定',
  '政府信息公开规定',
  '有关规定',
  '相关政策文件',
  '各地配套政策法规文件',
  '各地相关政策\n法规文件',
  '法律法规',
  '法律、法规、规章',
  '1.国家有关法律、法规和政策规定；',
  '按国家有关规定执行',
  '根据上级文件精神',
  '上级要求',
  '依法依规公开',
  '省级有关文件',
  '单位规章制度',
  '建设用地审查报批有关规定',
  '教育部门的相关文件',
])('%s names no instrument', (text) => {
  expect(vagueness(text)).toBe('vague')
})

test.each([
  '',
  '—',
  '/',
  '无',
  '市政府',
  '有关部门',
  '三定方案',
  '国家标准',
  '《条例》及相关规定',
  '政府信息公开条例',
  '政府信息公开条例及有关规定',
  '中华人民共和国土地管理法和相关规定',
  '国办发〔2019〕54号等有关规定',
  '各省“七五”普法规划',
  'GB/T 15834—2011',
  '公开方式、时限和范围按照市人民政府每年印发的政务公开工作要点的有关规定和要求逐项确定',
])('%s is left alone', (text) => {
  expect(vagueness(text)).toBeUndefined()
})

describe('a megabyte is read in one go', () => {
  test.each(['。', '有关', '法律法规', '；x', '1.', ' ', '依法'])('of %j', (unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length))
    const start = performance.now()
    expect(vagueness(`x${text}x`)).toBeUndefined()
    vagueness(text)
    expect(performance.now() - start).toBeLessThan(20_000)
  })
})
