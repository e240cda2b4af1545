import { type ProcessDefinition, parse } from '@zhupi/flows'
import { type FormDefinition, parseForm } from '@zhupi/forms'
import type { Database } from '../db/database.ts'
import type { Sql } from '../db/sql.ts'
import { ServerError } from '../errors.ts'
import { MatterDefinition } from '../features/matters/matter-definition.ts'
import { rebuildRules } from '../features/registers/rebuild-rules.ts'
import { RegisterDefinition } from '../features/registers/register-definition.ts'
import { prepareRegisterTable, type RegisterTable } from '../features/registers/register-table.ts'
import type { AppFolder } from './app.ts'
import { findDefinition, readLatestVersions, seedDefinition, storeDefinition } from './definition-repository.ts'
import { type FlowLinks, findLinks, linked } from './flow-links.ts'

/** One version of a matter, whole: what a case that was started with it runs on to its end. */
export interface MatterVersion {
  version: number
  matter: MatterDefinition
  form: FormDefinition
  flow: ProcessDefinition
  flowXml: string
}

/** The definitions that are in force, and every earlier version that a case still runs on. */
export interface DefinitionStore {
  /** In the order of their keys. */
  matters(): readonly MatterVersion[]
  /** @throws ServerError `MATTER_NOT_FOUND` */
  matter(key: string): MatterVersion
  /** The version a case was started with; parsed once. */
  matterVersion(sql: Sql, key: string, version: number): Promise<MatterVersion>
  registers(): readonly RegisterTable[]
  register(key: string): RegisterTable | undefined
  /** Puts in force what another process has published since. One statement where there is nothing new. */
  refresh(): Promise<void>
}

interface RegisterVersion {
  version: number
  table: RegisterTable
}

/** What a stored version of a matter holds: its own file, and which versions of form, flow and all that this refers to belong to it. */
export interface MatterContent extends FlowLinks {
  matter: string
  form: number
  flow: number
}

/**
 * Stores what changed in an application's folder as new versions, makes the tables of its registers, and puts the latest
 * version of everything in force. What an administrator has published wins over the folder.
 */
export async function publishApp(db: Database, app: AppFolder, at: string): Promise<DefinitionStore> {
  await db.write(async (sql) => {
    for (const [key, { source }] of app.flows) await seedDefinition(sql, { kind: 'flow', key, content: source }, at)
    for (const [key, { source }] of app.decisions) {
      await seedDefinition(sql, { kind: 'decision', key, content: source }, at)
    }
    for (const [key, { source, definition: matter }] of app.matters) {
      const form = app.forms.get(matter.form)
      const flow = app.flows.get(matter.flow)
      if (!form || !flow) throw new ServerError('APP_INVALID', { detail: `事项“${matter.title}”缺少表单或流程。` })
      const content: MatterContent = {
        matter: source,
        form: await seedDefinition(sql, { kind: 'form', key: matter.form, content: form.source }, at),
        flow: await seedDefinition(sql, { kind: 'flow', key: matter.flow, content: flow.source }, at),
        ...(await findLinks(sql, flow.definition)),
      }
      await seedDefinition(sql, { kind: 'matter', key, content: JSON.stringify(content) }, at)
    }
  })
  for (const [key, { source, definition }] of app.registers) {
    const latest = await findDefinition(db.read, 'register', key)
    if (!latest?.publishedBy) await publishRegister(db, definition, { content: source }, at)
  }
  const store = createStore(db)
  await store.refresh()
  return store
}

/** Makes or alters the table of a register, and stores the version that it follows. */
export async function publishRegister(
  db: Database,
  definition: RegisterDefinition,
  stored: { content: string; publishedBy?: string; note?: string },
  at: string,
): Promise<number> {
  const { key } = definition
  const table = await prepareRegisterTable(db, definition)
  return db.write(async (sql) => {
    const before = await findDefinition(sql, 'register', key)
    const version = await storeDefinition(sql, { kind: 'register', key, ...stored }, at)
    if (before && before.version !== version) await rebuildRules(sql, table)
    return version
  })
}

function createStore(db: Database): DefinitionStore {
  const current = new Map<string, MatterVersion>()
  const registers = new Map<string, RegisterVersion>()
  const versions = new Map<string, MatterVersion>()
  return {
    matters: () => [...current.values()].sort((one, other) => (one.matter.key < other.matter.key ? -1 : 1)),
    matter(key) {
      const found = current.get(key)
      if (!found) throw new ServerError('MATTER_NOT_FOUND', { key })
      return found
    },
    async matterVersion(sql, key, version) {
      const name = `${key}@${version}`
      const known = versions.get(name)
      if (known) return known
      const loaded = await loadMatterVersion(sql, key, version)
      versions.set(name, loaded)
      return loaded
    },
    registers: () => [...registers.values()].map(({ table }) => table),
    register: (key) => registers.get(key)?.table,
    async refresh() {
      for (const { kind, key, version } of await readLatestVersions(db.read)) {
        if (kind === 'matter' && version !== current.get(key)?.version) {
          const loaded = await loadMatterVersion(db.read, key, version)
          versions.set(`${key}@${version}`, loaded)
          current.set(key, loaded)
        }
        if (kind === 'register' && version !== registers.get(key)?.version) {
          registers.set(key, { version, table: await loadRegister(db, key, version) })
        }
      }
    },
  }
}

/** The process that published it has made its table: here it is only looked up. */
async function loadRegister(db: Database, key: string, version: number): Promise<RegisterTable> {
  const stored = await findDefinition(db.read, 'register', key, version)
  if (!stored) throw new ServerError('REGISTER_NOT_FOUND', { key })
  return prepareRegisterTable(db, RegisterDefinition.parse(JSON.parse(stored.content)))
}

async function loadMatterVersion(sql: Sql, key: string, version: number): Promise<MatterVersion> {
  const stored = await findDefinition(sql, 'matter', key, version)
  if (!stored) throw new ServerError('MATTER_NOT_FOUND', { key, version })
  const content: MatterContent = JSON.parse(stored.content)
  const matter = MatterDefinition.parse(JSON.parse(content.matter))
  const form = await findDefinition(sql, 'form', matter.form, content.form)
  const flow = await findDefinition(sql, 'flow', matter.flow, content.flow)
  if (!form || !flow) throw new ServerError('MATTER_NOT_FOUND', { key, version })
  return {
    version,
    matter,
    form: parseForm(JSON.parse(form.content)),
    flow: await linked(sql, await parse(flow.content), content),
    flowXml: flow.content,
  }
}
