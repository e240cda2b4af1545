import { FlowError, parse } from '@zhupi/flows'
import type { StepAccess } from '@zhupi/forms/designer'

/** What each step of a flow may see and change of the form; nothing as long as the diagram cannot be read. */
export async function stepsOf(flowKey: string, xml: string): Promise<StepAccess[]> {
  try {
    const { elements, starts, startFields } = await parse(xml)
    const start = starts.slice(0, 1).map((id) => {
      return { flow: flowKey, element: id, title: elements[id]?.name ?? id, access: startFields }
    })
    const tasks = Object.values(elements).flatMap(({ id, name = id, approval }) =>
      approval ? [{ flow: flowKey, element: id, title: name, access: approval.fields }] : [],
    )
    return [...start, ...tasks]
  } catch (error) {
    if (error instanceof FlowError) return []
    throw error
  }
}
