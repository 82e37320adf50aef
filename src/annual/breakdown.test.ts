import { expect, test } from 'vitest'
import { recognise } from '../catalogue/recognise.ts'
import { readDocument } from '../readers/choose.ts'
import { breakdowns } from './breakdown.ts'

async function read(text: string) {
  const source = `云岭市民政局2025年政府信息公开工作年度报告\n\n一、总体情况\n\n${text}\n`
  const document = await readDocument({ name: '年报.txt', bytes: new TextEncoder().encode(source) })
  const [catalogue] = recognise(document, 'annual-report').catalogues
  if (catalogue === undefined) throw new Error('no report')
  return breakdowns(catalogue)
}

test.each<[string, string]>([
  [
    '共公开信息1471条（工作动态57条，热点关注1180条，通知公告17条，其他信息217条）。',
    '1471条 = 1471 exhaustive',
  ],
  ['共1471条（57条，1180条，17条，217条）。', '1471条 = 1471 closed'],
  ['共1471条（57条、1180条、17条、200条）。', '1471条 = 1454 closed'],
  ['公开信息1,471条(工作动态57条;热点关注1,414条)。', '1,471条 = 1471 closed'],
  ['收到申请17件（自然人12件，商业企业3件，其他2件），均已答复。', '17件 = 17 exhaustive'],
  ['公开１７条（政策４条，公告１３条）。', '17条 = 17 closed'],
  ['收到申请17件（其中自然人12件，商业企业3件）。', '17件 = 15 partial'],
  ['收到申请17件，其中自然人12件、商业企业3件，均已答复。', '17件 = 15 partial'],
  ['收到申请17件，其中自然人12件，办结16件。', '17件 = 12 partial'],
  ['公开信息1471条（动态57条，其中转载20条，热点1180条）。', '57条 = 20 partial'],
  ['收入12.5万元（罚没收入8.25万元，事业性收费4.25万元）。', '12.5万元 = 12.5 closed'],
  ['开展问卷调查、意见征集5次（问卷调查、座谈3次，意见征集2次）。', '5次 = 5 closed'],
  ['公开信息100条信息（政策60条，公告40条）。', '100条 = 100 closed'],
])('%s', async (text, expected) => {
  const found = await read(text)
  expect(found.map(({ total, sum, kind }) => `${total} = ${sum} ${kind}`).join('；')).toBe(expected)
})

test.each([
  '公开信息1471条（工作动态57条，热点关注1180条等）。',
  '公开信息1471条（主要是工作动态57条，热点关注1180条）。',
  '公开信息1471余条（工作动态57条，热点关注1180条）。',
  '公开信息近1471条（工作动态57条，热点关注1180条）。',
  '公开信息1471条（工作动态约57条，热点关注1180条）。',
  '公开信息1471条（工作动态57余条，热点关注1180条）。',
  '公开信息197条（32、165）。',
  '公开信息197条（政策32条（含解读5条），公告165条）。',
  '公开信息1471条（门户网站1200条，微信公众号800条）。',
  '组织培训3次（156人次参加，覆盖12个科室）。',
  '收到申请17件（占比60%，自然人12件）。',
  '办理申请18件（新收17件，上年结转1件，办结16件，结转下年度2件）。',
  '收到申请17件（去年12件，增加5件）。',
  '收到申请6件，较去年增加2件；其中当面申请1件、信函申请3件、网络申请2件。',
  '公开信息312条，比上年多了45条，其中政策类24条、动态类288条。',
  '《条例》第20条（第1条，第2条）。',
  '2025年（1月、2月）。',
  '公开信息1471条（2024年57条，2025年1180条）。',
  '办结15件（予以公开10件，部分公开3件），不予公开2件。',
  '浏览量12万次（网页8万次，视频5万次）。',
  '召开会议5次，其中专题会议，培训会议各若干次。',
  '公开信息1471条（详见附表）。',
  '收到申请17件（网上10件，信函7件，自然人15件，企业2件）。',
  '召开会议12次（局长参加11次，书记参加10次）。',
  '印发文件28件（主动公开28件，全文发布26件）。',
  '共计1471条（57＋1180＋17＋217）。',
])('%s is left alone', async (text) => {
  expect(await read(text)).toEqual([])
})

test.each(['其中（1条，', '1条（', '1条（1条，', '1条其中1条', '1', '（', '1条，'])(
  'a long paragraph of %j is read in no time',
  async (piece) => {
    const started = performance.now()
    await read(piece.repeat(200_000 / piece.length))
    expect(performance.now() - started).toBeLessThan(5000)
  },
)
