/** How large a form file may be. */
export const LIMITS = {
  /** Bytes of its JSON in UTF-8. */
  bytes: 512 * 1024,
  /** Depth of the JSON. */
  depth: 32,
  /** Depth of fields within fields and sections. */
  fieldDepth: 12,
  fields: 2_000,
  patternLength: 200,
  textLength: 4_000,
  keyLength: 64,
  paperRows: 500,
  paperColumns: 60,
} as const
