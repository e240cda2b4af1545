import type { z } from 'zod'
import type { DefinitionStore } from '../../app-folder/definition-store.ts'
import { type Actor, isSystemAdministrator } from '../../http/actor.ts'
import type { CaseForReader } from './case-for-reader.ts'
import type { Case } from './case-schema.ts'

/** Whether an administrator may move a case to the version of its matter that is in force, and from which. */
export function migrateTarget(
  definitions: DefinitionStore,
  { record }: CaseForReader,
  actor: Actor,
): z.input<typeof Case>['migrate'] {
  const isOpen = record.status === 'running' || record.status === 'suspended'
  if (!isOpen || !isSystemAdministrator(actor)) return null
  const inForce = definitions.matters().find(({ matter }) => matter.key === record.matterKey)
  if (!inForce || inForce.version === record.matterVersion) return null
  return { from: record.matterVersion, to: inForce.version }
}
