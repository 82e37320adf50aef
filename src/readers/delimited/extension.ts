/** The last extension of a file's name in lower case without its dot; empty when there is none. */
export function extensionOf(name: string): string {
  return /\.([^./\\]+)$/u.exec(name)?.[1]?.toLowerCase() ?? ''
}
