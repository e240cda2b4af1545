import { type Decision, parseDecisions } from '@zhupi/flows'
import { type AppFolder, type AppIssue, processesIn, type Sourced, type SourcedFlow } from '../../app-folder/app.ts'
import { checkMatters } from '../../app-folder/check-matters.ts'
import { checkRegisters } from '../../app-folder/check-registers.ts'
import { type DefinitionKind, digestOf } from '../../app-folder/definition-repository.ts'
import type { MatterContent } from '../../app-folder/definition-store.ts'
import type { DefinitionDraft } from '../../app-folder/draft-repository.ts'
import { createReader } from '../../app-folder/read-app.ts'
import { ServerError } from '../../errors.ts'
import type { Directory } from '../../ports/directory/directory.ts'
import { MatterDefinition } from '../matters/matter-definition.ts'
import { RegisterDefinition } from '../registers/register-definition.ts'
import { type DefinitionName, fileOf, nameOfFile } from './definition-file.ts'
import { type DefinitionShelf, publishedText } from './definition-shelf.ts'

/** What would be in force if a draft were published, as far as it matters to it. */
export interface Candidate {
  app: AppFolder
  /** Everything wrong with it. */
  issues: AppIssue[]
  /** The drafts that are published together: of a matter also those of its form and its flow. */
  parts: DefinitionDraft[]
  /** Keys of the matters that get a new version. */
  matters: string[]
  /** Tells this candidate from every other: what was checked is what is published. */
  etag: string
}

/** @throws ServerError `DEFINITION_NOT_CLEAN` with every error as an issue */
export function refuseErrors({ issues }: Candidate): void {
  const errors = issues.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return
  throw new ServerError('DEFINITION_NOT_CLEAN', {
    issues: errors.map(({ file, path, code, message }) => {
      const { kind, key } = nameOfFile(file) ?? { kind: file, key: '' }
      return { code, path: [kind, key, ...path], message }
    }),
  })
}

interface MatterParts {
  form: string
  flow: string
}

/** @throws ServerError `DEFINITION_NOT_FOUND` */
export async function readCandidate(
  shelf: DefinitionShelf,
  directory: Directory,
  name: DefinitionName,
): Promise<Candidate> {
  if (!shelf.published(name) && !shelf.draft(name)) throw new ServerError('DEFINITION_NOT_FOUND', { ...name })
  const parts = partsOf(shelf, name)
  const drafted = (one: DefinitionName) => parts.find(({ kind, key }) => kind === one.kind && key === one.key)
  const textOf = (one: DefinitionName) => {
    const published = shelf.published(one)
    return drafted(one)?.content ?? (published && publishedText(published))
  }
  const matters = affectedMatters(shelf, name, parts)
  const checked = name.kind === 'register' ? publishedMatters(shelf) : matters
  const { app, issues } = await readAffected(shelf, directory, checked, textOf, name)
  return {
    app,
    issues: [...issues, ...checkRegisters(app), ...(await checkMatters(app))],
    parts,
    matters,
    etag: digestOf(JSON.stringify([matters, parts.map(({ kind, key, digest }) => [kind, key, digest])])),
  }
}

function partsOf(shelf: DefinitionShelf, name: DefinitionName): DefinitionDraft[] {
  const names = [name]
  if (name.kind === 'matter') {
    const { form, flow } = matterParts(shelf.draft(name)?.content ?? publishedMatter(shelf, name.key))
    names.push({ kind: 'form', key: form }, { kind: 'flow', key: flow })
  }
  return names.flatMap((one) => shelf.draft(one) ?? [])
}

/** Matters that would change: the one that is published, and those that share a form or a flow that changes, or call it. */
function affectedMatters(shelf: DefinitionShelf, name: DefinitionName, parts: readonly DefinitionDraft[]): string[] {
  const changes = (kind: DefinitionKind, key: string) => parts.some((part) => part.kind === kind && part.key === key)
  const sharing = publishedMatters(shelf).filter((key) => {
    const { form, flow } = matterParts(publishedMatter(shelf, key))
    return changes('form', form) || changes('flow', flow) || calledIn(shelf, key).some((one) => changes('flow', one))
  })
  const own = name.kind === 'matter' && parts.length > 0 ? [name.key] : []
  return [...new Set([...own, ...sharing])]
}

