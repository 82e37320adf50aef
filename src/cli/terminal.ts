/** Where a command reads from and writes to. */
export interface Terminal {
  readonly folder: string
  readonly today: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdoutIsTerminal: boolean
  out(text: string): void
  error(text: string): void
}
