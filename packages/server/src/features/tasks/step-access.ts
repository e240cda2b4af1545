import type { ProcessDefinition } from '@zhupi/flows'
import type { AccessMap } from '@zhupi/forms'

const EDIT_ALL: AccessMap = { '*': 'edit' }

/** What the initiator may fill in: everything, where the start event says nothing of fields. */
export function startAccess({ startFields }: ProcessDefinition): AccessMap {
  return Object.keys(startFields).length > 0 ? startFields : EDIT_ALL
}

/** What a step may do with the fields; without `zhupi:fields` it reads them. */
export function stepAccess(flow: ProcessDefinition, elementId: string): AccessMap {
  const element = flow.elements[elementId]
  return element?.type === 'bpmn:StartEvent' ? startAccess(flow) : (element?.approval?.fields ?? {})
}

export function mayEdit(access: AccessMap): boolean {
  return Object.values(access).some((level) => level === 'edit' || level === 'require')
}
