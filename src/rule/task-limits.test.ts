import { expect, test } from 'vitest'
import { excesses } from './task-limits.ts'

const GRAVE = '对涉及特别重大、重大突发事件的政务舆情'

test.each<[string, string, readonly (readonly [string, string])[]]>([
  [
    'the hours of 国办发〔2016〕80号',
    `${GRAVE}，最迟要在5小时内发布权威信息，在24小时内举行新闻发布会`,
    [],
  ],
  [
    'both hours, exchanged',
    `${GRAVE}，24小时内发布权威信息，5小时内举行新闻发布会`,
    [['24小时', 'first-word']],
  ],
  ['later than the law', `${GRAVE}，48小时内召开新闻发布会`, [['48小时', 'press-conference']]],
  ['in Chinese numerals', `${GRAVE}，最迟于十小时内发布权威信息`, [['十小时', 'first-word']]],
  ['in days', `${GRAVE}，2天内举行新闻发布会`, [['2天', 'press-conference']]],
  ['a stricter local rule', '一般政务舆情24小时内回应', []],
  ['others after grave ones', `${GRAVE}5小时内发布权威信息，其他政务舆情24小时内发布权威信息`, []],
  ['others, too late', '其他政务舆情72小时内予以回应', [['72小时', 'response']]],
  ['no matter of public opinion', '网民留言7个工作日内回应', []],
  ['counted from the inquiry', '舆情经核实后3个工作日内回应', []],
  ['proactive', '自信息形成或者变更之日起30个工作日内公开', [['30个工作日', 'proactive']]],
  ['proactive, in time', '20个工作日内及时、准确、全面主动公开属于主动公开范围的政府信息', []],
  [
    'proactive, too late',
    '40个工作日内主动公开属于主动公开范围的政府信息',
    [['40个工作日', 'proactive']],
  ],
  ['days that may be within the working days', '信息形成之日起30日内公开', []],
  ['a period of display', '公开征求意见30个工作日，公示60日', []],
  ['an answer', '收到政府信息公开申请之日起30个工作日内答复', [['30个工作日', 'answer']]],
  ['an answer to a proposal', '收到建议提案之日起3个月内答复并公开', []],
  ['an answer to a petition', '收到信访申请之日起60日内办结', []],
  ['an extension', '答复申请；延长期限最长30个工作日', [['30个工作日', 'extension']]],
  [
    'completing an application',
    '公开申请不明确的，10个工作日内一次性告知补正',
    [['10个工作日', 'correction']],
  ],
  ['a third party', '第三方30个工作日内对公开提出意见', [['30个工作日', 'third-party']]],
  ['an evaluation by a third party', '第三方30个工作日内提出评估意见', []],
  ['a budget', '部门预算在批复后20个工作日内公开', [['20个工作日', 'budget']]],
  ['a budget in time', '经人大批准后20日内公开预算、决算', []],
  ['work about disclosure', '政府信息公开工作总结形成后30个工作日内上报', []],
  ['the catalogue of what is disclosed', '40个工作日内完成主动公开目录修订', []],
  ['what is kept of an answer', '依申请公开答复书30个工作日内归档', []],
  ['what follows', `${GRAVE}，5小时内发布权威信息，24小时内持续发布权威信息`, []],
  [
    'the number in the clause before',
    '政府信息形成后30个工作日内，通过网站公开',
    [['30个工作日', 'proactive']],
  ],
  ['no limit at all', '每季度末前报送进展，30日内完成整改', []],
])('%s', (_name, text, expected) => {
  const found = excesses(text).map(({ span, limit }) => [
    text.slice(span.start, span.end),
    limit.id,
  ])
  expect(found).toEqual(expected)
})

test.each<[string, string, readonly string[]]>([
  ['the task stands in another cell', '答复政府信息公开申请', ['25个工作日']],
  ['another task', '整理查阅场所', []],
])('%s', (_name, before, expected) => {
  const text = '25个工作日内'
  const found = excesses(text, before).map(({ span }) => text.slice(span.start, span.end))
  expect(found).toEqual(expected)
})
