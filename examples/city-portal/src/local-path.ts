/** Where to go after signing in: a path of this origin, never another site (`//evil.example`, `/\evil.example`). */
export function localPath(value: unknown): string {
  return typeof value === 'string' && /^\/(?![/\\])[\x21-\x7e]*$/.test(value) ? value : '/'
}
