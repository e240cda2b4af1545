import { type AccessMap, type FormDefinition, type FormValues, mergeValues, validateValues } from '@zhupi/forms'
import { ServerError } from '../../errors.ts'
import { mayEdit } from '../tasks/step-access.ts'
import type { HistoryChange } from './history-chain.ts'
import { valueChanges } from './value-changes.ts'

export interface FilledIn {
  /** Absent when the step changes nothing. */
  values?: FormValues
  changes: readonly HistoryChange[]
}

/**
 * What a step fills in: only its `edit` fields are written, then the whole is checked and what is computed is made anew.
 *
 * @param complete false where the step may leave required fields empty (it returns the case, or rejects it)
 * @throws ServerError `VALUES_INVALID` with an issue for every wrong value
 */
export function fillIn(
  form: FormDefinition,
  current: FormValues,
  incoming: FormValues | undefined,
  { access, at, complete }: { access: AccessMap; at: string; complete: boolean },
): FilledIn {
  const untouched = !incoming || Object.keys(incoming).length === 0
  if (untouched && !(complete && mayEdit(access))) return { changes: [] }
  const merged = mergeValues(form, current, incoming ?? {}, access)
  if (merged.issues.length) throw new ServerError('VALUES_INVALID', { issues: merged.issues })
  const { values, issues } = validateValues(form, merged.values, { access, now: at, complete })
  if (issues.length) throw new ServerError('VALUES_INVALID', { issues })
  return { values, changes: valueChanges(form, current, values) }
}
