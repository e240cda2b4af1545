/** A new random key, 128 bits as hex. `crypto.randomUUID` is younger than the browsers we serve. */
export function newRequestKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * Keys for one kind of request: the same body gets the same key until the server has answered, so that pressing
 * “retry” after a lost answer cannot act twice.
 */
export function createRequestKeys() {
  let last: { body: string; key: string } | undefined
  return {
    keyFor(body: unknown): string {
      const text = JSON.stringify(body)
      if (last?.body !== text) last = { body: text, key: newRequestKey() }
      return last.key
    },
    answered() {
      last = undefined
    },
  }
}
