import { findEndlessLoop } from '../../definition/find-endless-loop.ts'
import { nameOf, type Rule } from '../rule.ts'

/** A circle in which nothing waits: the machine would go round for ever. */
export const endlessLoop: Rule = {
  name: 'endless-loop',
  severity: 'error',
  check({ nodes, flows }, report) {
    const elements = Object.fromEntries(
      nodes.map(({ id, type, incoming, outgoing }) => [
        id,
        { id, type, incoming: incoming.map(({ id }) => id), outgoing: outgoing.map(({ id }) => id) },
      ]),
    )
    const sequenceFlows = Object.fromEntries(flows.map(({ id, target }) => [id, { target: target.id }]))
    const loop = findEndlessLoop({ elements, sequenceFlows })
    const first = nodes.find(({ id }) => id === loop?.[0])
    if (!loop || !first) return
    const names = loop.map((id) => nameOf(nodes.find((node) => node.id === id) ?? { id }))
    report(first.id, {
      message: {
        zh: `${names.join('、')}连成一圈，中间没有一步会停下来等人。`,
        en: `${names.join(', ')} form a circle in which nothing waits.`,
      },
      help: {
        zh: '在圈里放一个要人办的步骤或一个定时事件，或者把回去的那条线删去。',
        en: 'Put a step for people or a timer into the circle, or delete the flow that leads back.',
      },
      path: loop,
    })
  },
}
