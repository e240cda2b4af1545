import {
  type DefinitionKind,
  readLatestDefinitions,
  type StoredDefinition,
} from '../../app-folder/definition-repository.ts'
import type { MatterContent } from '../../app-folder/definition-store.ts'
import { type DefinitionDraft, readDefinitionDrafts } from '../../app-folder/draft-repository.ts'
import type { Sql } from '../../db/sql.ts'
import type { DefinitionName } from './definition-file.ts'

/** Everything that is published and everything that is being worked on, by kind and key. */
export interface DefinitionShelf {
  published(name: DefinitionName): StoredDefinition | undefined
  draft(name: DefinitionName): DefinitionDraft | undefined
  /** The published files of decisions; they have no drafts. */
  decisions: readonly StoredDefinition<'decision'>[]
  /** Keys of a kind, published or drafted, in order. */
  keys(kind: DefinitionKind): string[]
}

const KINDS: readonly DefinitionKind[] = ['form', 'flow', 'matter', 'register']

export async function readShelf(sql: Sql): Promise<DefinitionShelf> {
  const published = new Map<string, StoredDefinition>()
  const drafts = new Map<string, DefinitionDraft>()
  for (const kind of KINDS) {
    for (const one of await readLatestDefinitions(sql, kind)) published.set(nameText(one), one)
    for (const one of await readDefinitionDrafts(sql, kind)) drafts.set(nameText(one), one)
  }
  return {
    decisions: await readLatestDefinitions(sql, 'decision'),
    published: (name) => published.get(nameText(name)),
    draft: (name) => drafts.get(nameText(name)),
    keys(kind) {
      const names = [...published.values(), ...drafts.values()].filter((one) => one.kind === kind)
      return [...new Set(names.map(({ key }) => key))].sort()
    },
  }
}

/** The text of a published definition; a matter is stored with the versions of its form and flow around it. */
export function publishedText({ kind, content }: StoredDefinition): string {
  return kind === 'matter' ? (JSON.parse(content) as MatterContent).matter : content
}

function nameText({ kind, key }: DefinitionName): string {
  return `${kind}/${key}`
}
