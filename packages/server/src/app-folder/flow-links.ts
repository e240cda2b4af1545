import { type CalledProcess, type Decision, link, type ProcessDefinition, parseDecisions } from '@zhupi/flows'
import type { Sql } from '../db/sql.ts'
import { ServerError } from '../errors.ts'
import { findDefinition, readLatestDefinitions } from './definition-repository.ts'
import { readProcesses } from './read-processes.ts'

/** One version of a flow. */
export interface FlowVersion {
  flow: string
  version: number
}

/**
 * What a flow refers to, each in the version that belongs to one version of a matter: a case keeps to its end what was in
 * force when it was started, however often the called flow or the table is published anew.
 */
export interface FlowLinks {
  /** Of each process that is called, by its id (`id@version` where the version is named): the flow that has it. */
  called?: Readonly<Record<string, FlowVersion>>
  /** Of each file that has a decision of the flow, by key. */
  decisions?: Readonly<Record<string, number>>
}

/**
 * Finds what a flow calls, and what that calls, and the decisions of all of them, among the latest published definitions.
 * A task whose decision is nowhere stays a service of the host.
 *
 * @throws ServerError `APP_INVALID` for what nobody has published, or not in this version
 */
export async function findLinks(sql: Sql, flow: ProcessDefinition): Promise<FlowLinks> {
  const called: Record<string, FlowVersion> = {}
  const named = new Set<string>()
  const pending = [flow]
  let index: ReadonlyMap<string, FlowVersion> | undefined
  for (let process = pending.shift(); process; process = pending.shift()) {
    for (const { call, decision } of Object.values(process.elements)) {
      if (decision) named.add(decision.ref)
      if (!call || called[nameOf(call)]) continue
      index ??= await indexProcesses(sql)
      const latest = index.get(call.processId)
      if (!latest) throw missing(call)
      const found = call.version === undefined ? latest : { ...latest, version: Number(call.version) }
      called[nameOf(call)] = found
      pending.push(await processOf(sql, call, found))
    }
  }
  const decisions = named.size > 0 ? await findDecisions(sql, named) : {}
  return {
    ...(Object.keys(called).length > 0 && { called }),
    ...(Object.keys(decisions).length > 0 && { decisions }),
  }
}

/** Which of the latest flows has which process. */
async function indexProcesses(sql: Sql): Promise<Map<string, FlowVersion>> {
  const found = new Map<string, FlowVersion>()
  for (const { key, version, content } of await readLatestDefinitions(sql, 'flow')) {
    const { definition, others } = await readProcesses(content)
    for (const { id } of [definition, ...others]) if (!found.has(id)) found.set(id, { flow: key, version })
  }
  return found
}

async function findDecisions(sql: Sql, named: ReadonlySet<string>): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const { key, version, content } of await readLatestDefinitions(sql, 'decision')) {
    const decisions = await parseDecisions(content)
    if (decisions.some(({ id }) => named.has(id))) found[key] = version
  }
  return found
}

/** A flow together with what it refers to, as it was published. */
export async function linked(
  sql: Sql,
  flow: ProcessDefinition,
  { called = {}, decisions = {} }: FlowLinks,
): Promise<ProcessDefinition> {
  const processes = new Map<string, ProcessDefinition>()
  for (const [name, stored] of Object.entries(called)) {
    const [processId = '', version] = name.split('@')
    processes.set(name, await processOf(sql, { processId, version }, stored))
  }
  const tables: Decision[] = []
  for (const [key, version] of Object.entries(decisions)) {
    tables.push(...(await parseDecisions(await decisionsAt(sql, key, version))))
  }
  return link(flow, { processes: (call) => processes.get(nameOf(call)), decisions: tables })
}

async function processOf(sql: Sql, call: CalledProcess, { flow, version }: FlowVersion): Promise<ProcessDefinition> {
  if (!Number.isSafeInteger(version)) throw missing(call)
  const stored = await findDefinition(sql, 'flow', flow, version)
  if (!stored) throw missing(call)
  const { definition, others } = await readProcesses(stored.content)
  const found = [definition, ...others].find(({ id }) => id === call.processId)
  if (!found) throw missing(call)
  return found
}

async function decisionsAt(sql: Sql, key: string, version: number): Promise<string> {
  const stored = await findDefinition(sql, 'decision', key, version)
  if (!stored) throw new ServerError('APP_INVALID', { detail: `决策 ${key} 没有第 ${version} 版。` })
  return stored.content
}

function nameOf({ processId, version }: CalledProcess): string {
  return version === undefined ? processId : `${processId}@${version}`
}

function missing(call: CalledProcess): ServerError {
  return new ServerError('APP_INVALID', { detail: `流程要调用的“${nameOf(call)}”不存在。` })
}
