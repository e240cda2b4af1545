import type { Text } from '../text.ts'
import type { ForeignDiagram } from './foreign-diagram.ts'
import { type Read, readText, readValue } from './texts.ts'

/** An element as moddle reads it without a descriptor: attributes as text, `$body` and `$children`. */
export interface Generic {
  $type: string
  $body?: string
  $children?: Generic[]
  [attribute: string]: unknown
}

/** An element of BPMN as moddle reads it: the properties that vendors add something to. */
export interface ForeignModdle {
  $type: string
  /** Attributes without a descriptor, such as `camunda:assignee`. */
  $attrs: Record<string, string>
  $parent?: ForeignModdle
  id?: string
  body?: string
  language?: string
  script?: string
  scriptFormat?: string
  calledElement?: string
  conditionExpression?: ForeignModdle
  /** Of an activity: `bpmn:HumanPerformer`, `bpmn:PotentialOwner`, … */
  resources?: ForeignModdle[]
  resourceAssignmentExpression?: ForeignModdle
  expression?: ForeignModdle
  condition?: ForeignModdle
  eventDefinitions?: ForeignModdle[]
  messageRef?: ForeignModdle
  timeDate?: ForeignModdle
  timeDuration?: ForeignModdle
  timeCycle?: ForeignModdle
  loopCharacteristics?: ForeignModdle
  isSequential?: boolean
  loopCardinality?: ForeignModdle
  completionCondition?: ForeignModdle
  loopCondition?: ForeignModdle
  extensionElements?: ForeignExtensions
}

export interface ForeignExtensions {
  values?: Generic[]
  $parent?: ForeignModdle
}

/** One element of a diagram while its vendor's attributes are turned into ours. What is taken is gone from it. */
export class ForeignElement {
  readonly element: ForeignModdle
  readonly diagram: ForeignDiagram

  constructor(element: ForeignModdle, diagram: ForeignDiagram) {
    this.element = element
    this.diagram = diagram
  }

  get type(): string {
    return this.element.$type
  }

  /** Its own id, or that of the element around it. */
  get id(): string {
    let at: ForeignModdle | undefined = this.element
    while (at && at.id === undefined) at = at.$parent
    return at?.id ?? ''
  }

  /** Takes an attribute of the vendor; one without text counts as none. */
  take(name: string): string | undefined {
    for (const prefix of this.diagram.prefixes) {
      const key = `${prefix}:${name}`
      const text = this.element.$attrs[key]
      if (text === undefined) continue
      delete this.element.$attrs[key]
      if (text.trim() !== '') return text.trim()
    }
    return undefined
  }

  /** Takes the vendor's extension elements of this name. */
  takeExtensions(name: string): Generic[] {
    const isIt = ({ $type }: Generic) => this.diagram.isForeign($type) && $type.endsWith(`:${name}`)
    return this.removeExtensions(isIt)
  }

  removeExtensions(isIt: (extension: Generic) => boolean): Generic[] {
    const { extensionElements } = this.element
    const values = extensionElements?.values ?? []
    const taken = values.filter(isIt)
    if (!extensionElements || taken.length === 0) return []
    extensionElements.values = values.filter((extension) => !isIt(extension))
    if (extensionElements.values.length === 0) delete this.element.extensionElements
    return taken
  }

  /** Adds an extension element of ours, and says what it stands for. */
  add(
    from: string,
    name: string,
    attributes: Record<string, string>,
    children: [string, Record<string, string>][] = [],
  ): void {
    this.diagram.addExtension(this.element, name, attributes, children)
    this.changed(from, `zhupi:${name}${written(attributes)}`)
  }

  /** Sets an attribute of ours. */
  set(from: string, name: string, value: string): void {
    this.diagram.declareOurs()
    this.element.$attrs[`zhupi:${name}`] = value
    this.changed(from, `zhupi:${name}="${value}"`)
  }

  changed(from: string, to: string): void {
    this.diagram.changes.push({ elementId: this.id, from, to })
  }

  dropped(attribute: string, text: string, why: Text): void {
    this.diagram.dropped.push({ elementId: this.id, attribute, text, why })
  }

  /** What would change where a case goes: the diagram as a whole is refused. */
  refused(attribute: string, text: string, why: Text): void {
    const loss = { elementId: this.id, attribute, text, why }
    this.diagram.dropped.push(loss)
    this.diagram.refused.push(loss)
  }

  /** A text that may hold expressions, with `{{ FEEL }}` in their place; undefined, and said, when one has no FEEL. */
  text(attribute: string, text: string): string | undefined {
    return this.orDropped(attribute, text, readText(text, this.diagram.renamed))
  }

  /** The FEEL of what is one expression, or the name of a variable. */
  value(attribute: string, text: string): string | undefined {
    return this.orDropped(attribute, text, readValue(text, this.diagram.renamed))
  }

  private orDropped(attribute: string, text: string, read: Read): string | undefined {
    if ('text' in read) return read.text
    this.dropped(attribute, text, read.why)
    return undefined
  }
}

export function written(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')
}

/** An attribute of an extension element; one without text counts as none. */
export function of(extension: Generic | undefined, name: string): string | undefined {
  const value = extension?.[name]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** The extension elements inside one, by the name after the prefix. */
export function inside(extension: Generic | undefined, name: string): Generic[] {
  return extension?.$children?.filter(({ $type }) => $type.endsWith(`:${name}`)) ?? []
}
