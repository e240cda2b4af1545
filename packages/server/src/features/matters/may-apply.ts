import type { Actor } from '../../http/actor.ts'
import type { MatterDefinition } from './matter-definition.ts'

/** Whether a person may apply for a matter that is not retired: by a role, or by the kind of their unit; everybody where neither is named. */
export function mayApply({ initiators, retired }: MatterDefinition, { person, unit, integration }: Actor): boolean {
  if (integration || retired) return false
  const { roles, unitKinds } = initiators
  if (roles.length === 0 && unitKinds.length === 0) return true
  return person.roles.some((role) => roles.includes(role)) || unitKinds.includes(unit.kind)
}
