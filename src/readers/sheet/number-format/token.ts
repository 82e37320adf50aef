// "年"  \年  _)  *-  [Red]  E+  0
const TOKEN = /"[^"]*"|\\.|[_*].|\[[^\]]*\]|E[+-]|./gisu

/** The pieces of a format code: quoted words, escaped characters, brackets, and single characters. */
export function tokensOf(code: string): readonly string[] {
  return code.match(TOKEN) ?? []
}

/** Whether a token stands for what it says and for nothing else, whatever letters are in it. */
export function isOpaque(token: string): boolean {
  return token.length > 1 && !/^E/iu.test(token)
}

/** What a token shows that is no place for a digit. */
export function literalOf(token: string): string {
  switch (token[0]) {
    case '"':
      return token.replaceAll('"', '')
    case '\\':
      return token.slice(1)
    case '[':
      // [$￥-804] shows its currency; [Red] and the like show nothing.
      return /^\[\$([^\]-]*)/u.exec(token)?.[1] ?? ''
    case '_':
    case '*':
      return ''
    default:
      return token
  }
}
