import type { z } from 'zod'
import {
  type DefinitionKind,
  findDefinition,
  readVersionHeads,
  type StoredDefinition,
} from '../../app-folder/definition-repository.ts'
import {
  type DefinitionDraft,
  deleteDefinitionDraft,
  findDefinitionDraft,
  writeDefinitionDraft,
} from '../../app-folder/draft-repository.ts'
import { auditedAs } from '../../audit/audit-request.ts'
import type { Sql } from '../../db/sql.ts'
import { ServerError } from '../../errors.ts'
import type { Actor } from '../../http/actor.ts'
import type { Directory } from '../../ports/directory/directory.ts'
import { SERVICE_TYPES } from '../../services/service-types.ts'
import type {
  Definition,
  DefinitionCheck,
  DefinitionSummary,
  DefinitionVersions,
  DefinitionVocabulary,
  SaveDefinitionDraft,
} from './admin-schema.ts'
import { readCandidate } from './candidate.ts'
import type { DefinitionChange } from './definition-change.ts'
import type { DefinitionName } from './definition-file.ts'
import { headOf, isRetired } from './definition-head.ts'
import { publishedText, readShelf } from './definition-shelf.ts'
import { toContent, toText } from './definition-text.ts'
import { diffDefinitions } from './diff-definitions.ts'
import { readImpact, type StepImpact, surveyImpact, type VersionSurvey } from './impact.ts'
import { diffVersions, restoreVersion } from './past-versions.ts'
import { presentIssue } from './present-issue.ts'
import { definitionObject, type PublishDeps, publishCandidate } from './publish.ts'

/** What tells that nothing is there yet, published or drafted. */
export const NO_ETAG = 'none'
const MOST_VERSIONS = 200

/** The definitions of an application as its administrator edits and publishes them. */
export interface AdminService {
  list(kind: DefinitionKind): Promise<Array<z.input<typeof DefinitionSummary>>>
  /** @throws ServerError `DEFINITION_NOT_FOUND` */
  read(name: DefinitionName): Promise<z.input<typeof Definition>>
  /**
   * @param etag as it was read; `none` for something new
   * @throws ServerError `IF_MATCH_REQUIRED`, `DEFINITION_INVALID`, `DEFINITION_DRAFT_CHANGED` with the draft of the other
   *   and how it differs
   */
  save(
    actor: Actor,
    name: DefinitionName,
    draft: z.output<typeof SaveDefinitionDraft>,
    etag: string | undefined,
  ): Promise<{ etag: string; updatedAt: string }>
  /** @throws ServerError `IF_MATCH_REQUIRED`, `DEFINITION_DRAFT_CHANGED` */
  discard(actor: Actor, name: DefinitionName, etag: string | undefined): Promise<void>
  check(name: DefinitionName): Promise<z.input<typeof DefinitionCheck>>
  diff(name: DefinitionName): Promise<DefinitionChange[]>
  impact(name: DefinitionName): Promise<{ items: StepImpact[]; surveys: VersionSurvey[] }>
  /** Publishes what was checked; see `publishCandidate` for what it refuses. @returns the version */
  publish(actor: Actor, name: DefinitionName, note: string, etag: string | undefined): Promise<number>
  /** @throws ServerError `DEFINITION_NOT_FOUND` */
  versions(name: DefinitionName): Promise<z.input<typeof DefinitionVersions>['items']>
  /** What changed from one version to another. @throws ServerError `DEFINITION_NOT_FOUND` */
  compare(name: DefinitionName, from: number, to: number): Promise<DefinitionChange[]>
  /**
   * Makes drafts of what a version held. @returns those that were made
   *
   * @param etag of the check: the drafts that are replaced are those that were seen
   * @throws ServerError `IF_MATCH_REQUIRED`, `DEFINITION_NOT_FOUND`, `DEFINITION_DRAFT_CHANGED`
   */
  restore(actor: Actor, name: DefinitionName, version: number, etag: string | undefined): Promise<DefinitionName[]>
  vocabulary(): z.input<typeof DefinitionVocabulary>
}

export interface AdminServiceDeps extends PublishDeps {
  directory: Directory
}

