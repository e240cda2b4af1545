/** A decision table, drawn as rows of texts: what the inputs must be, then what comes out. */
export interface DrawnTable {
  hitPolicy?: string
  aggregation?: string
  inputs: (string | { expression: string; type?: string; allowed?: string })[]
  outputs: (string | { name: string; allowed?: string; fallback?: string })[]
  rules: string[][]
}

/** The XML of a decision by this table. */
export function decisionXml(
  table: DrawnTable,
  { id = 'd', inside = '' }: { id?: string; inside?: string } = {},
): string {
  const { hitPolicy = 'UNIQUE', aggregation, inputs, outputs, rules } = table
  const input = inputs.map((one) => {
    const { expression, type, allowed } = typeof one === 'string' ? { expression: one } : one
    return `<input><inputExpression${type ? ` typeRef="${type}"` : ''}>${text(expression)}</inputExpression>${values('inputValues', allowed)}</input>`
  })
  const output = outputs.map((one) => {
    const { name, allowed, fallback } = typeof one === 'string' ? { name: one } : one
    return `<output name="${name}">${values('outputValues', allowed)}${values('defaultOutputEntry', fallback)}</output>`
  })
  const rule = rules.map((row) => {
    const cells = row.map((cell, place) => {
      const tag = place < inputs.length ? 'inputEntry' : 'outputEntry'
      return `<${tag}>${text(cell)}</${tag}>`
    })
    return `<rule>${cells.join('')}</rule>`
  })
  const attributes = `hitPolicy="${hitPolicy}"${aggregation ? ` aggregation="${aggregation}"` : ''}`
  return `<decision id="${id}" name="${id}">${inside}<decisionTable ${attributes}>${[...input, ...output, ...rule].join('')}</decisionTable></decision>`
}

/** A file of decisions. */
export function dmn(inside: string, namespace = 'https://www.omg.org/spec/DMN/20191111/MODEL/'): string {
  return `<definitions xmlns="${namespace}" id="file" name="file" namespace="urn:zhupi:test">${inside}</definitions>`
}

/** What requires other decisions of the same file. */
export function requiring(...ids: string[]): string {
  return ids.map((id) => `<informationRequirement><requiredDecision href="#${id}" /></informationRequirement>`).join('')
}

function text(feel: string): string {
  return `<text><![CDATA[${feel}]]></text>`
}

function values(tag: string, feel: string | undefined): string {
  return feel === undefined ? '' : `<${tag}>${text(feel)}</${tag}>`
}
