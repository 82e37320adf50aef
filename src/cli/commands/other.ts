export { explain } from './explain.ts'
export { listRules as rules } from './rules.ts'
