import { useState } from 'react'
import type { TaskSummary } from '../../api/types.ts'

export interface Selection {
  chosen: TaskSummary[]
  /** Tasks that the whole-list box would choose: all of one matter and step. */
  candidates: TaskSummary[]
  isChosen(task: TaskSummary): boolean
  /** Why a task cannot be chosen; undefined when it can. */
  obstacle(task: TaskSummary): 'needsForm' | 'otherStep' | undefined
  toggle(task: TaskSummary): void
  choose(tasks: TaskSummary[]): void
}

/** Rows chosen for one decision: only of one matter and one step, and only where the step wants no field filled in. */
export function useSelection(tasks: TaskSummary[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const chosen = tasks.filter((task) => ids.has(task.id))
  const lead = chosen[0] ?? tasks.find((task) => task.batchable)
  const candidates = lead ? tasks.filter((task) => task.batchable && sameStep(task, lead)) : []

  function obstacle(task: TaskSummary) {
    if (!task.batchable) return 'needsForm'
    return chosen[0] && !sameStep(task, chosen[0]) ? 'otherStep' : undefined
  }
  return {
    chosen,
    candidates,
    isChosen: (task) => ids.has(task.id),
    obstacle,
    toggle(task) {
      const next = new Set(ids)
      if (!next.delete(task.id)) next.add(task.id)
      setIds(next)
    },
    choose: (some) => setIds(new Set(some.map((task) => task.id))),
  }
}

function sameStep(a: TaskSummary, b: TaskSummary): boolean {
  return a.matter.key === b.matter.key && a.element.id === b.element.id
}
