/**
 * What a person means by the characters typed or pasted of a code: full-width digits and letters become ASCII,
 * letters upper case, blanks and hyphens go.
 */
export function normalizeCode(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
}
