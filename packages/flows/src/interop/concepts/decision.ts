import { of } from '../foreign-element.ts'
import type { Concept } from './concept.ts'

/** Which decision table a business-rule task asks, and the variable that takes what it says. */
export const decision: Concept = (at) => {
  if (at.type !== 'bpmn:BusinessRuleTask') return
  const [called] = at.takeExtensions('calledDecision')
  const text =
    at.take('decisionRef') ??
    of(called, 'decisionId') ??
    of(at.takeExtensions('decisionReference')[0], 'decisionTableReferenceKey')
  const result = at.take('resultVariable') ?? of(called, 'resultVariable')
  for (const name of ['mapDecisionResult', 'decisionRefBinding', 'decisionRefVersion', 'decisionRefTenantId']) {
    const value = at.take(name)
    if (value !== undefined)
      at.dropped(name, value, {
        zh: '版本由事项决定，结果按决策表给出的样子',
        en: 'the version is the matter’s, and the result is as the table gives it',
      })
  }
  const ref = text === undefined ? undefined : at.text('decisionRef', text)
  if (ref !== undefined) at.add(`decisionRef="${text}"`, 'decision', { ref, ...(result !== undefined && { result }) })
}
