/** What the process tells whoever started it. */
export const EXIT = {
  /** Checked, and nothing at or above the chosen severity. */
  clean: 0,
  /** Findings at or above the chosen severity, or more warnings than allowed. */
  found: 1,
  /** What was asked could not be done. */
  failed: 2,
} as const

/** A mistake in how the program was called; `message` is one Chinese sentence without 。. */
export class UsageError extends Error {
  override readonly name = 'UsageError'

  /** Whether an error is one of these, also one thrown by a part that was bundled apart. */
  static is(error: unknown): error is UsageError {
    return error instanceof Error && error.name === 'UsageError'
  }
}
