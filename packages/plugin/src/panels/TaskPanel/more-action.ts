import type { Task, TaskActionRequest } from '../../api/types.ts'

/** What one may do with a task besides deciding it. */
export const MORE_ACTIONS = ['claim', 'transfer', 'delegate', 'addSigners', 'removeSigners', 'cc'] as const
export type MoreActionType = (typeof MORE_ACTIONS)[number]

export type MoreAction = Task['actions'][number] & { type: MoreActionType }

/** Those of a task, in our order. */
export function moreActions({ actions }: Task): MoreAction[] {
  return MORE_ACTIONS.flatMap((type) => actions.filter((action): action is MoreAction => action.type === type))
}

/** When people who are added are asked. */
export type SignersWhen = 'before' | 'after' | 'beside'

/** The request for an act with these people; one alone where the act takes one. */
export function moreRequest(
  type: MoreActionType,
  version: number,
  people: readonly string[] = [],
  how: SignersWhen = 'before',
): TaskActionRequest {
  const [to = ''] = people
  if (type === 'claim') return { type, version }
  if (type === 'transfer' || type === 'delegate') return { type, to, version }
  if (type === 'addSigners') return { type, people: [...people], how, version }
  return { type, people: [...people], version }
}

/** Afterwards the task is still the person's own. */
export function staysMine({ type }: TaskActionRequest): boolean {
  return type === 'claim' || type === 'addSigners' || type === 'removeSigners' || type === 'cc'
}
