import { describe, expect, test } from 'vitest'
import { readDocument } from '../readers/choose.ts'
import { recognise } from './recognise.ts'
import { foreignCells, shapeOf } from './shape.ts'

test.each([
  ['', 'blank'],
  [' \u3000\n', 'blank'],
  ['12', 'number'],
  ['１２.', 'number'],
  ['（3）', 'number'],
  ['√', 'tick'],
  ['■', 'tick'],
  ['《中华人民共和国预算法》', 'citation'],
  ['1.《中华人民共和国预算法》', 'citation'],
  ['《条例》（国务院令第711号）', 'citation'],
  ['《意见》（国办发〔2019〕54号）', 'citation'],
  ['《意见》国办发[2019]54号', 'citation'],
  ['《条例》第二十条', 'citation'],
  ['1.《条例》第二十条；2.《意见》（国办发〔2019〕54号）', 'citation'],
  ['自信息形成之日起20个工作日内', 'deadline'],
  ['自该信息形成或者变更之日起20个工作日内予以公开', 'deadline'],
  ['20个工作日内', 'deadline'],
  ['实时更新', 'deadline'],
  ['长期公开', 'deadline'],
  ['每年1月31日前', 'deadline'],
  ['■政府网站 □政府公报', 'channels'],
  ['□两微一端', 'channels'],
  ['市教育局', 'words'],
  ['政府网站', 'words'],
  ['全社会', 'words'],
  ['机构职能', 'words'],
  ['机构职能、内设机构；联系方式。', 'prose'],
  ['负责全市义务教育阶段学校的招生和学籍管理工作', 'prose'],
  ['《青溪县志》所载的名胜古迹、风俗和物产', 'prose'],
  [
    '自信息形成之日起20个工作日内公开，其中重大事项由办公室审核后报分管领导同意，并在政府网站、政府公报和政务新媒体同时发布，公开后长期保留，不得撤回',
    'prose',
  ],
])('%j is %s', (text, shape) => {
  expect(shapeOf(text)).toBe(shape)
})

const HEADER = '序号\t公开事项\t公开内容\t公开依据\t公开时限\t公开主体\t公开渠道\t备注\n'

const CHANNELS =
  '■政府网站 □政府公报 □两微一端 □发布会/听证会 □广播电视 □纸质媒体 □公开查阅点 □政务服务中心 □便民服务站 □入户/现场 □社区/企事业单位/村公示栏（电子屏） □精准推送 □其他'

describe('cells that stand where they have no business', () => {
  test.each<[string, string[], number]>([
    [
      'none',
      ['1', '机构职能', '内设机构', '《条例》', '20个工作日内', '市教育局', '■政府网站', ''],
      0,
    ],
    [
      'a deadline among the subjects',
      ['1', '机构职能', '内设机构', '《条例》', '', '20个工作日内', '■政府网站', ''],
      1,
    ],
    [
      'all one to the left',
      ['1', '内设机构', '《条例》', '20个工作日内', '市教育局', '■政府网站', '', ''],
      3,
    ],
    [
      'all one to the right',
      ['1', '机构职能', '', '内设机构', '《条例》', '20个工作日内', '市教育局', '■政府网站'],
      2,
    ],
    [
      'a deadline in words as content',
      ['1', '机构职能', '实时更新', '《条例》', '', '市教育局', '', ''],
      1,
    ],
    [
      'channels instead of a number',
      ['■政府网站', '机构职能', '内设机构', '《条例》', '', '市教育局', '', ''],
      1,
    ],
    [
      'a long list of channels as basis',
      ['1', '机构职能', '内设机构', CHANNELS, '', '市教育局', '', ''],
      1,
    ],
    [
      'a long list of channels as deadline',
      ['1', '机构职能', '内设机构', '《条例》', CHANNELS, '市教育局', '', ''],
      1,
    ],
    ['a title as item', ['1', '《条例》', '内设机构', '《条例》', '', '市教育局', '', ''], 1],
    [
      'a remark may be anything',
      ['1', '机构职能', '内设机构', '', '', '', '', '《条例》第二十条'],
      0,
    ],
    [
      'a content may list channels',
      ['1', '公开平台', '■政府网站', '《条例》', '', '市教育局', '', ''],
      0,
    ],
    [
      'a subject with words of a channel',
      ['1', '机构职能', '内设机构', '', '', '政府网站', '', ''],
      0,
    ],
    [
      'a cell beyond the last column',
      ['1', '机构职能', '内设机构', '', '', '', '', '', '实时更新'],
      0,
    ],
  ])('%s', async (_name, texts, foreign) => {
    const bytes = new TextEncoder().encode(`${HEADER}${texts.join('\t')}\n`)
    const { catalogues } = recognise(await readDocument({ name: '目录.tsv', bytes }))
    const [catalogue] = catalogues
    const [entry] = catalogue?.entries ?? []
    expect(catalogue && entry && foreignCells(entry.cells, catalogue.layout)).toBe(foreign)
  })
})
