/** How large a form file may be. */
export const LIMITS = {
  /** Bytes of its JSON in UTF-8. */
  bytes: 512 * 1024,
  /** Depth of the JSON, which bounds every recursion after it. */
  jsonDepth: 64,
  /** Depth of fields within sections, objects and sub-tables. */
  fieldDepth: 12,
  fields: 2_000,
  options: 2_000,
  patternLength: 200,
  textLength: 2_000,
  keyLength: 64,
  reactions: 20,
  paperRows: 500,
  paperColumns: 60,
} as const