/** The flows of which a published matter calls whatever version is in force. */
function calledIn(shelf: DefinitionShelf, key: string): string[] {
  const stored = shelf.published({ kind: 'matter', key })
  const { called = {} }: Partial<MatterContent> = stored ? JSON.parse(stored.content) : {}
  return Object.entries(called).flatMap(([name, { flow }]) => (name.includes('@') ? [] : [flow]))
}

async function readAffected(
  shelf: DefinitionShelf,
  directory: Directory,
  matters: readonly string[],
  textOf: (name: DefinitionName) => string | undefined,
  name: DefinitionName,
): Promise<{ app: AppFolder; issues: AppIssue[] }> {
  const texts = new Map<string, string>()
  const reader = createReader('', async (file) => new TextEncoder().encode(texts.get(file)))
  const add = (kind: DefinitionKind, key: string) => {
    const text = textOf({ kind, key })
    const file = fileOf({ kind, key })
    if (text !== undefined) texts.set(file, text)
    return text === undefined ? undefined : file
  }
  async function each<T>(kind: DefinitionKind, keys: Iterable<string>, read: (file: string) => Promise<T | undefined>) {
    const found = new Map<string, T>()
    for (const key of new Set(keys)) {
      const file = add(kind, key)
      const one = file === undefined ? undefined : await read(file)
      if (one) found.set(key, one)
    }
    return found
  }
  const matter = (file: string) => reader.sourced(file, MatterDefinition)
  const register = (file: string) => reader.sourced(file, RegisterDefinition)
  const read = await each('matter', name.kind === 'matter' ? [...matters, name.key] : matters, matter)
  const used = [...read.values()].map(({ definition }) => definition)
  const own = (kind: DefinitionKind) => (name.kind === kind ? [name.key] : [])
  const flows = await each('flow', [...used.map(({ flow }) => flow), ...own('flow')], reader.flow)
  const app: AppFolder = {
    definition: undefined,
    matters: read,
    forms: await each('form', [...used.map(({ form }) => form), ...own('form')], reader.form),
    flows: new Map([...flows, ...(await otherFlows(shelf, flows))]),
    decisions: await readDecisions(shelf),
    registers: await each('register', [...publishedKeys(shelf, 'register'), ...own('register')], register),
    units: directory.units(),
    people: directory.people(),
  }
  return { app, issues: reader.issues }
}

/** Where something is called, every other flow that is published may have it; what is wrong with those is not asked. */
async function otherFlows(
  shelf: DefinitionShelf,
  known: ReadonlyMap<string, SourcedFlow>,
): Promise<Map<string, SourcedFlow>> {
  const calls = [...known.values()]
    .flatMap(processesIn)
    .some(({ elements }) => Object.values(elements).some(({ call }) => call))
  const found = new Map<string, SourcedFlow>()
  if (!calls) return found
  for (const key of publishedKeys(shelf, 'flow').filter((one) => !known.has(one))) {
    const text = shelf.published({ kind: 'flow', key })?.content
    const reader = createReader('', async () => new TextEncoder().encode(text))
    const flow = await reader.flow(fileOf({ kind: 'flow', key }))
    if (flow) found.set(key, flow)
  }
  return found
}

async function readDecisions({ decisions }: DefinitionShelf): Promise<AppFolder['decisions']> {
  const found = new Map<string, Sourced<readonly Decision[]>>()
  for (const { key, content } of decisions) {
    found.set(key, { file: `decisions/${key}.dmn`, source: content, definition: await parseDecisions(content) })
  }
  return found
}

function publishedKeys(shelf: DefinitionShelf, kind: DefinitionKind): string[] {
  return shelf.keys(kind).filter((key) => shelf.published({ kind, key }))
}

function publishedMatters(shelf: DefinitionShelf): string[] {
  return publishedKeys(shelf, 'matter')
}

function publishedMatter(shelf: DefinitionShelf, key: string): string {
  const stored = shelf.published({ kind: 'matter', key })
  return stored ? publishedText(stored) : '{}'
}

function matterParts(text: string): MatterParts {
  const { form = '', flow = '' } = JSON.parse(text) as Partial<MatterParts>
  return { form, flow }
}
