import fc from 'fast-check'

/** Random unstructured diagrams: gateways and steps with flows between any two of them, right or wrong. */
export interface Net {
  kinds: ('user' | 'parallel' | 'exclusive')[]
  flows: [number, number][]
}

export const net: fc.Arbitrary<Net> = fc.integer({ min: 3, max: 9 }).chain((size) =>
  fc.record({
    kinds: fc.array(fc.constantFrom('user' as const, 'parallel' as const, 'parallel' as const, 'exclusive' as const), {
      minLength: size,
      maxLength: size,
    }),
    flows: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { minLength: size, maxLength: size * 2 }),
  }),
)

const TAGS = { user: 'userTask', parallel: 'parallelGateway', exclusive: 'exclusiveGateway' }

/** Flows lead mostly on; `choice<n>` decides at splits, the last branch being the default. */
export function netToXml({ kinds, flows }: Net): string {
  const drawn = new Map<string, { id: string; from: string; to: string }>()
  const draw = (from: string, to: string) => drawn.set(`${from}-${to}`, { id: `f-${from}-${to}`, from, to })
  draw('start', 'n0')
  for (const [from, to] of flows) if (from < to || kinds[to] === 'user') draw(`n${from}`, `n${to}`)
  for (const [index] of kinds.entries()) {
    if (![...drawn.values()].some(({ from }) => from === `n${index}`)) draw(`n${index}`, 'end')
  }
  const all = [...drawn.values()]
  const nodes = kinds.map((kind, index) => {
    const id = `n${index}`
    const last = all.findLast(({ from }) => from === id)
    return `<${TAGS[kind]} id="${id}"${kind === 'exclusive' ? ` default="${last?.id}"` : ''} />`
  })
  const sequence = all.map(({ id, from, to }, at) => {
    const isChoice =
      kinds[Number(from.slice(1))] === 'exclusive' && all.findLast((flow) => flow.from === from)?.id !== id
    const condition = isChoice ? `<conditionExpression>choice${at % 2} = true</conditionExpression>` : ''
    return `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${condition}</sequenceFlow>`
  })
  return `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><process id="p" isExecutable="true"><startEvent id="start" />${nodes.join('')}<endEvent id="end" />${sequence.join('')}</process></definitions>`
}
