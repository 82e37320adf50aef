/** Where a command reads from and writes to. */
export interface Terminal {
  readonly folder: string
  readonly today: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdoutIsTerminal: boolean
  /** Bytes are those of a document in an encoding of its own. */
  out(text: string | Uint8Array): void
  error(text: string): void
}
