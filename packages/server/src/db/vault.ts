import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import type { Keyring, NamedKey } from './keyring.ts'

/**
 * Keeps what is known about people unreadable in the database. Without keys everything is kept as it is, so that a machine on
 * which somebody tries Zhupi out needs none.
 */
export interface Vault {
  /** Ids of the keys, the one that seals first; none: nothing is sealed. */
  readonly keyIds: readonly string[]
  /**
   * Seals a text for one place (`case_instance.form_values:ID`): moved to another place it cannot be opened.
   *
   * @returns `zk1:KEY:BASE64URL` of nonce (12 bytes), ciphertext and tag (16 bytes); AES-256-GCM, NIST SP 800-38D
   */
  seal(text: string, place: string): string
  /**
   * Opens what was sealed for this place; a text that was never sealed comes back as it is.
   *
   * @throws Error when the key is missing, or the text was changed or comes from another place
   */
  open(text: string, place: string): string
  /** A fingerprint by which a sealed value is found again, 64 hexadecimal digits; without keys a plain SHA-256. */
  fingerprint(text: string): string
  /** What tells a key from another one of its name; `index` is the key of the fingerprints. */
  checkValues(): ReadonlyMap<string, string>
}

const SEALED = /^zk1:([a-z0-9][a-z0-9-]{0,30}):([\w-]{38,})$/
const NONCE = 12
const TAG = 16
const CIPHER = 'aes-256-gcm'

/** Whether a text has the shape of a sealed one, and of which key. */
export function sealedBy(text: string): string | undefined {
  return SEALED.exec(text)?.[1]
}

export function createVault(keyring?: Keyring): Vault {
  const [current] = keyring?.keys ?? []
  if (!keyring || !current) return PLAIN
  const byId = new Map(keyring.keys.map(({ id, key }) => [id, key]))
  return {
    keyIds: keyring.keys.map(({ id }) => id),
    seal: (text, place) => seal(current, text, place),
    open(text, place) {
      const [, id = '', body = ''] = SEALED.exec(text) ?? []
      if (!id) return text
      const key = byId.get(id)
      if (!key) throw new Error(`${place} is sealed with the key ${id}, which is not among the keys of this server`)
      return open(key, body, place)
    },
    fingerprint: (text) => createHmac('sha256', keyring.index).update(text).digest('hex'),
    checkValues: () => new Map([...byId, ['index', keyring.index] as const].map(([id, key]) => [id, checkValue(key)])),
  }
}

const PLAIN: Vault = {
  keyIds: [],
  seal: (text) => text,
  open: (text) => text,
  fingerprint: (text) => createHash('sha256').update(text).digest('hex'),
  checkValues: () => new Map(),
}

function seal({ id, key }: NamedKey, text: string, place: string): string {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(place))
  const body = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `zk1:${id}:${body.toString('base64url')}`
}

function open(key: Buffer, body: string, place: string): string {
  const bytes = Buffer.from(body, 'base64url')
  const tag = bytes.subarray(bytes.length - TAG)
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE), { authTagLength: TAG })
  decipher.setAAD(Buffer.from(place)).setAuthTag(tag)
  return decipher.update(bytes.subarray(NONCE, bytes.length - TAG), undefined, 'utf8') + decipher.final('utf8')
}

function checkValue(key: Buffer): string {
  return createHmac('sha256', key).update('zhupi key').digest('hex')
}
