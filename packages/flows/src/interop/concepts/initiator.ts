import type { Concept } from './concept.ts'

/** The start event names the variable that holds who started: here that is `initiator`. */
export const initiator: Concept = (at) => {
  if (at.type !== 'bpmn:StartEvent') return
  const name = at.take('initiator')
  if (name === undefined) return
  at.diagram.renamed.set(name, 'initiator')
  at.changed(`initiator="${name}"`, `${name} is called initiator`)
}
