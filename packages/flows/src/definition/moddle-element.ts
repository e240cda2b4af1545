/** An element as bpmn-moddle reads it: BPMN's own property names. We look at these and no others. */
export interface ModdleElement {
  $type: string
  $parent?: ModdleElement
  id?: string
  name?: string
  isExecutable?: boolean
  processRef?: ModdleElement
  flowElements?: ModdleElement[]
  laneSets?: ModdleElement[]
  lanes?: ModdleElement[]
  childLaneSet?: ModdleElement
  flowNodeRef?: ModdleElement[]
  sourceRef?: ModdleElement
  targetRef?: ModdleElement
  attachedToRef?: ModdleElement
  cancelActivity?: boolean
  isInterrupting?: boolean
  default?: ModdleElement
  conditionExpression?: ModdleElement
  body?: string
  eventDefinitions?: ModdleElement[]
  timeDate?: ModdleElement
  timeDuration?: ModdleElement
  timeCycle?: ModdleElement
  messageRef?: ModdleElement
  errorRef?: ModdleElement
  errorCode?: string
  signalRef?: ModdleElement
  escalationRef?: ModdleElement
  escalationCode?: string
  condition?: ModdleElement
  scriptFormat?: string
  script?: string
  loopCharacteristics?: ModdleElement
  isSequential?: boolean
  loopCardinality?: ModdleElement
  /** Names that `loopDataInputRef` and `loopDataOutputRef` hold, whether they are drawn or not. */
  inputCollection?: string
  outputCollection?: string
  inputDataItem?: ModdleElement
  outputDataItem?: ModdleElement
  completionCondition?: ModdleElement
  behavior?: string
  /** `zhupi:` attributes of the marker. */
  collection?: string
  elementVariable?: string
  outputElement?: string
  resultCollection?: string
  loopCondition?: ModdleElement
  testBefore?: boolean
  loopMaximum?: number
  triggeredByEvent?: boolean
  calledElement?: string
  isForCompensation?: boolean
  artifacts?: ModdleElement[]
  activityRef?: ModdleElement
  waitForCompletion?: boolean
  extensionElements?: { values?: ModdleExtension[] }
}

/** Any element inside `bpmn:extensionElements`: its attributes as text, ours with their children. */
export interface ModdleExtension {
  $type: string
  fields?: ModdleExtension[]
  inputs?: ModdleExtension[]
  outputs?: ModdleExtension[]
  ins?: ModdleExtension[]
  outs?: ModdleExtension[]
  [attribute: string]: unknown
}

/** The extension elements of one type, such as `zhupi:People`. */
export function extensionsOf(element: ModdleElement, type: string): ModdleExtension[] {
  return element.extensionElements?.values?.filter((value) => value.$type === type) ?? []
}

/** An attribute's text; absent or empty is undefined. */
export function attribute(extension: ModdleExtension | undefined, name: string): string | undefined {
  const value = extension?.[name]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}
