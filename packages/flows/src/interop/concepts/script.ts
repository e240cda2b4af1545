import { of } from '../foreign-element.ts'
import { readConditionText, readValue } from '../texts.ts'
import type { Concept } from './concept.ts'

/** Scripts: FEEL and JUEL are translated. In any other language the text stays, and `parse` refuses the diagram for it. */
export const script: Concept = (at) => {
  if (at.type !== 'bpmn:ScriptTask') return
  const { element } = at
  const [zeebe] = at.takeExtensions('script')
  const result = at.take('resultVariable') ?? at.take('resultVariableName') ?? of(zeebe, 'resultVariable')
  const text = of(zeebe, 'expression') ?? element.script?.trim() ?? ''
  const format = zeebe ? 'feel' : (element.scriptFormat ?? '')
  if (result !== undefined) at.add(`resultVariable="${result}"`, 'script', { result })
  if (!zeebe && !/juel|^$/i.test(format)) {
    if (!/feel/i.test(format))
      at.dropped('scriptFormat', `${format}: ${text}`, {
        zh: `脚本用 FEEL，这里不运行 ${format}`,
        en: `scripts are FEEL; nothing here runs ${format}`,
      })
    return
  }
  const read = readConditionText(text, at.diagram.renamed) && readValue(text, at.diagram.renamed)
  if (read && 'why' in read) at.refused('script', text, read.why)
  if (!read || 'why' in read) return
  element.script = read.text
  element.scriptFormat = 'feel'
  at.changed(text, read.text)
}
