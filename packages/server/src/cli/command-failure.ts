/** Ends a command with a message for whoever typed it. */
export class CommandFailure extends Error {
  readonly exitCode: 1 | 2

  /** @param exitCode 1: the answer is no; 2: the question was wrong */
  constructor(message: string, exitCode: 1 | 2, options?: ErrorOptions) {
    super(message, options)
    this.name = 'CommandFailure'
    this.exitCode = exitCode
  }
}
