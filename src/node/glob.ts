import { relative, sep } from 'node:path'
import picomatch from 'picomatch'

const LONGEST = 200
/** More wild cards than these take long on names that nearly match. */
const MOST_STARS = 3
const MOST_DEEP = 2
const MOST_BRACES = 2

/** What is wrong with a pattern, as one Chinese sentence without 。. */
export function globFault(pattern: string): string | undefined {
  if (pattern.length > LONGEST) return `通配符超过${LONGEST}个字`
  if (pattern.startsWith('/') || /^[a-z]:/iu.test(pattern)) {
    return `通配符“${pattern}”应当从设置文件所在的文件夹算起，不以“/”开头`
  }
  const segments = pattern.split('/')
  // Windows parts folders by a backslash; here it only takes brackets for what they are.
  if (/\\(?![[\]{}])/u.test(pattern)) return `通配符“${pattern}”里的文件夹应当用“/”隔开`
  if (segments.includes('..')) {
    return `通配符“${pattern}”里不能有“..”，设置只管它所在的文件夹里的文件`
  }
  const isComplex =
    segments.some((segment) => (segment.match(/[*?]/gu) ?? []).length > MOST_STARS) ||
    segments.filter((segment) => segment === '**').length > MOST_DEEP ||
    (pattern.match(/\{/gu) ?? []).length > MOST_BRACES
  return isComplex
    ? `通配符“${pattern}”太复杂，一层里不超过${MOST_STARS}个“*”“?”，一共不超过${MOST_DEEP}个“**/”、${MOST_BRACES}个“{”`
    : undefined
}

type Matches = (path: string) => boolean

const compiled = new WeakMap<readonly string[], readonly Matches[]>()

/**
 * Whether patterns that count from a folder mean a file: one without a slash is a name in any
 * folder, and a folder means all in it.
 */
export function matchesFrom(base: string, patterns: readonly string[], file: string): boolean {
  const path = relative(base, file).split(sep).join('/')
  if (path.startsWith('../')) return false
  const matchers = compiled.get(patterns) ?? patterns.map(compile)
  compiled.set(patterns, matchers)
  return matchers.some((matches) => matches(path))
}

function compile(pattern: string): Matches {
  const trimmed = pattern.replace(/^\.\//u, '').replace(/\/+$/u, '')
  const rooted = trimmed.includes('/') ? trimmed : `**/${trimmed}`
  // Brackets are letters of names, as in 目录(2026).csv; none of them groups or repeats.
  const plain = rooted.replace(/[()|+^$]/gu, '\\$&')
  return picomatch([plain, `${plain}/**`], { dot: true, noextglob: true, nonegate: true })
}
