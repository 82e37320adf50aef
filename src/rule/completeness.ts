import type { Catalogue } from '../catalogue/catalogue.ts'
import { askewEntries } from '../catalogue/gaps.ts'
import type { Passage } from '../table/model.ts'
import { withoutSpace } from '../text/normalise.ts'
import { type Agency, agencyOf } from './title-agency.ts'
import {
  ENFORCERS,
  OF_DEPARTMENTS,
  OF_ENFORCERS,
  OF_GOVERNMENTS,
  OF_SUBDISTRICTS,
  OF_TOWNSHIPS,
  type RequiredItem,
  type Requirements,
} from './vocabulary/required-items.ts'

/** A whole catalogue of one agency, which may stand in several tables. */
export interface WholeCatalogue {
  readonly agency: Agency
  /** It names its agency in the title, so that the profile is sure. */
  readonly isSure: boolean
  /** A department, not a government, township or subdistrict. */
  readonly isDepartment: boolean
  /** What to point at for something that stands nowhere. */
  readonly at: Passage
  readonly requirements: Requirements
  /** Whether some entry, or a text around the tables, speaks of it. */
  has(item: RequiredItem): boolean
}

/** A part of a catalogue: of one field, of one kind of act, or of a public institution. */
const PART =
  /领域|专项|重点|试点|双公示|执法|依申请|权责|权力|村|学校|医院|公司|幼儿园|企事业|年度更新|新增|调整/u
/** 公共企事业单位 have rules of their own (条例第五十五条). */
const NO_AGENCY = /(?:学校|小学|中学|大学|学院|医院|公司|集团|中心|馆|所|站|台|社|协会|学会)$/u
/** What has fewer entries is an excerpt. */
const FEWEST = 8

/** The parts that a whole catalogue begins and ends with; with fewer of them, it is an excerpt or a list. */
const FRAME = [
  /公开指南/u,
  /信息公开[^。；]{0,6}(?:制度|目录)|公开制度/u,
  /职能|机构设置|领导信息|内设机构/u,
  /规范性文件|政策文件/u,
  /规划|计划/u,
  /信息公开[^。；]{0,12}(?:年度报告|年报)/u,
] as const

/**
 * The catalogue of a document taken whole; undefined for any but its first table, and where the
 * document does not set out to tell all that an agency publishes.
 */
export function wholeCatalogue(
  catalogue: Catalogue,
  siblings: readonly Catalogue[],
): WholeCatalogue | undefined {
  const tables = siblings.filter(({ kind }) => kind === 'catalogue')
  if (tables[0] !== catalogue || tables.length < siblings.length) return undefined
  const agency = agencyOf(catalogue)
  const title = withoutSpace(catalogue.title?.text ?? '')
  const own = catalogue.agency ?? ''
  if (agency === undefined || NO_AGENCY.test(agency.name)) return undefined
  if (PART.test(own === '' ? title : title.replace(own, ''))) return undefined
  if (tables.flatMap(({ heads }) => heads).length < FEWEST) return undefined
  const texts = tables.flatMap((table) => textsOf(table))
  const has = (pattern: RegExp) => texts.some((text) => pattern.test(text))
  if (FRAME.filter((part) => has(part)).length < 3) return undefined
  const at = catalogue.title ?? catalogue.header[0] ?? catalogue.heads[0]?.cells[0]
  if (at === undefined) return undefined
  return {
    agency,
    isSure: own !== '',
    isDepartment: !isLocal(agency) && !isWholeGovernment(agency),
    at,
    requirements: requirementsOf(agency),
    has: ({ pattern }) => has(pattern),
  }
}

/** Names and contents, line by line; in lines that slid, everything; and the text around the tables. */
function textsOf(catalogue: Catalogue): string[] {
  const askew = askewEntries(catalogue)
  const basis = catalogue.layout.column('basis')?.index
  const lines = catalogue.entries.map((entry) =>
    entry.cells
      .filter(({ column }) => askew.has(entry) || column !== basis)
      .map(({ text }) => withoutSpace(text))
      .join('；'),
  )
  const around = catalogue.paragraphs
    .filter((paragraph) => paragraph.text !== catalogue.title?.text)
    .map(({ text }) => withoutSpace(text))
  return [...lines, ...around]
}

function requirementsOf(agency: Agency): Requirements {
  if (isLocal(agency)) return /街道/u.test(agency.name) ? OF_SUBDISTRICTS : OF_TOWNSHIPS
  if (isWholeGovernment(agency)) return OF_GOVERNMENTS
  if (!ENFORCERS.test(agency.name)) return OF_DEPARTMENTS
  return { ...OF_DEPARTMENTS, must: [...OF_DEPARTMENTS.must, ...OF_ENFORCERS] }
}

/** 乡镇、街道 */
function isLocal({ level, name }: Agency): boolean {
  return level === 'township' || /(?:[乡镇]|街道)(?:人民政府|办事处)?$/u.test(name)
}

/** A government of a county or above; its office (办公室) is a department for this. */
function isWholeGovernment({ isGovernment, name }: Agency): boolean {
  return isGovernment && !/办公[厅室]$/u.test(name)
}
