import { DATABASE_FILE } from '../runtime.ts'

export const MANIFEST = 'manifest.json'
export const SECRET = 'secret'

const FILE = /^files\/[0-9a-f]{2}\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What a backup may hold; anything else in an archive is not of ours. */
export function belongs(name: string): boolean {
  return name === DATABASE_FILE || name === SECRET || name === MANIFEST || FILE.test(name)
}
