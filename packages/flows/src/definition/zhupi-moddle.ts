/**
 * The moddle descriptor of our BPMN extension (namespace `urn:zhupi:bpmn:1`), for bpmn-moddle and bpmn-js alike.
 * Numbers are kept as text: `readApproval` checks them and names the element when they are wrong.
 */
export const zhupiModdle = {
  name: 'Zhupi',
  uri: 'urn:zhupi:bpmn:1',
  prefix: 'zhupi',
  xml: { tagAlias: 'lowerCase' },
  types: [
    extension('People', ['from', 'value', 'unit', 'levels', 'weight']),
    extension('Round', ['type', 'threshold', 'by']),
    extension('Policies', ['onReject', 'returnTo', 'nobody', 'named', 'self', 'repeat']),
    extension('Actions', ['allow', 'outcomes']),
    extension('Fields', [], [{ name: 'fields', type: 'Field', isMany: true }]),
    part('Field', ['key', 'access']),
    extension('Opinion', ['field', 'required', 'signature', 'seal']),
    extension('Due', ['after', 'calendar', 'overdue']),
    extension(
      'Service',
      ['type', 'once', 'retries'],
      [
        { name: 'inputs', type: 'Input', isMany: true },
        { name: 'outputs', type: 'Output', isMany: true },
      ],
    ),
    part('Input', ['name', 'value']),
    part('Output', ['name', 'value']),
    extension('Subscription', ['correlationKey']),
    extension('Script', ['result']),
    extension(
      'Call',
      ['binding', 'version', 'isolated'],
      [
        { name: 'ins', type: 'In', isMany: true },
        { name: 'outs', type: 'Out', isMany: true },
      ],
    ),
    part('In', ['source', 'target', 'all']),
    part('Out', ['source', 'target', 'all']),
    {
      ...part('Instances', ['collection', 'elementVariable', 'resultCollection', 'outputElement']),
      extends: ['bpmn:MultiInstanceLoopCharacteristics'],
    },
    extension('Decision', ['ref', 'result']),
  ],
}

interface Property {
  name: string
  type: string
  isAttr?: boolean
  isMany?: boolean
}

function part(name: string, attributes: string[], children: Property[] = []) {
  const properties: Property[] = attributes.map((attribute) => ({ name: attribute, type: 'String', isAttr: true }))
  return { name, properties: [...properties, ...children] }
}

/** A type that may stand in `bpmn:extensionElements`. */
function extension(name: string, attributes: string[], children: Property[] = []) {
  return { ...part(name, attributes, children), superClass: ['Element'] }
}
