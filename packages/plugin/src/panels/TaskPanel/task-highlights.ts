import type { FormHighlights } from '@zhupi/forms/react'
import type { Me, Task } from '../../api/types.ts'
import type { Decision } from './decision.ts'

/** What stands out on the form: corrections, the box that waits, and in it what is being written. */
export function taskHighlights(task: Task, decision: Decision, me: Me | undefined): FormHighlights {
  const corrected = task.case.corrections.map(({ path, before, after, at }) => [path, { before, after, at }])
  const seal = task.opinion.seals.find((unit) => unit.id === decision.seal)
  const writes = decision.type === 'approve'
  return {
    corrected: Object.fromEntries(corrected),
    mine: task.opinion.field ?? undefined,
    preview:
      writes && me
        ? {
            decision: decision.type,
            text: decision.text,
            signer: { id: me.id, name: me.name },
            unit: { id: me.unit.id, name: me.unit.name },
            at: new Date().toISOString(),
            ...(decision.signature ? { signature: decision.signature } : {}),
            ...(task.opinion.seal && seal ? { seal: { unitId: seal.id, name: seal.name } } : {}),
          }
        : undefined,
  }
}
