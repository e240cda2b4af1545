import { attribute, extensionsOf } from '../../definition/moddle-element.ts'
import { nameOf, type Rule } from '../rule.ts'

/** A service task that asks for nothing, or for what the host does not do. */
export const serviceUnknown: Rule = {
  name: 'service-unknown',
  severity: 'error',
  check({ nodes }, report, { services }) {
    for (const node of nodes) {
      const isService = node.type === 'bpmn:ServiceTask' || (node.type === 'bpmn:SendTask' && !node.element.messageRef)
      const type = attribute(extensionsOf(node.element, 'zhupi:Service')[0], 'type') ?? ''
      if (!isService || (services ? services.includes(type) : type !== '')) continue
      report(node.id, {
        message:
          type === ''
            ? {
                zh: `${nameOf(node)}没有写要做什么服务。`,
                en: `${nameOf(node)} does not say which service it asks for.`,
              }
            : { zh: `${nameOf(node)}：没有服务“${type}”。`, en: `${nameOf(node)}: there is no service “${type}”.` },
        help: {
          zh: `在这一步选一种服务${services ? `：${services.join('、')}` : ''}。`,
          en: `Choose a service for this step${services ? `: ${services.join(', ')}` : ''}.`,
        },
        path: ['zhupi:service'],
        ...(services ? {} : { severity: 'warning' as const }),
      })
    }
  },
}
