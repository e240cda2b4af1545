import type { Node } from '../diagram.ts'
import { nameOf, type Rule } from '../rule.ts'

/** A message or signal that has no name: others cannot send it, or hear it. */
export const messageName: Rule = {
  name: 'message-name',
  severity: 'error',
  check({ nodes }, report) {
    for (const node of nodes) {
      const named = nameMissing(node)
      if (!named) continue
      report(node.id, {
        message: {
          zh: `${nameOf(node)}没有写${named.zh}的名称。`,
          en: `${nameOf(node)} does not name its ${named.en}.`,
        },
        help: {
          zh: '给它选一个有名称的消息或信号，如 province.result。',
          en: 'Choose a message or signal with a name for it, such as province.result.',
        },
        severity: named.severity,
      })
    }
  },
}

function nameMissing({ type, event, element }: Node) {
  const [definition] = element.eventDefinitions ?? []
  const severity = (declared: { id?: string } | undefined) => (declared?.id ? ('warning' as const) : ('error' as const))
  if (event === 'Message' && !definition?.messageRef?.name?.trim()) {
    return { zh: '消息', en: 'message', severity: severity(definition?.messageRef) }
  }
  if (event === 'Signal' && !definition?.signalRef?.name?.trim()) {
    return { zh: '信号', en: 'signal', severity: severity(definition?.signalRef) }
  }
  const task = type === 'bpmn:ReceiveTask' || type === 'bpmn:SendTask'
  if (task && element.messageRef && !element.messageRef.name?.trim()) {
    return { zh: '消息', en: 'message', severity: severity(element.messageRef) }
  }
  return undefined
}
