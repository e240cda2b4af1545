/** A value as the text of an input: nothing for no value. */
export function textValue(value: unknown): string {
  return value === undefined || value === null ? '' : String(value)
}

/** What an emptied input stores: no value rather than an empty text. */
export function valueOfText(text: string): string | undefined {
  return text === '' ? undefined : text
}
