/** How words are set apart on a terminal. */
export interface Paint {
  red(text: string): string
  yellow(text: string): string
  blue(text: string): string
  green(text: string): string
  dim(text: string): string
  underline(text: string): string
}

const same = (text: string) => text

/** No colours. */
export const PLAIN: Paint = {
  red: same,
  yellow: same,
  blue: same,
  green: same,
  dim: same,
  underline: same,
}

/** Colours, if they are wanted; chalk is only loaded then. */
export async function choosePaint(color: boolean): Promise<Paint> {
  if (!color) return PLAIN
  const { Chalk } = await import('chalk')
  return new Chalk({ level: 1 })
}
