import { DEPARTMENTS, type Department } from './vocabulary/departments.ts'

const SUFFIX = /(?:局|委员会|委|办公室|办|厅)$/u
const AND = /[和与及]/gu

/** Names and short forms of departments without 和, and the department; longest first. */
const FORMS: readonly (readonly [string, Department])[] = DEPARTMENTS.flatMap((department) =>
  [department.name, ...department.short].map(
    (form) => [form.replace(AND, ''), department] as const,
  ),
).sort(([a], [b]) => b.length - a.length)

const BY_LENGTH = new Map<number, Map<string, Department>>()
for (const [form, department] of FORMS) {
  const same = BY_LENGTH.get(form.length) ?? new Map<string, Department>()
  BY_LENGTH.set(form.length, same.set(form, department))
}
const LENGTHS = [...BY_LENGTH.keys()].sort((a, b) => b - a)

/** A name of a body that ends like a department's. */
export interface Named {
  readonly department: Department
  /** What stands before: the region, 人民政府. */
  readonly front: string
  readonly suffix: string
}

/** The department that a body's name is one of, by its full name or a common short form. */
export function departmentOf(name: string): Named | undefined {
  const suffix = SUFFIX.exec(name)?.[0]
  if (suffix === undefined) return undefined
  const words = name.slice(0, -suffix.length).replace(AND, '')
  for (const length of LENGTHS) {
    const department = BY_LENGTH.get(length)?.get(words.slice(-length))
    const front = words.slice(0, -length)
    // 省委教育工委 and 局行政审批办 are no departments, 城市管理 no 市 with a 管理.
    if (department !== undefined && FRONT.test(front)) return { department, front, suffix }
  }
  return undefined
}

const FRONT = /^(?:[^局委办厅部科股处]{0,16}[省市州盟县区旗乡镇])?(?:人民政府|政府)?$/u

/**
 * One spelling for all names that can only mean the same body: a department's short forms, 人民政府
 * before an office, 街道办 and 街道办事处.
 */
export function bodyKey(name: string): string {
  const named = departmentOf(name)
  if (named !== undefined) return withoutGovernment(`${named.front}${named.department.name}局`)
  return withoutGovernment(name)
    .replace(/街道办事处$/u, '街道办')
    .replace(/办公室$/u, '办')
    .replace(/委员会$/u, '委')
}

function withoutGovernment(name: string): string {
  return name.replace(/(?<=.)(?:人民)?政府(?=.)/u, '').replace(/人民政府$/u, '政府')
}
