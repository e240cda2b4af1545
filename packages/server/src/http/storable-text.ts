import { ServerError } from '../errors.ts'

/** NUL, or half of a surrogate pair. */
const UNSTORABLE = /\0|\p{Surrogate}/u

/**
 * Refuses a part of a request with a text that not every database can keep: PostgreSQL has no NUL, and half of a surrogate
 * pair is no UTF-8.
 *
 * @param path where the value stands, the part first
 * @throws ServerError `TEXT_INVALID` naming the first such place
 */
export function refuseUnstorable(value: unknown, path: ReadonlyArray<string | number>): void {
  if (typeof value === 'string') {
    if (!isStorable(value)) throw invalid(path)
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) refuseUnstorable(item, [...path, index])
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (!isStorable(key)) throw invalid(path)
      refuseUnstorable(inner, [...path, key])
    }
  }
}

function isStorable(text: string): boolean {
  return !UNSTORABLE.test(text)
}

function invalid(path: ReadonlyArray<string | number>): ServerError {
  const message = '这里有不能保存的字符，请删去。'
  return new ServerError('TEXT_INVALID', { issues: [{ code: 'UNSTORABLE_CHARACTER', path: [...path], message }] })
}
