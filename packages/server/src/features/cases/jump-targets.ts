import type { z } from 'zod'
import type { CaseForReader } from './case-for-reader.ts'
import type { Case } from './case-schema.ts'
import { elementName } from './element-name.ts'

/** Where a case may be moved by an administrator: from what waits to the user tasks of its own process. */
export function jumpTargets({ record, matter: { flow } }: CaseForReader): NonNullable<z.input<typeof Case>['jump']> {
  const steps = Object.values(flow.elements).filter(
    ({ type, scope }) => type === 'bpmn:UserTask' && scope === undefined,
  )
  return { from: record.waiting, to: steps.map(({ id }) => elementName(flow, id)) }
}
