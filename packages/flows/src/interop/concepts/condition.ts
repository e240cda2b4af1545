import type { ForeignElement, ForeignModdle } from '../foreign-element.ts'
import { readConditionText } from '../texts.ts'
import type { Concept } from './concept.ts'

/** Conditions of sequence flows and conditional events. One that has no FEEL refuses the diagram: a wrong branch is worse. */
export const condition: Concept = (at) => {
  if (at.type === 'bpmn:SequenceFlow') translate(at, 'conditionExpression', at.element.conditionExpression)
  if (at.type === 'bpmn:ConditionalEventDefinition') translate(at, 'condition', at.element.condition)
}

function translate(at: ForeignElement, attribute: string, expression: ForeignModdle | undefined): void {
  const body = expression?.body?.trim()
  if (!expression || !body) return
  const { language } = expression
  const read = readConditionText(body, at.diagram.renamed)
  if (language && !/feel|juel|XPath/i.test(language))
    at.refused(attribute, body, { zh: `是用 ${language} 写的脚本`, en: `it is a script in ${language}` })
  else if (read && 'why' in read) at.refused(attribute, body, read.why)
  else if (read && read.text !== body) {
    expression.body = read.text
    at.changed(body, read.text)
  }
}
