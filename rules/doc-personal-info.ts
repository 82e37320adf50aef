import type { Catalogue } from '../src/catalogue/catalogue.ts'
import { type Edit, type Fix, replace } from '../src/fix/edit.ts'
import { findPersonalNumbers, type PersonalNumber } from '../src/grammar/personal-number.ts'
import { defineRule } from '../src/rule/rule.ts'
import { allTexts } from '../src/rule/texts.ts'
import { DOUBLE_SURNAMES, SURNAMES } from '../src/rule/vocabulary/surnames.ts'
import { repeated } from '../src/rule/wording.ts'
import type { Cell, Passage } from '../src/table/model.ts'
import type { Span } from '../src/text/span.ts'

export default defineRule({
  id: 'doc-personal-info',
  title: '含公民个人敏感信息',
  severity: 'error',
  certainty: 'certain',
  kinds: ['catalogue', 'domain-catalogue', 'annual-report', 'ledger'],
  fix: 'suggested',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第十五条',
      gist: '涉及个人隐私等公开会对第三方合法权益造成损害的信息，不得公开；第三方同意或者不公开会对公共利益造成重大影响的除外。',
    },
  ],
  why: '身份号码、手机号码、银行卡号一旦上网就收不回来，当事人可能因此受骗、受损。',
  how: '删去号码，或者只留头尾几位；确需公布的联系方式，用办公电话。',
  messages: {
    identity: '“{masked}”{times}是公民身份号码，属于个人隐私，应当删去或者遮去中间数字。',
    mobile:
      '“{masked}”{times}是写在姓名后面的手机号码；本人没有同意公开的，应当删去或者遮去中间数字。',
    card: '“{masked}”{times}是个人银行卡号，应当删去或者遮去中间数字。',
  },
  examples: {
    good: [
      {
        name: '办公电话、统一社会信用代码、订单编号不是个人信息',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | 办公室 13900000000，咨询电话：0355-1234567 | 实时更新 | 青溪县教育局 |
          | 2 | 行政处罚 | 统一社会信用代码：109999190001010028 | 实时更新 | 青溪县教育局 |
          | 3 | 政府采购 | 项目编号6200000000000013 | 实时更新 | 青溪县教育局 |
        `,
      },
      {
        name: '对外联系用的电话',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 | 联系电话 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 办事指南 | 联系人：王立，13900000000 | 实时更新 | 青溪县教育局 | 李敏 13900000001 |
        `,
      },
      {
        name: '已经遮去中间数字；校验位不对的数字',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 救助名单 | 张某 1099**********0014、139****0000 | 实时更新 | 青溪县民政局 |
          | 2 | 数据目录 | 109999190001010020 | 实时更新 | 青溪县民政局 |
        `,
      },
    ],
    bad: [
      {
        name: '名单里的身份号码、手机号码、银行卡号',
        table: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 补贴发放 | 补贴对象：张某 1099⟦9919000101⟧0028、王某 109999190001010044 | 实时更新 | 青溪县民政局 |
          | 2 | 救助名单 | 李立 139⟦0000⟧0000 | 实时更新 | 青溪县民政局 |
          | 3 | 补助发放 | 一卡通账号6200⟦00000000⟧0013 | 实时更新 | 青溪县民政局 |
        `,
        says: [
          '“1099**********0028”（共2处）是公民身份号码，属于个人隐私，应当删去或者遮去中间数字。',
          '“139****0000”是写在姓名后面的手机号码；本人没有同意公开的，应当删去或者遮去中间数字。',
          '“6200********0013”是个人银行卡号，应当删去或者遮去中间数字。',
        ],
        fixed: `
          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 补贴发放 | 补贴对象：张某 1099\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*0028、王某 1099\\*\\*\\*\\*\\*\\*\\*\\*\\*\\*0044 | 实时更新 | 青溪县民政局 |
          | 2 | 救助名单 | 李立 139\\*\\*\\*\\*0000 | 实时更新 | 青溪县民政局 |
          | 3 | 补助发放 | 一卡通账号6200\\*\\*\\*\\*\\*\\*\\*\\*0013 | 实时更新 | 青溪县民政局 |
        `,
      },
    ],
  },

  *check(context) {
    const { catalogue } = context
    const found: Found[] = []
    for (const passage of allTexts(context)) {
      for (const number of findPersonalNumbers(passage.text)) {
        if (isPrivate(number, passage, catalogue)) found.push({ ...number, passage })
      }
    }
    for (const { first, all, times } of repeated(found, ({ kind }) => kind)) {
      const { kind, passage, span } = first
      yield {
        message: kind,
        data: { masked: maskedNumber(first), times },
        at: { passage, span: middleOf(kind, span) },
        fix: maskAll(all),
        ...(kind === 'mobile' && { severity: 'warning', certainty: 'likely' }),
      } as const
    }
  },
})

