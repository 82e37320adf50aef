/** A mistake in a settings file or in a file it names; `message` is one Chinese sentence without 。. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'

  /** Whether an error is one of these, also one thrown by a part that was bundled apart. */
  static is(error: unknown): error is ConfigError {
    return error instanceof Error && error.name === 'ConfigError'
  }
}
