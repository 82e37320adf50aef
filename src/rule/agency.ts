import { withoutSpace } from '../text/normalise.ts'
import { AGENCY_FIELDS } from './vocabulary/agency-fields.ts'

/** The field of work of a body, without region and form: 教育 for 云岭市教育局. */
interface Agency {
  readonly core: string
  /** Rows of the list of fields that the name has words of. */
  readonly fields: readonly number[]
}

const FORM = /(?:局|委员会|委|办公室|办|厅|署)(?:[（(][^（()）]{1,20}[）)])?$/u
const REGION = /^[㐀-䶿一-鿿〇]{0,12}?[省市县区旗州盟]/u

/**
 * The department that a name means; undefined for governments, inner offices, generic names
 * (教育主管部门), several bodies in one, and names of which the field of work is not known.
 */
function agencyOf(name: string): Agency | undefined {
  const words = withoutSpace(name)
  if (words.length > 40 || !FORM.test(words) || /[、，,；;/]/u.test(words)) return undefined
  const core = words
    .replace(REGION, '')
    .replace(/^人民政府|^行政公署/u, '')
    .replace(FORM, '')
  const fields = AGENCY_FIELDS.flatMap((field, index) =>
    field.some((word) => words.includes(word)) ? [index] : [],
  )
  return core.length < 2 || fields.length === 0 ? undefined : { core, fields }
}

/** Whether two names surely mean different departments: no word, no field, no character in common. */
export function areDifferentAgencies(one: string, other: string): boolean {
  const [a, b] = [agencyOf(one), agencyOf(other)]
  if (a === undefined || b === undefined) return false
  if (a.fields.some((field) => b.fields.includes(field))) return false
  return [...a.core].every((character) => GENERIC.has(character) || !b.core.includes(character))
}

/** Characters that names of any field have. */
const GENERIC: ReadonlySet<string> = new Set('和与管理监督服务工作事务行政总')
