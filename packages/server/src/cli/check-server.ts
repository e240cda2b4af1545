import { existsSync } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { checkApp } from '../app-folder/load-app.ts'
import { connectDatabase } from '../db/database.ts'
import { pendingMigrations } from '../db/pending-migrations.ts'
import { sqliteUrl } from '../runtime.ts'
import type { ServerOptions } from '../server-options.ts'

export interface CheckLine {
  ok: boolean
  text: string
}

/** What stands between this configuration and a server that runs. Nothing is changed: no table, no file. */
export async function checkServer(options: ServerOptions): Promise<CheckLine[]> {
  return [
    ...(await checkApplication(options.appFolder)),
    await checkData(options.dataFolder),
    await checkDatabase(options.databaseUrl ?? sqliteUrl(options.dataFolder)),
    checkEncryption(options),
    checkPublicUrl(options),
    checkLogin(options),
  ]
}

async function checkApplication(folder: string): Promise<CheckLine[]> {
  const errors = (await checkApp(folder)).filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return [{ ok: true, text: `app ${folder}` }]
  return errors.map(({ file, path, code, message }) => ({
    ok: false,
    text: `app ${[file, ...path].join(': ')}: ${code} ${message}`,
  }))
}

async function checkData(folder: string): Promise<CheckLine> {
  const nearest = nearestFolder(resolve(folder))
  try {
    await access(nearest, constants.R_OK | constants.W_OK)
    return { ok: true, text: nearest === resolve(folder) ? `data ${folder}` : `data ${folder} (is made at the start)` }
  } catch {
    return { ok: false, text: `data ${nearest}: 不可写，请让运行 Zhupi 的用户能读写它。` }
  }
}

function nearestFolder(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestFolder(dirname(folder))
}

async function checkDatabase(url: string): Promise<CheckLine> {
  const place = withoutPassword(url)
  if (url.startsWith('sqlite:') && !existsSync(url.slice('sqlite:'.length))) {
    return { ok: true, text: `database ${place} (is made at the start)` }
  }
  try {
    const db = await connectDatabase({ url, poolSize: 4 })
    try {
      const pending = await pendingMigrations(db.knex)
      const rest =
        pending.length === 0 ? 'up to date' : `${pending.length} migration(s) at the start: ${pending.join(', ')}`
      return { ok: true, text: `database ${place} (${rest})` }
    } finally {
      await db.close()
    }
  } catch (error) {
    const reason = error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : ''
    return { ok: false, text: `database ${place}: 连不上：${reason}。请检查地址、账号和防火墙。` }
  }
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/([^:@/]+):[^@/]*@/, '//$1:***@')
}

function checkEncryption({ keyring }: ServerOptions): CheckLine {
  const [current] = keyring?.keys ?? []
  if (current) return { ok: true, text: `encryption AES-256-GCM, key ${current.id}` }
  return { ok: true, text: 'encryption none (personal data is stored as it is)' }
}

function checkPublicUrl({ publicUrl, port }: ServerOptions): CheckLine {
  if (publicUrl === undefined) return { ok: true, text: `publicUrl http://localhost:${port}/ (for this machine only)` }
  const secure = publicUrl.startsWith('https:') || ['localhost', '127.0.0.1'].includes(new URL(publicUrl).hostname)
  return { ok: true, text: `publicUrl ${publicUrl}${secure ? '' : ' (without TLS: cookies travel in the clear)'}` }
}

function checkLogin({ ticketKey, oidc }: ServerOptions): CheckLine {
  const ways = [ticketKey && `ticket ${ticketKey.algorithm}`, oidc && `oidc ${oidc.issuer}`].filter(Boolean)
  if (ways.length > 0) return { ok: true, text: `login ${ways.join(', ')}` }
  return { ok: false, text: 'login: 没有任何登录方式，谁也进不来。请配置 login.ticket 或 login.oidc。' }
}
