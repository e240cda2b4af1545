import { nameOf, type Rule } from '../rule.ts'

const CATCHES = new Set(['Message', 'Timer', 'Signal', 'Conditional'])

/** An event-based gateway that leads to what is no event. */
export const eventGatewayTargets: Rule = {
  name: 'event-gateway-targets',
  severity: 'error',
  check({ nodes }, report) {
    for (const node of nodes) {
      if (node.type !== 'bpmn:EventBasedGateway') continue
      for (const { id, target } of node.outgoing) {
        const catches = target.type === 'bpmn:IntermediateCatchEvent' && CATCHES.has(target.event ?? '')
        if (catches || (target.type === 'bpmn:ReceiveTask' && target.element.messageRef)) continue
        report(id, {
          message: {
            zh: `${nameOf(node)}后面的${nameOf(target)}不是在等消息、定时、信号或条件的事件。`,
            en: `${nameOf(target)} behind ${nameOf(node)} is no event that waits for a message, a timer, a signal or a condition.`,
          },
          help: {
            zh: '在它前面加一个中间捕获事件，或者把网关换成排他网关。',
            en: 'Put an intermediate catch event before it, or make the gateway exclusive.',
          },
        })
      }
    }
  },
}
