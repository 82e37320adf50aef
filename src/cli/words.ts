import type { Rule, Severity } from '../rule/rule.ts'

export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  info: '提示',
}

export const FIX_NAMES: Readonly<Record<Rule['fix'], string>> = {
  safe: '改法唯一',
  suggested: '给建议',
  none: '人工改',
}
