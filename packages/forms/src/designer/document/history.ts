import { isRefused, refuse } from '../../paper/edit/index.ts'
import { checkForm } from '../../schema/check-form.ts'
import type { FormDefinition } from '../../schema/form-definition.ts'
import type { Issue } from '../../schema/issue.ts'
import type { Draft, Edit } from './draft.ts'
import type { Refusing } from './refusal.ts'

/** Drafts before and after the one that is shown. */
export interface History {
  past: readonly Draft[]
  present: Draft
  future: readonly Draft[]
  /** Edits with the same mark that follow each other are one step: typing a title. */
  mark?: string
}

/** Steps that can be undone. */
const DEPTH = 200

export function newHistory(present: Draft): History {
  return { past: [], present, future: [] }
}

/** Does an edit; what changes nothing is no step, and what would make the form wrong is refused with the reason. */
export function perform(history: History, edit: Edit, mark?: string): History | Refusing {
  const present = edit(history.present)
  if (isRefused(present)) return present
  if (present === history.present) return history
  const fault = newFault(history.present.form, present.form)
  if (fault !== undefined) return refuse('WOULD_BREAK', [fault])
  const isContinued = mark !== undefined && mark === history.mark
  const past = isContinued ? history.past : [...history.past, history.present].slice(-DEPTH)
  return { past, present, future: [], ...(mark !== undefined && { mark }) }
}

/** What is wrong after an edit and was not before; a form that came with faults can still be edited. */
function newFault(before: FormDefinition, after: FormDefinition): string | undefined {
  if (before === after) return undefined
  const issues = checkForm(after)
  if (issues.length === 0) return undefined
  const known = checkForm(before)
  return issues.length > known.length ? (issues.find(isNew(known)) ?? issues[0])?.message : undefined
}

function isNew(known: readonly Issue[]) {
  const messages = new Set(known.map((issue) => issue.message))
  return (issue: Issue) => !messages.has(issue.message)
}

export function undo({ past, present, future }: History): History {
  const before = past.at(-1)
  return before ? { past: past.slice(0, -1), present: before, future: [present, ...future] } : { past, present, future }
}

export function redo({ past, present, future }: History): History {
  const [after, ...rest] = future
  return after ? { past: [...past, present], present: after, future: rest } : { past, present, future }
}
