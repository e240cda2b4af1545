import type { AccessLevel } from '../../../access/access.ts'
import { refuse } from '../../../paper/edit/index.ts'
import type { Edit } from '../draft.ts'

/** What a step may do with a field. */
export function setAccess(step: number, path: string, access: AccessLevel): Edit {
  return (draft) => {
    const before = draft.steps[step]
    if (!before) return refuse('NOT_FOUND')
    if (before.access[path] === access) return draft
    return { ...draft, steps: draft.steps.with(step, { ...before, access: { ...before.access, [path]: access } }) }
  }
}
