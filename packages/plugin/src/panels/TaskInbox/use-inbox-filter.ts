import { useSearchParams } from 'react-router'
import type { TaskFilter } from '../../api/tasks.ts'

const DUE: readonly unknown[] = ['overdue', 'today', 'soon']

/** The filter of the inbox lives in the address: going back from a task finds the list as it was. */
export function useInboxFilter() {
  const [params, setParams] = useSearchParams()
  const due = params.get('due')
  const filter: TaskFilter = {
    box: 'todo',
    q: params.get('q') ?? undefined,
    matter: params.get('matter') ?? undefined,
    element: params.get('step') ?? undefined,
    due: DUE.includes(due) ? (due as TaskFilter['due']) : undefined,
  }
  function change(changes: Partial<TaskFilter>) {
    const { q, matter, element, due } = { ...filter, ...changes }
    const next = Object.entries({ q, matter, step: element, due }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    )
    setParams(next, { replace: true })
  }
  return {
    filter,
    change,
    clear: () => setParams([], { replace: true }),
    narrowed: [filter.q, filter.matter, filter.element, filter.due].some((value) => value !== undefined),
  }
}
