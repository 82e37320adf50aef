import type { Catalogue } from '../src/catalogue/catalogue.ts'
import { type Edit, replace, suggestion } from '../src/fix/edit.ts'
import { squeeze } from '../src/grammar/deadline/squeezed.ts'
import { isInside, markedStretches } from '../src/grammar/marks.ts'
import { defineRule } from '../src/rule/rule.ts'
import { type Agency, agencyOf, readAgency } from '../src/rule/title-agency.ts'
import { FOREIGN_PHRASES } from '../src/rule/vocabulary/foreign-scope.ts'
import type { Cell, Passage } from '../src/table/model.ts'
import { withoutSpace } from '../src/text/normalise.ts'
import type { Span } from '../src/text/span.ts'

export default defineRule({
  id: 'content-foreign-scope',
  title: '照搬其他层级或者机关的内容',
  severity: 'warning',
  certainty: 'likely',
  kinds: ['catalogue', 'domain-catalogue', 'ledger', 'annual-report'],
  fix: 'suggested',
  basis: [
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第十条',
      gist: '谁制作的信息由谁公开；从别处获取的，由保存它的机关公开，或者由最初制作、获取它的机关公开。',
    },
    {
      source: '中华人民共和国政府信息公开条例',
      article: '第五十条',
      gist: '工作考核、社会评议和责任追究结果情况，只要求写进各级人民政府的年度报告。',
    },
  ],
  why: '别的层级、别的机关的话留在目录里，等于承诺了本单位没有的信息，也看得出没有核对过。',
  how: '删去不适用的半句，或者换成本级、本单位的说法。',
  messages: {
    clause: '“{actual}”只管各级人民政府的年度报告，{agency}是部门，宜删去这半句。',
    offices: '“{actual}”是一级政府目录的写法，本目录只公开{agency}的，宜删去这几个字。',
    national: '“{actual}”只写了全国一级，{agency}承办的主要是本级的，宜写作“{expected}”。',
    level: '“{actual}”是市级的说法，{agency}是省级机关，应当写作“{expected}”。',
    body: '“{actual}”不是本目录的机关，应当写作“{expected}”。',
    subject: '“{actual}”没有写明是哪个处室，像是改写模板时留下的，宜写出牵头处室的名称。',
  },
  examples: {
    good: [
      {
        name: '一级政府的目录写各级人民政府、各部门',
        table: `
          # 青溪县人民政府主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | 各部门机关职能、机构设置、办公地址 | 实时更新 | 县政府办公室 |
          | 2 | 年度报告 | 统计数据，各级人民政府的政府信息公开工作年度报告还应当包括工作考核、社会评议和责任追究结果情况 | 每年3月31日前 | 县政府办公室 |
        `,
      },
      {
        name: '给各部门定职能的机关；各部门的其他信息',
        table: `
          # 云岭市委机构编制委员会办公室主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | 各部门机构设置、主要职责 | 实时更新 | 市委编办 |
          | 2 | 联合检查 | 各部门检查结果 | 实时更新 | 市委编办 |
        `,
      },
      {
        name: '写明了本级；题名里的“全国”',
        table: `
          # 云岭市商务局主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 建议提案 | 省、市人大代表建议和政协委员提案的答复，按《关于做好全国人大代表建议和全国政协委员提案办理结果公开工作的通知》办理 | 《国务院办公厅关于做好全国人大代表建议和全国政协委员提案办理结果公开工作的通知》（国办发〔2014〕46号） | 实时更新 | 云岭市商务局 |
          | 2 | 规范性文件 | 以云岭市商务局名义印发的文件，以云岭市人民政府名义印发的文件 | 《中华人民共和国政府信息公开条例》第二十条 | 实时更新 | 云岭市商务局 |
        `,
      },
      {
        name: '省级机关说到各市政府；市级机关说市政府',
        kind: 'ledger',
        table: `
          # 河西省民政厅政务公开工作任务台账

          | 一级指标 | 二级指标 | 牵头处室 |
          | --- | --- | --- |
          | 平台建设 | 会同各市政府报道工作进展，省、市政府工作报告解读 | 办公室 |
          | 组织领导 | 各处室组织协调本处室的公开工作 | 办公室 |
        `,
      },
    ],
    bad: [
      {
        name: '部门目录照抄一级政府的话',
        table: `
          # 云岭市商务局主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | ⟦各级各部门⟧机关职能、机构设置、办公地址 | 实时更新 | 云岭市商务局 |
          | 2 | 建议提案 | 公开⟦全国人大代表建议、全国政协委员提案⟧办理结果 | 实时更新 | 云岭市商务局 |
          | 3 | 年度报告 | 存在的主要问题及改进情况，⟦各级人民政府的政府信息公开工作年度报告还应当包括工作考核、社会评议和责任追究结果情况⟧；其他事项 | 每年1月31日前 | 云岭市商务局 |
        `,
        says: [
          '“各级各部门”是一级政府目录的写法，本目录只公开云岭市商务局的，宜删去这几个字。',
          '“全国人大代表建议、全国政协委员提案”只写了全国一级，云岭市商务局承办的主要是本级的，宜写作“人大代表建议、政协委员提案”。',
          '“各级人民政府的政府信息公开工作年度报告还应当包括工作考核、社会评议和责任追究结果情况”只管各级人民政府的年度报告，云岭市商务局是部门，宜删去这半句。',
        ],
        fixed: `
          # 云岭市商务局主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 机构职能 | 机关职能、机构设置、办公地址 | 实时更新 | 云岭市商务局 |
          | 2 | 建议提案 | 公开人大代表建议、政协委员提案办理结果 | 实时更新 | 云岭市商务局 |
          | 3 | 年度报告 | 存在的主要问题及改进情况；其他事项 | 每年1月31日前 | 云岭市商务局 |
        `,
      },
      {
        name: '别的机关的名称',
        table: `
          # 青溪县商务局主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 规范性文件 | 以⟦云水县教育局⟧名义印发的行政规范性文件 | 实时更新 | 青溪县商务局 |
        `,
        says: ['“云水县教育局”不是本目录的机关，应当写作“青溪县商务局”。'],
        fixed: `
          # 青溪县商务局主动公开事项目录

          | 序号 | 公开事项 | 公开内容 | 公开时限 | 公开主体 |
          | --- | --- | --- | --- | --- |
          | 1 | 规范性文件 | 以青溪县商务局名义印发的行政规范性文件 | 实时更新 | 青溪县商务局 |
        `,
      },
      {
        name: '省级单位的台账留着市级模板的话',
        kind: 'ledger',
        table: `
          # 河西省民政厅政务公开工作任务台账

          | 一级指标 | 二级指标 | 牵头处室 |
          | --- | --- | --- |
          | 解读渠道 | 主流媒体有政策解读和⟦市政府⟧报道 | 办公室 |
        `,
        says: ['“市政府”是市级的说法，河西省民政厅是省级机关，应当写作“省政府”。'],
        fixed: `
          # 河西省民政厅政务公开工作任务台账

          | 一级指标 | 二级指标 | 牵头处室 |
          | --- | --- | --- |
          | 解读渠道 | 主流媒体有政策解读和省政府报道 | 办公室 |
        `,
      },
      {
        name: '任务没有写明由哪个处室做',
        kind: 'ledger',
        table: `
          # 河西省民政厅政务公开工作任务台账

          | 一级指标 | 二级指标 | 牵头处室 |
          | --- | --- | --- |
          | ⟦处室⟧组织协调、指导推进、监督检查 | 每年培训一次 | 办公室 |
        `,
        says: ['“处室”没有写明是哪个处室，像是改写模板时留下的，宜写出牵头处室的名称。'],
      },
    ],
  },

  *check({ catalogue }) {
    const agency = agencyOf(catalogue)
    const isCatalogue = catalogue.kind === 'catalogue' || catalogue.kind === 'domain-catalogue'
    for (const passage of catalogue.passages()) {
      if (!HINT.test(withoutSpace(passage.text)) || !speaks(catalogue, passage)) continue
      const squeezed = squeeze(passage.text)
      const titles = markedStretches(squeezed.text, '《〈“')
      const phrasesOf = (pattern: RegExp) =>
        [...squeezed.text.matchAll(pattern)]
          .filter(({ index }) => !isInside(titles, index))
          .map(({ 0: words, index }) => squeezed.phrase(index, index + words.length))
      if (catalogue.kind === 'ledger') {
        for (const { text, span } of phrasesOf(BARE_OFFICE)) {
          const at = { passage, span }
          yield { message: 'subject', severity: 'info', data: { actual: text }, at } as const
        }
      }
      if (agency === undefined) continue
      for (const {
        fault,
        pattern,
        isForeign,
        expected: told,
        onlyInCatalogues,
      } of FOREIGN_PHRASES) {
        if ((onlyInCatalogues && !isCatalogue) || !isForeign(agency)) continue
        for (const { text, span } of phrasesOf(pattern)) {
          const expected = told(text, agency)
          yield {
            message: fault,
            ...(fault !== 'level' && { severity: 'info' }),
            data: { actual: text, expected, agency: agency.name },
            at: { passage, span },
            ...(expected !== '' && { expected: [expected] }),
            fix: { safety: 'suggested', edits: [mend(passage, span, expected)] },
          } as const
        }
      }
      if (!isCatalogue) continue
      for (const { text, span } of phrasesOf(IN_NAME_OF)) {
        if (!isOther(text, agency)) continue
        yield {
          message: 'body',
          data: { actual: text, expected: agency.name },
          at: { passage, span },
          expected: [agency.name],
          fix: suggestion(passage, span, agency.name),
        } as const
      }
    }
  },
})

