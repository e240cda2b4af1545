import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Decision, FlowError, fromOther, isLoss, type Loss, parseDecisions } from '@zhupi/flows'
import { checkForm, type FormDefinition, parseForm } from '@zhupi/forms'
import type { z } from 'zod'
import { MatterDefinition } from '../features/matters/matter-definition.ts'
import { RegisterDefinition } from '../features/registers/register-definition.ts'
import type { AppFolder, AppIssue, Sourced, SourcedFlow } from './app.ts'
import { AppDefinition, PersonFile, UnitFile } from './app-definition.ts'
import { lintFlow } from './lint-flow.ts'
import { readProcesses } from './read-processes.ts'

/** Larger files are not definitions. */
const MAX_BYTES = 4_000_000

/** Reads every file of an application folder by itself; what the files demand of each other is `checkDemands`. */
export async function readApp(folder: string): Promise<{ app: AppFolder; issues: AppIssue[] }> {
  const reader = createReader(folder)
  const app: AppFolder = {
    definition: await reader.json('app.json', AppDefinition),
    forms: await reader.each('forms', '.form.json', reader.form),
    flows: await reader.each('flows', '.bpmn', reader.flow),
    decisions: await reader.each('decisions', '.dmn', reader.decisions),
    matters: await reader.each('matters', '.matter.json', (file) => reader.sourced(file, MatterDefinition)),
    registers: await reader.each('registers', '.register.json', (file) => reader.sourced(file, RegisterDefinition)),
    units: (await reader.json('directory/units.json', UnitFile)) ?? [],
    people: (await reader.json('directory/people.json', PersonFile)) ?? [],
  }
  return { app, issues: reader.issues }
}

/** @param load the bytes of a file by its name in the folder; drafts are read from elsewhere */
export function createReader(
  folder: string,
  load: (file: string) => Promise<Uint8Array> = (file) => readFile(join(folder, file)),
) {
  const issues: AppIssue[] = []

  function fail(file: string, code: string, message: string, path: AppIssue['path'] = []): undefined {
    issues.push({ file, path, code, message, severity: 'error' })
  }

  async function text(file: string): Promise<string | undefined> {
    try {
      const bytes = await load(file)
      if (bytes.length > MAX_BYTES) return fail(file, 'FILE_TOO_LARGE', `文件超过 ${MAX_BYTES / 1_000_000} MB。`)
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch (error) {
      if (error instanceof TypeError) return fail(file, 'ENCODING', '文件不是 UTF-8 文本。')
      return fail(file, 'FILE_MISSING', `读不到文件 ${file}。`)
    }
  }

  async function parsed(file: string): Promise<{ source: string; value: unknown } | undefined> {
    const source = await text(file)
    if (source === undefined) return undefined
    try {
      return { source, value: JSON.parse(source) }
    } catch (error) {
      return fail(file, 'JSON_INVALID', `不是正确的 JSON：${error instanceof Error ? error.message : ''}`)
    }
  }

  async function sourced<S extends z.ZodType>(file: string, schema: S): Promise<Sourced<z.output<S>> | undefined> {
    const read = await parsed(file)
    if (!read) return undefined
    const result = schema.safeParse(read.value)
    if (result.success) return { file, source: read.source, definition: result.data }
    for (const { path, message } of result.error.issues) fail(file, 'SHAPE', message, path.map(toPathPart))
    return undefined
  }

  async function form(file: string): Promise<Sourced<FormDefinition> | undefined> {
    const read = await parsed(file)
    if (!read) return undefined
    const found = checkForm(read.value)
    for (const { path, code, message } of found) fail(file, code, message, path)
    return found.length ? undefined : { file, source: read.source, definition: parseForm(read.value) }
  }

  /** A diagram of another engine is read as what it becomes here; what it loses is said. */
  async function flow(file: string): Promise<SourcedFlow | undefined> {
    const source = await text(file)
    if (source === undefined) return undefined
    try {
      const { xml, dropped } = await fromOther(source)
      for (const loss of dropped) issues.push(toIssue(file, loss, 'warning'))
      return await parsedFlow(file, xml)
    } catch (error) {
      if (!(error instanceof FlowError)) throw error
      const { dropped } = error.details
      const losses = Array.isArray(dropped) ? dropped.filter(isLoss) : []
      if (losses.length === 0) return fail(file, error.code, error.message)
      for (const loss of losses) issues.push(toIssue(file, loss, 'error'))
      return undefined
    }
  }

  /** What `parse` refuses first, in the words of lint, and what else lint finds wrong with it. */
  async function parsedFlow(file: string, source: string): Promise<SourcedFlow | undefined> {
    try {
      return { file, source, ...(await readProcesses(source)) }
    } catch (error) {
      if (!(error instanceof FlowError)) throw error
      const { elementId } = error.details
      const place = typeof elementId === 'string' ? elementId : error.code
      const found = await lintFlow({ file, source })
      const said = found.find(({ path }) => path[0] === place)
      issues.push(...found.filter((issue) => issue !== said))
      return fail(file, error.code, said?.message ?? error.message, typeof elementId === 'string' ? [elementId] : [])
    }
  }

  async function decisions(file: string): Promise<Sourced<readonly Decision[]> | undefined> {
    const source = await text(file)
    if (source === undefined) return undefined
    try {
      return { file, source, definition: await parseDecisions(source) }
    } catch (error) {
      if (!(error instanceof FlowError)) throw error
      const { elementId } = error.details
      return fail(file, error.code, error.message, typeof elementId === 'string' ? [elementId] : [])
    }
  }

  /** Reads the files of a sub-folder; a definition is known by its file's name. */
  async function each<T>(
    sub: string,
    ending: string,
    readOne: (file: string) => Promise<Sourced<T> | undefined>,
  ): Promise<Map<string, Sourced<T>>> {
    const names = await readdir(join(folder, sub)).catch(() => [])
    const found = new Map<string, Sourced<T>>()
    for (const name of names.filter((one) => one.endsWith(ending)).sort()) {
      const file = `${sub}/${name}`
      const one = await readOne(file)
      if (!one) continue
      const key = basename(name, ending)
      if (hasOtherKey(one.definition, key)) fail(file, 'KEY_MISMATCH', `文件里的 key 应与文件名一致：${key}。`, ['key'])
      else found.set(key, one)
    }
    return found
  }

  return {
    issues,
    sourced,
    form,
    flow,
    decisions,
    each,
    async json<S extends z.ZodType>(file: string, schema: S): Promise<z.output<S> | undefined> {
      return (await sourced(file, schema))?.definition
    },
  }
}

function toIssue(file: string, { elementId, attribute, text, why }: Loss, severity: AppIssue['severity']): AppIssue {
  const path = [elementId, attribute]
  if (severity === 'error') {
    return { file, path, code: 'EXPRESSION_UNTRANSLATABLE', message: `${text} 换不成 FEEL：${why.zh}。`, severity }
  }
  return { file, path, code: 'NOT_CARRIED_OVER', message: `${attribute}（${text}）没有带过来：${why.zh}。`, severity }
}

function hasOtherKey(definition: unknown, key: string): boolean {
  return typeof definition === 'object' && definition !== null && 'key' in definition && definition.key !== key
}

function toPathPart(part: PropertyKey): string | number {
  return typeof part === 'symbol' ? String(part) : part
}
