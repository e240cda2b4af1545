/** A named form of a text value, used as `x-format` or in `x-validator`. */
export interface Format {
  name: string
  title: string
  /** @returns `undefined` when the value is right, else one Chinese sentence that says what to mend */
  check(value: string): string | undefined
}