type Found = PersonalNumber & { readonly passage: Passage }

const NAME = `(?:${DOUBLE_SURNAMES.join('|')}|[${SURNAMES}])[㐀-䶿一-鿿×]{1,2}`
/** A name, and nothing but a title or 手机 between it and the number. */
const AFTER_NAME = new RegExp(
  `(?:^|[\\s，,；;。、：:（(/|.\\d])(?<name>${NAME})(?:同志|先生|女士|老师)?[\\s，,：:、（(]{0,3}(?:(?:手机|手机号|手机号码|移动电话)[：:]?\\s{0,2})?$`,
  'u',
)
const NO_NAME =
  /(?:部|科|股|室|办|局|站|所|处|委|会|线|台|村|镇|乡|区|组|队|厅|厂|店|校|园|院|公司|中心|窗口)$/u
/** Who is named to be called. */
const CONTACT =
  /联系|负责|经办|咨询|监督|举报|投诉|热线|值班|服务|办公|电话|客服|受理|窗口|传真|邮箱/u
const CARD_LABEL = /银行卡|卡号|一卡通|存折|社保卡/u
const OFFICIAL_ACCOUNT = /缴|收费|罚|对公|专户|非税|国库|保证金|单位账|基金|捐/u

function isPrivate(
  { kind, span }: PersonalNumber,
  passage: Passage,
  catalogue: Catalogue,
): boolean {
  if (kind === 'identity') return true
  const before = passage.text.slice(Math.max(0, span.start - 32), span.start)
  const name = AFTER_NAME.exec(before)?.groups?.name
  const hasName = name !== undefined && !NO_NAME.test(name)
  if (kind === 'card') return !OFFICIAL_ACCOUNT.test(before) && (hasName || CARD_LABEL.test(before))
  return hasName && !CONTACT.test(before) && !CONTACT.test(headerOf(passage, catalogue))
}

function headerOf(passage: Passage, catalogue: Catalogue): string {
  const isCell = 'column' in passage
  return isCell ? (catalogue.columnOf(passage as Cell)?.label ?? '') : ''
}

/** How many digits at the beginning and at the end may stay. */
const KEPT = { identity: [4, 4], mobile: [3, 4], card: [4, 4] } as const

function middleOf(kind: PersonalNumber['kind'], { start, end }: Span): Span {
  const [head, tail] = KEPT[kind]
  return { start: start + head, end: end - tail }
}

function stars({ start, end }: Span): string {
  return '*'.repeat(end - start)
}

function maskedNumber({ kind, passage, span }: Found): string {
  const middle = middleOf(kind, span)
  const { text } = passage
  return text.slice(span.start, middle.start) + stars(middle) + text.slice(middle.end, span.end)
}

function maskAll([first, ...others]: readonly [Found, ...Found[]]): Fix {
  const mask = ({ kind, passage, span }: Found): Edit => {
    const middle = middleOf(kind, span)
    return replace(passage, middle, stars(middle))
  }
  return { safety: 'suggested', edits: [mask(first), ...others.map(mask)] }
}
