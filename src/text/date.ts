/** A date of any exactness as it is read aloud: 2024-11-01 is 2024年11月1日, 2024 is 2024年. */
export function spellDate(date: string): string {
  const [year = '', month, day] = date.split('-')
  const months = month === undefined ? '' : `${Number(month)}月`
  return `${year}年${months}${day === undefined ? '' : `${Number(day)}日`}`
}
