import { nameOf, type Rule } from '../rule.ts'

const WITHOUT_CONDITIONS = new Set(['bpmn:ParallelGateway', 'bpmn:EventBasedGateway'])

/** A condition that nobody asks: behind a parallel or event-based gateway, or on a default flow. */
export const idleCondition: Rule = {
  name: 'idle-condition',
  severity: 'warning',
  check({ flows }, report) {
    for (const { id, name, source, condition } of flows) {
      if (condition === undefined) continue
      const isDefault = source.default === id
      if (!isDefault && !WITHOUT_CONDITIONS.has(source.type)) continue
      const label = nameOf({ id, name })
      report(id, {
        message: isDefault
          ? {
              zh: `${label}是默认分支，它的条件不起作用。`,
              en: `${label} is the default flow: its condition is not asked.`,
            }
          : {
              zh: `${label}从${nameOf(source)}出来，那里不看条件。`,
              en: `${label} leaves ${nameOf(source)}, which asks no conditions.`,
            },
        help: isDefault
          ? { zh: '删去这个条件，或者另选默认分支。', en: 'Remove the condition, or make another flow the default.' }
          : {
              zh: '删去条件，或者把网关换成排他或包容网关。',
              en: 'Remove the condition, or make the gateway exclusive or inclusive.',
            },
      })
    }
  },
}
