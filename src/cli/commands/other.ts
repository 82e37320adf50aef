export { convert } from './convert.ts'
export { explain } from './explain.ts'
export { lookup } from './lookup.ts'
export { listRules as rules } from './rules.ts'