/** Something that every phrase has. */
const HINT = /各级人民政府|各部门|全国人大|市政府|名义|室组织协调/u
// 以云水县教育局名义印发
const IN_NAME_OF =
  /(?<=以)[㐀-䶿一-鿿]{2,8}[省市县区旗州盟][㐀-䶿一-鿿]{2,20}[局委会厅办室](?=(?:的)?名义(?:印发|制发|发布|出台))/gu
// 中办发〔2016〕8号：办公厅（室）组织协调、指导推进、监督检查
const BARE_OFFICE = /^[处科股]室(?=组织协调、指导推进)/gu

/** Whether a passage is the document's own words: not a basis, a deadline or a header. */
function speaks(catalogue: Catalogue, passage: Passage): boolean {
  if (catalogue.entryOf(passage) === undefined) return true
  const role = catalogue.columnOf(passage as Cell)?.role
  return role !== 'basis' && role !== 'deadline' && role !== 'subject'
}

/** Whether a full name is that of another department of the same level, and not of a government. */
function isOther(name: string, agency: Agency): boolean {
  const other = readAgency(name)
  if (other === undefined || other.isGovernment || other.isVertical) return false
  if (/政府|党委|[省市县区]委|联席|领导小组|工作组|指挥部|办公[厅室]$/u.test(name)) return false
  return (
    !agency.isGovernment &&
    agency.region !== '' &&
    other.region !== '' &&
    other.level === agency.level &&
    !name.endsWith(agency.name) &&
    !agency.name.endsWith(name)
  )
}

/** Puts something else there, or takes a clause out with the mark that joins it to what stands before. */
function mend(passage: Passage, { start, end }: Span, expected: string): Edit {
  if (expected !== '') return replace(passage, { start, end }, expected)
  const joint = /[，,；;、]\s{0,4}$/u.exec(passage.text.slice(Math.max(0, start - 5), start))
  return replace(passage, { start: start - (joint?.[0].length ?? 0), end }, '')
}
