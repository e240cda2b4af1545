import { z } from 'zod'
import type { DefinitionKind } from '../../app-folder/definition-repository.ts'
import { endpoint } from '../../http/route.ts'
import {
  Definition,
  DefinitionCheck,
  DefinitionDiff,
  DefinitionDraftSaved,
  DefinitionImpact,
  DefinitionList,
  DefinitionParams,
  DefinitionPublished,
  DefinitionRestored,
  DefinitionVersions,
  DefinitionVocabulary,
  FormImported,
  PublishDefinition,
  SaveDefinitionDraft,
  VersionDiffQuery,
  VersionParams,
} from './admin-schema.ts'

const shared = { tag: 'admin', who: 'administrator' } as const

/** The endpoints of one kind of definition, below `/admin/forms`, `/admin/flows`, …; `Form` makes `saveFormDraft`. */
function endpointsOf(kind: DefinitionKind, name: string) {
  const list = `/admin/${kind}s`
  const one = { ...shared, params: DefinitionParams }
  return {
    kind,
    list: endpoint({
      ...shared,
      operationId: `list${name}Definitions`,
      method: 'get',
      path: list,
      summary: `Every ${kind}, published or drafted.`,
      response: DefinitionList,
    }),
    read: endpoint({
      ...one,
      operationId: `read${name}Definition`,
      method: 'get',
      path: `${list}/:key`,
      summary: `A ${kind}: what is published, and the draft.`,
      response: Definition,
    }),
    save: endpoint({
      ...one,
      operationId: `save${name}Draft`,
      audited: 'no',
      method: 'put',
      path: `${list}/:key/draft`,
      summary: 'Saves the draft over the one that was read: `If-Match` is its etag, `"none"` for something new.',
      body: SaveDefinitionDraft,
      response: DefinitionDraftSaved,
    }),
    discard: endpoint({
      ...one,
      operationId: `discard${name}Draft`,
      audited: 'byService',
      method: 'delete',
      path: `${list}/:key/draft`,
      summary: 'Throws the draft away that was read (`If-Match`).',
      response: 'none',
    }),
    check: endpoint({
      ...one,
      operationId: `check${name}`,
      audited: 'no',
      method: 'post',
      path: `${list}/:key/check`,
      summary: 'Everything wrong with the draft, alone and together with what it names and what names it.',
      body: z.object({}).strict(),
      response: DefinitionCheck,
    }),
    diff: endpoint({
      ...one,
      operationId: `diff${name}`,
      method: 'get',
      path: `${list}/:key/diff`,
      summary: 'What publishing would change, in words.',
      response: DefinitionDiff,
    }),
    impact: endpoint({
      ...one,
      operationId: `read${name}Impact`,
      method: 'get',
      path: `${list}/:key/impact`,
      summary: 'What publishing would mean for the cases under way.',
      response: DefinitionImpact,
    }),
    publish: endpoint({
      ...one,
      operationId: `publish${name}`,
      audited: 'byService',
      method: 'post',
      path: `${list}/:key/versions`,
      summary:
        'Publishes what was checked (`If-Match`: the etag of the check). New cases take it, open ones keep theirs.',
      body: PublishDefinition,
      response: DefinitionPublished,
      status: 201,
    }),
    versions: endpoint({
      ...one,
      operationId: `list${name}Versions`,
      method: 'get',
      path: `${list}/:key/versions`,
      summary: 'Every version that was published: when, by whom, what was said of it.',
      response: DefinitionVersions,
    }),
    compare: endpoint({
      ...shared,
      operationId: `compare${name}Versions`,
      method: 'get',
      path: `${list}/:key/versions/:version/diff`,
      summary: 'What changed from another version to this one, in words; of a matter with its form and flow.',
      params: VersionParams,
      query: VersionDiffQuery,
      response: DefinitionDiff,
    }),
    restore: endpoint({
      ...shared,
      operationId: `restore${name}Version`,
      audited: 'byService',
      method: 'post',
      path: `${list}/:key/versions/:version/restore`,
      summary: 'Makes drafts of what the version held (`If-Match`: the etag of the check). Nothing is published.',
      params: VersionParams,
      body: z.object({}).strict(),
      response: DefinitionRestored,
    }),
  }
}

export const DEFINITION_ENDPOINTS = [
  endpointsOf('form', 'Form'),
  endpointsOf('flow', 'Flow'),
  endpointsOf('matter', 'Matter'),
  endpointsOf('register', 'Register'),
]

export const importForm = endpoint({
  ...shared,
  operationId: 'importForm',
  audited: 'no',
  method: 'post',
  path: '/admin/forms/import',
  summary: 'A form from the tables of a Word or Excel file, and what was guessed. Nothing is stored.',
  body: 'file',
  response: FormImported,
})

export const readVocabulary = endpoint({
  ...shared,
  operationId: 'readVocabulary',
  method: 'get',
  path: '/admin/vocabulary',
  summary: 'What definitions may name.',
  response: DefinitionVocabulary,
})

export const ADMIN_ENDPOINTS = [
  readVocabulary,
  importForm,
  ...DEFINITION_ENDPOINTS.flatMap(({ kind, ...endpoints }) => Object.values(endpoints)),
]