export function createAdminService(deps: AdminServiceDeps): AdminService {
  const { db, definitions, directory, clock, audit } = deps
  const nameOf = (personId: string | null) =>
    personId === null ? null : (directory.person(personId)?.name ?? personId)
  const candidateOf = async (name: DefinitionName) => readCandidate(await readShelf(db.read), directory, name)

  async function refuseOutdated(sql: Sql, name: DefinitionName, mine: string | undefined): Promise<never> {
    const [published, theirs] = await found(sql, name)
    throw new ServerError('DEFINITION_DRAFT_CHANGED', {
      etag: etagOf(published, theirs),
      ...(theirs && {
        theirs: toContent(name.kind, theirs.content),
        updatedAt: theirs.updatedAt,
        updatedBy: nameOf(theirs.updatedBy),
        ...(mine !== undefined && { changes: await diffDefinitions(name.kind, mine, theirs.content) }),
      }),
    })
  }

  return {
    async list(kind) {
      const shelf = await readShelf(db.read)
      return shelf.keys(kind).map((key) => {
        const published = shelf.published({ kind, key })
        const draft = shelf.draft({ kind, key })
        return {
          kind,
          key,
          ...headOf(kind, key, draft?.content ?? (published && publishedText(published)) ?? ''),
          isRetired: kind === 'matter' && published !== undefined && isRetired(publishedText(published)),
          version: published?.version ?? null,
          publishedAt: published?.createdAt ?? null,
          publishedBy: nameOf(published?.publishedBy ?? null),
          draftUpdatedAt: draft?.updatedAt ?? null,
          draftUpdatedBy: nameOf(draft?.updatedBy ?? null),
        }
      })
    },

    async read(name) {
      const [published, draft] = await found(db.read, name)
      if (!published && !draft) throw new ServerError('DEFINITION_NOT_FOUND', { ...name })
      return {
        ...name,
        etag: etagOf(published, draft),
        published: published
          ? {
              version: published.version,
              content: toContent(name.kind, publishedText(published)),
              publishedAt: published.createdAt,
              publishedBy: nameOf(published.publishedBy),
              note: published.note,
            }
          : null,
        draft: draft
          ? {
              content: toContent(name.kind, draft.content),
              updatedAt: draft.updatedAt,
              updatedBy: nameOf(draft.updatedBy),
              report: draft.report === null ? null : JSON.parse(draft.report),
            }
          : null,
      }
    },

    async save(actor, name, { content, report }, etag) {
      const read = required(etag)
      const text = toText(name.kind, name.key, content)
      const updatedAt = clock()
      await db.write(async (sql) => {
        const [published, before] = await found(sql, name)
        const draft = {
          ...name,
          content: text,
          report: report === undefined ? (before?.report ?? null) : report && JSON.stringify(report),
          updatedAt,
          updatedBy: actor.person.id,
        }
        const isCurrent = etagOf(published, before) === read
        if (!isCurrent || !(await writeDefinitionDraft(sql, draft, before?.digest))) {
          await refuseOutdated(sql, name, text)
        }
      })
      const [published, draft] = await found(db.read, name)
      return { etag: etagOf(published, draft), updatedAt }
    },

    async discard(actor, name, etag) {
      const read = required(etag)
      await db.write(async (sql) => {
        if (!(await deleteDefinitionDraft(sql, name.kind, name.key, read))) await refuseOutdated(sql, name, undefined)
        await audit.append(sql, { ...auditedAs(actor), kind: 'discard', object: definitionObject(name) })
      })
    },

    async check(name) {
      const { etag, parts, matters, issues } = await candidateOf(name)
      return {
        etag,
        isClean: !issues.some(({ severity }) => severity === 'error'),
        parts: parts.map(({ kind, key }) => ({ kind, key })),
        matters,
        issues: issues.flatMap((issue) => presentIssue(issue) ?? []),
      }
    },

    async diff(name) {
      const shelf = await readShelf(db.read)
      const { parts } = await readCandidate(shelf, directory, name)
      const changes = parts.map((part) => {
        const before = shelf.published(part)
        return diffDefinitions(part.kind, before && publishedText(before), part.content)
      })
      return (await Promise.all(changes)).flat()
    },

    async impact(name) {
      const candidate = await candidateOf(name)
      return {
        items: await readImpact(db.read, candidate),
        surveys: await surveyImpact(db.read, definitions, candidate),
      }
    },

    async publish(actor, name, note, etag) {
      const checked = required(etag)
      const candidate = await candidateOf(name)
      if (candidate.etag !== checked) throw new ServerError('DEFINITION_DRAFT_CHANGED', { etag: candidate.etag })
      return publishCandidate(deps, actor, name, candidate, note)
    },

    async versions(name) {
      const heads = await readVersionHeads(db.read, name.kind, name.key, MOST_VERSIONS)
      if (heads.length === 0 && !(await findDefinitionDraft(db.read, name.kind, name.key))) {
        throw new ServerError('DEFINITION_NOT_FOUND', { ...name })
      }
      return heads.map(({ version, createdAt, publishedBy, note }) => {
        return { version, publishedAt: createdAt, publishedBy: nameOf(publishedBy), note }
      })
    },

    compare: (name, from, to) => diffVersions(db.read, name, from, to),

    async restore(actor, name, version, etag) {
      const seen = required(etag)
      const stamp = { updatedAt: clock(), updatedBy: actor.person.id }
      return db.write(async (sql) => {
        const candidate = await readCandidate(await readShelf(sql), directory, name)
        if (candidate.etag !== seen) throw new ServerError('DEFINITION_DRAFT_CHANGED', { etag: candidate.etag })
        const parts = await restoreVersion(sql, name, version, stamp)
        const detail = `v${version}`
        await audit.append(sql, { ...auditedAs(actor), kind: 'restore', object: definitionObject(name), detail })
        return parts
      })
    },

    vocabulary() {
      const people = directory.people()
      const units = directory.units()
      const names = (all: Iterable<string>) => [...new Set(all)].sort()
      return {
        roles: names(people.flatMap(({ roles }) => roles).filter((role) => role !== 'integration')),
        posts: names(people.flatMap(({ posts }) => posts)),
        unitKinds: names(units.map(({ kind }) => kind)),
        units: units.map(({ id, name }) => ({ id, name })),
        categories: names(definitions.matters().map(({ matter }) => matter.category)),
        services: Object.keys(SERVICE_TYPES),
        registers: definitions.registers().map(({ definition: { key, title, columns } }) => {
          return { key, title, columns: columns.map((column) => column.key) }
        }),
      }
    },
  }
}

function found(sql: Sql, { kind, key }: DefinitionName) {
  return Promise.all([findDefinition(sql, kind, key), findDefinitionDraft(sql, kind, key)])
}

function etagOf(published: StoredDefinition | undefined, draft: DefinitionDraft | undefined): string {
  return draft?.digest ?? published?.digest ?? NO_ETAG
}

function required(etag: string | undefined): string {
  if (etag === undefined) throw new ServerError('IF_MATCH_REQUIRED')
  return etag
}
