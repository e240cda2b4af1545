import type { Task, TaskActionRequest } from '../../api/types.ts'

export type DecisionType = Task['actions'][number]['type']

/** What a person is about to decide. */
export interface Decision {
  type: DecisionType | undefined
  text: string
  /** The person has written; until then the words follow the decision. */
  written: boolean
  /** Element a return goes to. */
  to: string | undefined
  /** After a return: go through everything again, or straight back here. */
  after: 'replay' | 'straight'
  /** Unit id of the seal. */
  seal: string | undefined
  /** File id of the signature. */
  signature: string | undefined
}

/** Decisions that are circled on a card; the others are buttons below. */
const CARDS: readonly DecisionType[] = ['approve', 'return', 'reject']

export function decisionCards(task: Task) {
  return task.actions
    .filter((action) => CARDS.includes(action.type))
    .sort((a, b) => CARDS.indexOf(a.type) - CARDS.indexOf(b.type))
}

export function initialDecision(task: Task): Decision {
  const type = task.resubmit ? 'resubmit' : decisionCards(task)[0]?.type
  return {
    type,
    text: suggestedText(task, type),
    written: false,
    to: task.returnTargets[task.returnTargets.length - 1]?.element.id,
    after: 'replay',
    seal: task.opinion.seals[0]?.id,
    signature: undefined,
  }
}

/** The first common phrase for who agrees; who returns or refuses has to say why. */
export function suggestedText(task: Task, type: DecisionType | undefined): string {
  return type === 'approve' ? (task.opinion.phrases[0] ?? '') : ''
}

export type Obstacle = 'noDecision' | 'noText' | 'noReason' | 'noTarget' | 'noSignature' | 'noSeal'

/** Why a decision cannot be submitted; undefined when it can. */
export function obstacleOf({ type, text, to, seal, signature }: Decision, { opinion }: Task): Obstacle | undefined {
  if (type === undefined) return 'noDecision'
  if (type === 'resubmit') return undefined
  const empty = text.trim() === ''
  if (type === 'return' && to === undefined) return 'noTarget'
  if (type === 'return' || type === 'reject') return empty ? 'noReason' : undefined
  if (opinion.required && empty) return 'noText'
  if (opinion.signature && signature === undefined) return 'noSignature'
  return opinion.seal && seal === undefined ? 'noSeal' : undefined
}

/** The request for a decision. `values` are the fields that were changed here. */
export function requestOf(decision: Decision, task: Task, values: Record<string, unknown>): TaskActionRequest {
  const { type, text, to = '', after, seal, signature } = decision
  const signed = type === 'approve'
  const opinion = {
    text: text.trim(),
    ...(signed && seal && task.opinion.seal ? { seal } : {}),
    ...(signed && signature ? { signature } : {}),
  }
  const common = {
    version: task.version,
    ...(opinion.text || signed ? { opinion } : {}),
    ...(Object.keys(values).length > 0 ? { values } : {}),
  }
  if (type === 'return') return { type, to, after, ...common }
  if (type === 'reject' || type === 'resubmit') return { type, ...common }
  return { type: 'approve', ...common }
}
