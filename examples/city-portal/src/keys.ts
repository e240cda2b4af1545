import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, type JWK } from 'jose'

/** Secrets of one installation. */
export interface Keys {
  /** Signs the portal's cookies and the identity provider's. */
  cookie: string
  /** Shared with Zhupi: signs tickets (HS256). */
  ticket: string
  /** Zhupi's secret as a client of the identity provider. */
  client: string
  /** Signs ID tokens (RS256). */
  idToken: JWK
}

/** Reads the installation's keys, or makes them at the first start. The file is readable by its owner only. */
export async function loadKeys(dataFolder: string): Promise<Keys> {
  const path = join(dataFolder, 'portal-keys.json')
  const saved = await readFile(path, 'utf8').catch(() => undefined)
  if (saved) return JSON.parse(saved)
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const secret = () => randomBytes(32).toString('base64url')
  const idToken = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: secret().slice(0, 8) }
  const keys: Keys = { cookie: secret(), ticket: secret(), client: secret(), idToken }
  await mkdir(dataFolder, { recursive: true })
  await writeFile(path, JSON.stringify(keys), { mode: 0o600 })
  return keys
}
