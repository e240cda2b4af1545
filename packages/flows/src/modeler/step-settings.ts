/**
 * The settings of one element as the panel of the modeler edits them: the attributes of our extension, by the names of
 * `zhupiModdle`, as text. What is absent is not written.
 */
export interface StepSettings {
  people: Attributes[]
  round: Attributes
  policies: Attributes
  actions: Attributes
  opinion: Attributes
  due: Attributes
  /** Field key -> `hidden`, `read`, `edit`, `require`; `*` is the default. */
  fields: Record<string, string>
  service: { type: string; inputs: Attributes[]; outputs: Attributes[] } | undefined
  subscription: Attributes
}

export type Attributes = Record<string, string>

/** What bpmn-moddle keeps of an element, as far as settings are concerned. */
export interface BusinessObject {
  $type: string
  id: string
  name?: string
  extensionElements?: { values?: Extension[] }
  loopCharacteristics?: { $type: string; isSequential?: boolean }
  conditionExpression?: { body?: string }
  default?: BusinessObject
  sourceRef?: BusinessObject
  targetRef?: BusinessObject
  incoming?: BusinessObject[]
  outgoing?: BusinessObject[]
}

export interface Extension {
  $type: string
  get(name: string): unknown
}

/** Makes an element of the extension. */
export type Create = (type: string, attributes: Record<string, unknown>) => Extension

const PARTS = {
  round: ['zhupi:Round', ['type', 'threshold', 'by']],
  policies: ['zhupi:Policies', ['onReject', 'returnTo', 'nobody', 'named', 'self', 'repeat']],
  actions: ['zhupi:Actions', ['allow', 'outcomes']],
  opinion: ['zhupi:Opinion', ['field', 'required', 'signature', 'seal']],
  due: ['zhupi:Due', ['after', 'calendar', 'overdue']],
  subscription: ['zhupi:Subscription', ['correlationKey']],
} as const
const PEOPLE = ['from', 'value', 'unit', 'levels', 'weight']
const OURS = new Set(['zhupi:People', 'zhupi:Fields', 'zhupi:Service', ...Object.values(PARTS).map(([type]) => type)])

export function readSettings(element: BusinessObject): StepSettings {
  const values = element.extensionElements?.values ?? []
  const all = (type: string) => values.filter(({ $type }) => $type === type)
  const part = (key: keyof typeof PARTS) => attributesOf(all(PARTS[key][0])[0], PARTS[key][1])
  const service = all('zhupi:Service')[0]
  const fields = (all('zhupi:Fields')[0]?.get('fields') as Extension[] | undefined) ?? []
  return {
    people: all('zhupi:People').map((one) => attributesOf(one, PEOPLE)),
    round: part('round'),
    policies: part('policies'),
    actions: part('actions'),
    opinion: part('opinion'),
    due: part('due'),
    subscription: part('subscription'),
    fields: Object.fromEntries(fields.map((field) => [String(field.get('key')), String(field.get('access'))])),
    service: service && {
      type: String(service.get('type') ?? ''),
      inputs: mappings(service, 'inputs'),
      outputs: mappings(service, 'outputs'),
    },
  }
}

/** The elements of the extension that say these settings; those of others stay as they are. */
export function writeSettings(element: BusinessObject, settings: StepSettings, create: Create): Extension[] {
  const kept = (element.extensionElements?.values ?? []).filter(({ $type }) => !OURS.has($type))
  const written = settings.people.map((rule) => create('zhupi:People', filled(rule)))
  for (const [key, [type]] of Object.entries(PARTS)) {
    const attributes = filled(settings[key as keyof typeof PARTS])
    if (Object.keys(attributes).length > 0) written.push(create(type, attributes))
  }
  const fields = Object.entries(settings.fields).map(([key, access]) => create('zhupi:Field', { key, access }))
  if (fields.length > 0) written.push(create('zhupi:Fields', { fields }))
  if (settings.service) {
    const { type, inputs, outputs } = settings.service
    written.push(
      create('zhupi:Service', {
        type,
        inputs: inputs.map((one) => create('zhupi:Input', one)),
        outputs: outputs.map((one) => create('zhupi:Output', one)),
      }),
    )
  }
  return [...kept, ...written]
}

function attributesOf(extension: Extension | undefined, names: readonly string[]): Attributes {
  if (!extension) return {}
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = extension.get(name)
      return value === undefined ? [] : [[name, String(value)]]
    }),
  )
}

function mappings(service: Extension, name: string): Attributes[] {
  return ((service.get(name) as Extension[] | undefined) ?? []).map((one) => attributesOf(one, ['name', 'value']))
}

function filled(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== ''))
}
