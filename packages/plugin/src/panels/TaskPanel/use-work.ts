import { useState } from 'react'
import type { Task } from '../../api/types.ts'
import { type Decision, initialDecision, suggestedText } from './decision.ts'

/** What a person has written on a task and not yet submitted. */
export interface Work {
  decision: Decision
  /** Fields changed here. */
  values: Record<string, unknown>
}

const PREFIX = 'zhupi.work.'

/**
 * What is written on a task, kept in this browser until it is submitted: it survives closing, a lost network and a
 * new sign-in.
 */
export function useWork(task: Task) {
  const key = `${PREFIX}${task.id}`
  const [work, setWork] = useState<Work>(() => ({ decision: initialDecision(task), values: {}, ...load(key) }))

  function keep(next: Work) {
    setWork(next)
    try {
      localStorage.setItem(key, JSON.stringify(next))
    } catch {
      // A full or forbidden storage only costs the copy: the page still holds what was written.
    }
  }
  return {
    ...work,
    decide(change: Partial<Decision>) {
      const decision = { ...work.decision, ...change }
      if (change.type && !decision.written) decision.text = suggestedText(task, change.type)
      keep({ ...work, decision })
    },
    fill: (values: Record<string, unknown>) => keep({ ...work, values }),
    forget: () => localStorage.removeItem(key),
  }
}

function load(key: string): Partial<Work> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Work>
  } catch {
    return {}
  }
}
