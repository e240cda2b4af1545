import { conditionOf } from '../definition/expression.ts'
import { extensionsOf, type ModdleElement, type ModdleExtension } from '../definition/moddle-element.ts'
import type { Diagram, Node } from './diagram.ts'

/** One expression of a diagram, and where it stands. */
export interface Expression {
  elementId: string
  /** The node that evaluates it. */
  node: Node
  path: (string | number)[]
  /** FEEL without `{{ }}`. */
  text: string
  /** Names that only this expression sees. */
  own: readonly string[]
}

/** Every expression of a diagram: conditions, scripts, and what stands in `{{ }}`. */
export function expressionsOf({ nodes, flows }: Diagram): Expression[] {
  return [
    ...flows.flatMap(({ id, source, condition }) =>
      condition === undefined
        ? []
        : [{ elementId: id, node: source, path: ['conditionExpression'], text: condition, own: [] }],
    ),
    ...nodes.flatMap(expressionsOfNode),
  ]
}

function expressionsOfNode(node: Node): Expression[] {
  const { element } = node
  const at = (path: (string | number)[], texts: string[], own: readonly string[] = []): Expression[] =>
    texts.map((text) => ({ elementId: node.id, node, path, text, own }))
  const whole = (text: string | undefined) => (text?.trim() ? [conditionOf(text)] : [])
  return [
    ...at(['condition'], whole(element.eventDefinitions?.[0]?.condition?.body)),
    ...at(['script'], /feel|^$/i.test(element.scriptFormat ?? '') ? whole(element.script) : []),
    ...timers(element).flatMap(({ $type, body }) => at([$type], parts(body))),
    ...(element.extensionElements?.values ?? []).filter(isOurs).flatMap((extension) => inExtension(extension, at)),
  ]
}

function inExtension(
  extension: ModdleExtension,
  at: (path: (string | number)[], texts: string[], own?: readonly string[]) => Expression[],
): Expression[] {
  const name = `${extension.$type.charAt(0).toLowerCase()}${extension.$type.slice(1)}`.replace(
    /:(.)/,
    (_, first) => `:${first.toLowerCase()}`,
  )
  const attributes = Object.entries(extension).flatMap(([key, value]) => {
    if (typeof value !== 'string' || key.startsWith('$')) return []
    const isFeel = extension.$type === 'zhupi:People' && extension.from === 'feel' && key === 'value'
    return at([name, key], isFeel ? [conditionOf(value)] : parts(value))
  })
  const inputs = (extension.inputs ?? []).flatMap(({ name: input, value }) => at([name, String(input)], parts(value)))
  const outputs = (extension.outputs ?? []).flatMap(({ name: output, value }) =>
    at([name, String(output)], parts(value), ['result']),
  )
  return [...attributes, ...inputs, ...outputs]
}

function parts(text: unknown): string[] {
  if (typeof text !== 'string') return []
  return [...text.matchAll(/\{\{([\s\S]*?)\}\}/g)].map(([, inner = '']) => inner.trim())
}

function timers(element: ModdleElement): ModdleElement[] {
  const [definition] = element.eventDefinitions ?? []
  return [definition?.timeDate, definition?.timeDuration, definition?.timeCycle].flatMap((timer) => timer ?? [])
}

function isOurs({ $type }: ModdleExtension): boolean {
  return $type.startsWith('zhupi:')
}

const SETS = new Set(['result', 'resultCollection', 'target', 'elementVariable', 'outputElement', 'outputCollection'])

/** Variables that the diagram sets itself; undefined when a script sets some whose names are not written down. */
export function variablesSet({ nodes }: Diagram): Set<string> | undefined {
  const found = new Set<string>()
  const look = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > 4) return
    if (Array.isArray(value)) {
      for (const item of value) look(item, depth + 1)
      return
    }
    const { $type, name, $attrs } = value as { $type?: string; name?: unknown; $attrs?: object }
    if ($type === 'zhupi:Output' && typeof name === 'string') found.add(name)
    for (const [key, inner] of [...Object.entries(value), ...Object.entries($attrs ?? {})]) {
      if (typeof inner === 'string' && SETS.has(key.replace('zhupi:', ''))) found.add(inner)
      else if (!key.startsWith('$')) look(inner, depth + 1)
    }
  }
  for (const { element } of nodes) {
    if (element.$type === 'bpmn:ScriptTask' && extensionsOf(element, 'zhupi:Script')[0]?.result === undefined)
      return undefined
    look(element.extensionElements?.values, 0)
    look(element.loopCharacteristics, 0)
  }
  return found
}
