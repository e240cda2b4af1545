import { type CalledProcess, type Decision, link, type ProcessDefinition, parseDecisions } from '@zhupi/flows'
import type { Sql } from '../db/sql.ts'
import { ServerError } from '../errors.ts'
import type { AppFolder, SourcedFlow } from './app.ts'
import { type DefinitionKind, findDefinition, storeDefinition } from './definition-repository.ts'
import { readProcesses } from './read-processes.ts'

/**
 * What a flow refers to, each in the version that belongs to one version of a matter: a case keeps to its end what was in
 * force when it was started, however often the called flow or the table is published anew.
 */
export interface FlowLinks {
  /** Of each process that is called, by its id (`id@version` where the version is named): the flow that has it. */
  called?: Readonly<Record<string, { flow: string; version: number }>>
  /** Of each file that has a decision of the flow, by key. */
  decisions?: Readonly<Record<string, number>>
}

/**
 * Stores what a flow calls, and what that calls, and the decisions of all of them.
 *
 * @throws ServerError `APP_INVALID` for what the application does not have, or not in this version
 */
export async function storeLinks(sql: Sql, app: AppFolder, flow: ProcessDefinition, at: string): Promise<FlowLinks> {
  const called: Record<string, { flow: string; version: number }> = {}
  const decisions: Record<string, number> = {}
  const pending = [flow]
  for (let process = pending.shift(); process; process = pending.shift()) {
    for (const { call, decision } of Object.values(process.elements)) {
      if (decision) await storeDecision(sql, app, decision.ref, decisions, at)
      if (!call || called[nameOf(call)]) continue
      const found = flowWith(app, call.processId)
      if (!found) throw missing(call)
      const [key, { source }] = found
      const version =
        call.version === undefined
          ? await storeDefinition(sql, { kind: 'flow', key, content: source }, at)
          : Number(call.version)
      called[nameOf(call)] = { flow: key, version }
      pending.push(await processOf(sql, call, { flow: key, version }))
    }
  }
  return {
    ...(Object.keys(called).length > 0 && { called }),
    ...(Object.keys(decisions).length > 0 && { decisions }),
  }
}

/** A task whose decision no file has stays a service of the host. */
async function storeDecision(
  sql: Sql,
  app: AppFolder,
  ref: string,
  stored: Record<string, number>,
  at: string,
): Promise<void> {
  const [key, file] = [...app.decisions].find(([, { definition }]) => definition.some(({ id }) => id === ref)) ?? []
  if (key === undefined || !file) return
  stored[key] = await storeDefinition(sql, { kind: 'decision', key, content: file.source }, at)
}

/** A flow together with what it refers to, as it was stored. */
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
    tables.push(...(await parseDecisions(await contentOf(sql, 'decision', key, version))))
  }
  return link(flow, { processes: (call) => processes.get(nameOf(call)), decisions: tables })
}

/** The flow of an application that has a process, by key. */
export function flowWith({ flows }: AppFolder, processId: string): [string, SourcedFlow] | undefined {
  return [...flows].find(([, flow]) => processesIn(flow).some(({ id }) => id === processId))
}

export function processesIn({ definition, others = [] }: SourcedFlow): readonly ProcessDefinition[] {
  return [definition, ...others]
}

async function processOf(
  sql: Sql,
  call: CalledProcess,
  { flow, version }: { flow: string; version: number },
): Promise<ProcessDefinition> {
  if (!Number.isSafeInteger(version)) throw missing(call)
  const stored = await findDefinition(sql, 'flow', flow, version)
  if (!stored) throw missing(call)
  const { definition, others } = await readProcesses(stored.content)
  const found = [definition, ...others].find(({ id }) => id === call.processId)
  if (!found) throw missing(call)
  return found
}

async function contentOf(sql: Sql, kind: DefinitionKind, key: string, version: number): Promise<string> {
  const stored = await findDefinition(sql, kind, key, version)
  if (!stored) throw new ServerError('APP_INVALID', { detail: `${kind} ${key} 没有第 ${version} 版。` })
  return stored.content
}

function nameOf({ processId, version }: CalledProcess): string {
  return version === undefined ? processId : `${processId}@${version}`
}

function missing(call: CalledProcess): ServerError {
  return new ServerError('APP_INVALID', { detail: `流程要调用的“${nameOf(call)}”不存在。` })
}
