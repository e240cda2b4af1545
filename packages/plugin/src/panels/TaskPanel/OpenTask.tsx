import type { FormHandle } from '@zhupi/forms/react'
import { useDeferredValue, useMemo, useState } from 'react'
import { useMe } from '../../api/me.ts'
import type { Task } from '../../api/types.ts'
import { PHONE, useMedia } from '../../components/use-media.ts'
import { changedValues } from './changed-values.ts'
import { DesktopTask } from './DesktopTask.tsx'
import { obstacleOf, requestOf } from './decision.ts'
import { PhoneTask } from './PhoneTask.tsx'
import type { TaskDesk } from './task-desk.ts'
import { taskHighlights } from './task-highlights.ts'
import { useSubmit } from './use-submit.ts'
import { useWork } from './use-work.ts'

/** A task that waits for a decision: what is written on it, and the layout that fits the window. */
export function OpenTask({ task }: { task: Task }) {
  const phone = useMedia(PHONE)
  const { data: me } = useMe()
  const [form, setForm] = useState<FormHandle>()
  const work = useWork(task)
  const submit = useSubmit({ task, form, onDone: work.forget })
  const { decision, values } = work
  const shown = useDeferredValue(decision)
  const highlights = useMemo(() => taskHighlights(task, shown, me), [task, shown, me])
  // Only what was there at first: FormView owns the values from then on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version of the task brings new values, typing does not
  const initialValues = useMemo(() => ({ ...task.case.values, ...values }), [task])

  const access = useMemo(() => (task.resubmit ? { '*': 'edit' as const, ...task.access } : task.access), [task])

  const desk: TaskDesk = {
    task,
    access,
    form,
    initialValues,
    highlights,
    decision,
    decide: work.decide,
    obstacle: obstacleOf(decision, task),
    submit: {
      ...submit,
      run: () => submit.send(requestOf(decision, task, values)),
      more: (request, onDone) => submit.send(request, onDone),
    },
    onForm: setForm,
    onFill: (next) => work.fill(changedValues(task, next)),
  }
  return phone ? <PhoneTask desk={desk} /> : <DesktopTask desk={desk} />
}
