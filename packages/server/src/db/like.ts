/** A condition that a column contains a text, whatever the case of its letters. Its one value is made by `containing`. */
export function contains(column: string): string {
  return `LOWER(${column}) LIKE LOWER(?) ESCAPE '!'`
}

/** The pattern for `contains`: nothing in the text is a wildcard. `!` escapes, as a backslash means different things. */
export function containing(text: string): string {
  return `%${text.replace(/[!%_]/g, (character) => `!${character}`)}%`
}
