import { type Decision, link, type ProcessDefinition, parse, parseDecisions } from '@zhupi/flows'
import { type FormDefinition, parseForm } from '@zhupi/forms'
import type { Database } from '../db/database.ts'
import type { Sql } from '../db/sql.ts'
import { ServerError } from '../errors.ts'
import { MatterDefinition } from '../features/matters/matter-definition.ts'
import { rebuildRules } from '../features/registers/rebuild-rules.ts'
import { prepareRegisterTable, type RegisterTable } from '../features/registers/register-table.ts'
import type { AppFolder, Sourced } from './app.ts'
import { findDefinition, storeDefinition } from './definition-repository.ts'

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
}

/** What a stored version of a matter holds: its own file, and which versions of form, flow and decisions belong to it. */
interface MatterContent {
  matter: string
  form: number
  flow: number
  /** Of each file that has a decision of the flow, by key; absent when the flow names none. */
  decisions?: Record<string, number>
}

/** Stores what changed in an application as new versions, makes the tables of its registers, and puts all in force. */
export async function publishApp(db: Database, app: AppFolder, at: string): Promise<DefinitionStore> {
  const current = new Map<string, MatterVersion>()
  await db.write(async (sql) => {
    for (const [key, { source, definition: matter }] of app.matters) {
      const form = app.forms.get(matter.form)
      const flow = app.flows.get(matter.flow)
      if (!form || !flow) throw new ServerError('APP_INVALID', { detail: `事项“${matter.title}”缺少表单或流程。` })
      const content: MatterContent = {
        matter: source,
        form: await storeDefinition(sql, { kind: 'form', key: matter.form, content: form.source }, at),
        flow: await storeDefinition(sql, { kind: 'flow', key: matter.flow, content: flow.source }, at),
      }
      const used = decisionsOf(flow.definition, app)
      for (const [file, { source }] of used) {
        const stored = await storeDefinition(sql, { kind: 'decision', key: file, content: source }, at)
        content.decisions = { ...content.decisions, [file]: stored }
      }
      const version = await storeDefinition(sql, { kind: 'matter', key, content: JSON.stringify(content) }, at)
      current.set(key, {
        version,
        matter,
        form: form.definition,
        flow: link(flow.definition, { decisions: used.flatMap(([, { definition }]) => definition) }),
        flowXml: flow.source,
      })
    }
  })
  const registers = await publishRegisters(db, app, at)
  return createStore(current, registers)
}

/** The files of decisions that the flow names, by key. */
function decisionsOf(flow: ProcessDefinition, { decisions }: AppFolder): [string, Sourced<readonly Decision[]>][] {
  const named = new Set(Object.values(flow.elements).flatMap(({ decision }) => decision?.ref ?? []))
  return [...decisions].filter(([, { definition }]) => definition.some(({ id }) => named.has(id)))
}

async function publishRegisters(db: Database, app: AppFolder, at: string): Promise<Map<string, RegisterTable>> {
  const tables = new Map<string, RegisterTable>()
  for (const [key, { source, definition }] of app.registers) {
    const table = await prepareRegisterTable(db, definition)
    await db.write(async (sql) => {
      const before = await findDefinition(sql, 'register', key)
      const version = await storeDefinition(sql, { kind: 'register', key, content: source }, at)
      if (before && before.version !== version) await rebuildRules(sql, table)
    })
    tables.set(key, table)
  }
  return tables
}

function createStore(
  current: ReadonlyMap<string, MatterVersion>,
  registers: ReadonlyMap<string, RegisterTable>,
): DefinitionStore {
  const versions = new Map<string, MatterVersion>()
  for (const [key, one] of current) versions.set(`${key}@${one.version}`, one)
  return {
    matters: () => [...current.values()],
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
    registers: () => [...registers.values()],
    register: (key) => registers.get(key),
  }
}

async function loadMatterVersion(sql: Sql, key: string, version: number): Promise<MatterVersion> {
  const stored = await findDefinition(sql, 'matter', key, version)
  if (!stored) throw new ServerError('MATTER_NOT_FOUND', { key, version })
  const content: MatterContent = JSON.parse(stored.content)
  const matter = MatterDefinition.parse(JSON.parse(content.matter))
  const form = await findDefinition(sql, 'form', matter.form, content.form)
  const flow = await findDefinition(sql, 'flow', matter.flow, content.flow)
  if (!form || !flow) throw new ServerError('MATTER_NOT_FOUND', { key, version })
  const decisions: Decision[] = []
  for (const [file, stored] of Object.entries(content.decisions ?? {})) {
    const found = await findDefinition(sql, 'decision', file, stored)
    if (!found) throw new ServerError('MATTER_NOT_FOUND', { key, version })
    decisions.push(...(await parseDecisions(found.content)))
  }
  return {
    version,
    matter,
    form: parseForm(JSON.parse(form.content)),
    flow: link(await parse(flow.content), { decisions }),
    flowXml: flow.content,
  }
}
