import fc from 'fast-check'
import type { Decision } from '../src/index.ts'

/** Random structured diagrams: blocks in blocks, each with one way in and one way out. */
export type Block =
  | { kind: 'user'; people: number; round: 'single' | 'all' | 'any' | 'vote' | 'sequential'; policies: Policies }
  | { kind: 'service'; once: boolean }
  | { kind: 'receive' }
  /** Decides by a table of the host. */
  | { kind: 'rule' }
  /** Waits for a signal on the way, or is a user task that one reaches while it is open. */
  | { kind: 'signal'; on: 'way' | 'interrupting' | 'beside' }
  | { kind: 'line'; blocks: Block[] }
  | { kind: 'parallel' | 'exclusive' | 'inclusive'; blocks: Block[] }
  /** Goes round again while its user task is rejected. */
  | { kind: 'loop'; block: Block }
  | { kind: 'sub'; block: Block; timer: 'none' | 'interrupting' | 'beside' }
  /** What is repeated: an activity of one block, or a user task of two entries. */
  | { kind: 'repeated'; marker: Marker; of: 'sub' | 'user' | 'service' | 'receive' | 'call'; block: Block }
  /** Another process, which holds the block. */
  | { kind: 'call'; all: boolean; block: Block }
  /** A user task with a boundary timer that leads round `block`. */
  | { kind: 'timed'; interrupting: boolean; block: Block }
  /** An activity that something compensates; with a marker, each time that it is run. */
  | { kind: 'compensated'; by: Compensator; of: 'sub' | 'call' | 'user' | 'service'; marker?: Marker; block: Block }
  /** Compensates all that can be seen from it. */
  | { kind: 'compensate'; wait: boolean }
  /** Is cancelled when its last user task is rejected. */
  | { kind: 'transaction'; block: Block }

/** What compensates: an activity, or what is inside together with an event sub-process there. */
type Compensator = 'user' | 'service' | 'task' | 'inside'

export type Marker = 'parallel' | 'sequential' | 'some' | 'cardinality' | 'until' | 'twice'

interface Policies {
  onReject: 'end' | 'return' | 'continue' | 'all'
  repeat: 'ask' | 'skipAdjacent' | 'skipEver'
}

const user = fc.record({
  kind: fc.constant('user' as const),
  people: fc.nat(6),
  round: fc.constantFrom('single', 'single', 'all', 'any', 'vote', 'sequential'),
  policies: fc.record({
    onReject: fc.constantFrom('continue', 'continue', 'end', 'return', 'all'),
    repeat: fc.constantFrom('ask', 'ask', 'skipAdjacent', 'skipEver'),
  }),
}) as fc.Arbitrary<Block>

export const block: fc.Arbitrary<Block> = fc.letrec<{ block: Block; leaf: Block }>((tie) => ({
  leaf: fc.oneof(
    { weight: 6, arbitrary: user },
    fc.record({ kind: fc.constant('service' as const), once: fc.boolean() }),
    fc.constant({ kind: 'receive' as const }),
    fc.constant({ kind: 'rule' as const }),
    fc.record({ kind: fc.constant('signal' as const), on: fc.constantFrom('way', 'interrupting', 'beside') }),
  ),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc.record({ kind: fc.constant('line' as const), blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }) }),
    fc.record({
      kind: fc.constantFrom('parallel' as const, 'exclusive' as const, 'inclusive' as const),
      blocks: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('loop' as const), block: tie('block') }),
    fc.record({
      kind: fc.constant('sub' as const),
      block: tie('block'),
      timer: fc.constantFrom('none', 'interrupting', 'beside'),
    }),
    fc.record({ kind: fc.constant('timed' as const), interrupting: fc.boolean(), block: tie('block') }),
    fc.record({
      kind: fc.constant('repeated' as const),
      marker: fc.constantFrom<Marker>('parallel', 'sequential', 'some', 'cardinality', 'until', 'twice'),
      of: fc.constantFrom('sub', 'sub', 'user', 'service', 'receive', 'call'),
      block: tie('block'),
    }),
    fc.record({ kind: fc.constant('call' as const), all: fc.boolean(), block: tie('block') }),
    fc.record({
      kind: fc.constant('compensated' as const),
      by: fc.constantFrom<Compensator>('user', 'service', 'task', 'inside'),
      of: fc.constantFrom('sub', 'call', 'user', 'service'),
      marker: fc.option(fc.constantFrom<Marker>('parallel', 'sequential', 'some', 'cardinality', 'until', 'twice'), {
        nil: undefined,
        freq: 1,
      }),
      block: tie('block'),
    }),
    fc.record({ kind: fc.constant('compensate' as const), wait: fc.boolean() }),
    fc.record({ kind: fc.constant('transaction' as const), block: tie('block') }),
  ),
})).block

/** The diagram of a block between a user task and an end, as XML. Without `repeat` nobody is skipped. */
export function toXml(block: Block, { inclusive = true, repeat = true, signals = true } = {}): string {
  const scope = new Drawing(inclusive, repeat, signals)
  const inside = scope.inScope(() => scope.line([{ kind: 'user', people: 0, round: 'single', policies: ASK }, block]))
  const called = scope.processes.join('')
  return `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhupi="urn:zhupi:bpmn:1" targetNamespace="t"><signal id="signal" name="signal" /><process id="p" isExecutable="true">${inside}</process>${called}</definitions>`
}

const RULE = '<extensionElements><zhupi:decision ref="level" result="level" /></extensionElements>'

/** What business rule tasks decide by, where it is linked. */
export const LEVEL: Decision = {
  id: 'level',
  steps: [
    {
      id: 'level',
      name: 'level',
      requires: [],
      logic: {
        kind: 'table',
        hitPolicy: 'UNIQUE',
        inputs: [{ label: 'choice', expression: 'choice0' }],
        outputs: [{ name: 'level', order: [], fallback: '0' }],
        rules: [
          { tests: ['choice0 = true'], outputs: [{ expression: '1' }] },
          { tests: ['choice0 = false'], outputs: [{ expression: '2' }] },
        ],
      },
    },
  ],
}

const MARKERS: Record<Marker, string> = {
  parallel: multiInstance('zhupi:collection="items" zhupi:elementVariable="item"'),
  sequential: multiInstance(
    'isSequential="true" zhupi:collection="items" zhupi:elementVariable="item" zhupi:resultCollection="results" zhupi:outputElement="loopCounter"',
  ),
  some: multiInstance(
    'zhupi:collection="items"',
    '<completionCondition>nrOfCompletedInstances = 1</completionCondition>',
  ),
  cardinality: multiInstance('', '<loopCardinality>2</loopCardinality>'),
  until:
    '<standardLoopCharacteristics loopMaximum="2"><loopCondition>choice0 = true</loopCondition></standardLoopCharacteristics>',
  twice: '<standardLoopCharacteristics testBefore="true" loopMaximum="2" />',
}

function multiInstance(attributes: string, inside = ''): string {
  return `<multiInstanceLoopCharacteristics ${attributes}>${inside}</multiInstanceLoopCharacteristics>`
}

const ASK: Policies = { onReject: 'continue', repeat: 'ask' }

/** A part of the drawing: where it is entered and left. */
type Part = { first: string; last: string }

class Drawing {
  private count = 0
  private xml: string[] = []
  /** The processes that are called. */
  readonly processes: string[] = []
  private readonly inclusive: boolean
  private readonly repeat: boolean
  private readonly signals: boolean

  constructor(inclusive: boolean, repeat: boolean, signals: boolean) {
    this.inclusive = inclusive
    this.repeat = repeat
    this.signals = signals
  }

  private id(prefix: string): string {
    this.count += 1
    return `${prefix}${this.count}`
  }

  private flow(source: string, target: string, condition?: string, id = this.id('flow')): string {
    const inside = condition ? `<conditionExpression>${condition}</conditionExpression>` : ''
    this.xml.push(`<sequenceFlow id="${id}" sourceRef="${source}" targetRef="${target}">${inside}</sequenceFlow>`)
    return id
  }

  private node(tag: string, id: string, inside = '', attributes = ''): string {
    this.xml.push(`<${tag} id="${id}"${attributes}>${inside}</${tag}>`)
    return id
  }

  /** Draws a part between a start and an end event; the XML of a process or sub-process. */
  inScope(draw: () => Part): string {
    const outer = this.xml
    this.xml = []
    const start = this.node('startEvent', this.id('start'))
    const { first, last } = draw()
    this.flow(start, first)
    this.flow(last, this.node('endEvent', this.id('end')))
    const inside = this.xml.join('')
    this.xml = outer
    return inside
  }

  line(blocks: Block[]): Part {
    const parts = blocks.map((block) => this.part(block))
    for (const [index, part] of parts.entries()) {
      const next = parts[index + 1]
      if (next) this.flow(part.last, next.first)
    }
    return { first: parts[0]!.first, last: parts.at(-1)!.last }
  }

  private part(block: Block): Part {
    switch (block.kind) {
      case 'user':
        return single(this.user(block))
      case 'service':
        return single(this.node('serviceTask', this.id('service'), service(block.once)))
      case 'receive':
        return single(this.node('receiveTask', this.id('receive')))
      case 'rule':
        return single(this.node('businessRuleTask', this.id('rule'), RULE))
      case 'signal':
        return this.signal(block.on)
      case 'line':
        return this.line(block.blocks)
      case 'parallel':
        return this.branches('parallelGateway', block.blocks)
      case 'exclusive':
        return this.branches('exclusiveGateway', block.blocks, true)
      case 'inclusive':
        return this.branches(this.inclusive ? 'inclusiveGateway' : 'parallelGateway', block.blocks, this.inclusive)
      case 'loop':
        return this.loop(block.block)
      case 'sub':
        return this.sub(block)
      case 'timed':
        return this.timed(block)
      case 'call':
        return single(this.call(block.block, block.all))
      case 'repeated':
        return single(this.repeated(block))
      case 'compensated':
        return this.compensated(block)
      case 'compensate':
        return single(this.compensate(block.wait))
      case 'transaction':
        return this.transaction(block.block)
    }
  }

  private user({ people, round, policies }: Extract<Block, { kind: 'user' }>): string {
    const marker =
      round === 'single'
        ? ''
        : `<multiInstanceLoopCharacteristics${round === 'sequential' ? ' isSequential="true"' : ''} />`
    const who = Array.from({ length: 1 + (people % 3) }, (_, index) => `u${(people + index) % 4}`)
    return this.node(
      'userTask',
      this.id('user'),
      `<extensionElements>${who.map((person) => `<zhupi:people from="user" value="${person}" />`).join('')}
        <zhupi:round type="${round}" /><zhupi:actions allow="approve reject return transfer delegate addSigners removeSigners claim" /><zhupi:policies onReject="${policies.onReject}" repeat="${this.repeat ? policies.repeat : 'ask'}" />
      </extensionElements>${marker}`,
    )
  }

  /** A condition asks for the decision of the user task before; the last branch is the default. */
  private branches(tag: string, blocks: Block[], conditions = false): Part {
    const split = this.id('split')
    const join = this.id('join')
    const fallback = this.id('flow')
    this.node(tag, split, '', conditions ? ` default="${fallback}"` : '')
    this.node(tag, join)
    for (const [index, block] of blocks.entries()) {
      const { first, last } = this.part(block)
      const isDefault = conditions && index === blocks.length - 1
      this.flow(
        split,
        first,
        conditions && !isDefault ? `choice${index} = true` : undefined,
        isDefault ? fallback : undefined,
      )
      this.flow(last, join)
    }
    return { first: split, last: join }
  }

  private loop(block: Block): Part {
    const meet = this.node('exclusiveGateway', this.id('meet'))
    const { first, last } = this.part(block)
    const asked = this.user({ kind: 'user', people: 1, round: 'single', policies: ASK })
    const done = this.id('flow')
    const again = this.node('exclusiveGateway', this.id('again'), '', ` default="${done}"`)
    const after = this.node('task', this.id('task'))
    this.flow(meet, first)
    this.flow(last, asked)
    this.flow(asked, again)
    this.flow(again, meet, `decisions.${asked} = "reject"`)
    this.flow(again, after, undefined, done)
    return { first: meet, last: after }
  }

  private sub({ block, timer }: Extract<Block, { kind: 'sub' }>): Part {
    const id = this.id('sub')
    const inside = this.inScope(() => this.part(block))
    this.node('subProcess', id, inside)
    return timer === 'none'
      ? single(id)
      : this.withTimer(id, timer === 'interrupting', () => single(this.node('task', this.id('task'))))
  }

  private call(block: Block, all: boolean, marker = ''): string {
    const process = this.id('process')
    const inside = this.inScope(() => this.part(block))
    this.processes.push(`<process id="${process}">${inside}</process>`)
    const given = ['choice0', 'choice1', 'items'].map((name) => `<zhupi:in source="${name}" />`).join('')
    const extension = `<extensionElements><zhupi:call>${all ? '' : given}</zhupi:call></extensionElements>`
    return this.node('callActivity', this.id('call'), extension + marker, ` calledElement="${process}"`)
  }

  private repeated({ marker: kind, of, block }: Extract<Block, { kind: 'repeated' }>): string {
    const marker = MARKERS[kind]
    switch (of) {
      case 'sub': {
        const id = this.id('sub')
        const inside = this.inScope(() => this.part(block))
        return this.node('subProcess', id, marker + inside)
      }
      case 'call':
        return this.call(block, true, marker)
      case 'user': {
        const item = kind === 'parallel' || kind === 'sequential'
        // Without an entry to speak of, the people of a cardinality would make it a round.
        const people =
          kind === 'cardinality' ? '' : `<zhupi:people from="user" value="${item ? '{{ item }}' : 'u1'}" />`
        const extension = `<extensionElements>${people}<zhupi:actions allow="approve reject return" /><zhupi:policies onReject="continue" /></extensionElements>`
        return this.node('userTask', this.id('user'), extension + marker)
      }
      case 'service':
        return this.node('serviceTask', this.id('service'), service(false) + marker)
      case 'receive':
        return this.node('receiveTask', this.id('receive'), marker)
    }
  }

  private signal(on: 'way' | 'interrupting' | 'beside'): Part {
    const event = '<signalEventDefinition signalRef="signal" />'
    if (!this.signals) return single(this.node('receiveTask', this.id('receive')))
    if (on === 'way') return single(this.node('intermediateCatchEvent', this.id('heard'), event))
    const host = this.user({ kind: 'user', people: 1, round: 'single', policies: ASK })
    return this.withBoundary(host, event, on === 'interrupting', () => single(this.node('task', this.id('task'))))
  }

  private timed({ interrupting, block }: Extract<Block, { kind: 'timed' }>): Part {
    const host = this.user({ kind: 'user', people: 2, round: 'all', policies: ASK })
    return this.withTimer(host, interrupting, () => this.part(block))
  }

  private compensate(wait = true): string {
    const event = `<compensateEventDefinition waitForCompletion="${wait}" />`
    return this.node('intermediateThrowEvent', this.id('compensate'), event)
  }

  /** What compensates a user task stands beside it; `inside`: in an event sub-process, which compensates what is there. */
  private compensated({ by, of, marker, block }: Extract<Block, { kind: 'compensated' }>): Part {
    const isInside = of === 'sub' && by === 'inside'
    const host = this.compensable(of, marker, block, isInside)
    if (isInside) return single(host)
    const compensation = '<compensateEventDefinition />'
    const event = this.node('boundaryEvent', this.id('undo'), compensation, ` attachedToRef="${host}"`)
    const handler = this.id('handler')
    if (by === 'service') this.node('serviceTask', handler, service(false), ' isForCompensation="true"')
    else this.node(by === 'task' ? 'task' : 'userTask', handler, '', ' isForCompensation="true"')
    this.xml.push(`<association id="${this.id('association')}" sourceRef="${event}" targetRef="${handler}" />`)
    return single(host)
  }

  private compensable(of: 'sub' | 'call' | 'user' | 'service', kind: Marker | undefined, block: Block, undo: boolean) {
    if (of === 'call') return this.call(block, true, kind && MARKERS[kind])
    if (of === 'sub') {
      const inside = this.inScope(() => this.part(block)) + (undo ? this.eventSubProcess() : '')
      return this.node('subProcess', this.id('sub'), (kind ? MARKERS[kind] : '') + inside)
    }
    if (kind) return this.repeated({ kind: 'repeated', marker: kind, of, block })
    return of === 'user'
      ? this.user(block.kind === 'user' ? block : { kind: 'user', people: 1, round: 'all', policies: ASK })
      : this.node('serviceTask', this.id('service'), service(false))
  }

  private eventSubProcess(): string {
    const outer = this.xml
    this.xml = []
    const inside = this.inScope(() => {
      const asked = this.user({ kind: 'user', people: 1, round: 'single', policies: ASK })
      const compensate = this.compensate()
      this.flow(asked, compensate)
      return { first: asked, last: compensate }
    }).replace(/(<startEvent id="[^"]*">)/, '$1<compensateEventDefinition />')
    this.node('subProcess', this.id('onUndo'), inside, ' triggeredByEvent="true"')
    const xml = this.xml.join('')
    this.xml = outer
    return xml
  }

  private transaction(block: Block): Part {
    const id = this.id('transaction')
    const inside = this.inScope(() => {
      const { first, last } = this.part(block)
      const asked = this.user({ kind: 'user', people: 1, round: 'single', policies: ASK })
      const done = this.id('flow')
      const which = this.node('exclusiveGateway', this.id('which'), '', ` default="${done}"`)
      const after = this.node('task', this.id('task'))
      this.flow(last, asked)
      this.flow(asked, which)
      const cancel = this.node('endEvent', this.id('cancel'), '<cancelEventDefinition />')
      this.flow(which, cancel, `decisions.${asked} = "reject"`)
      this.flow(which, after, undefined, done)
      return { first, last: after }
    })
    this.node('transaction', id, inside)
    const cancelled = this.node(
      'boundaryEvent',
      this.id('cancelled'),
      '<cancelEventDefinition />',
      ` attachedToRef="${id}"`,
    )
    const meet = this.node('exclusiveGateway', this.id('meet'))
    this.flow(cancelled, meet)
    this.flow(id, meet)
    return { first: id, last: meet }
  }

  /** An interrupting timer leads round to where the activity leads; the other to an end of its own. */
  private withTimer(host: string, interrupting: boolean, way: () => Part): Part {
    const event = '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>'
    return this.withBoundary(host, event, interrupting, way)
  }

  /** An interrupting event leads round to where the activity leads; the other to an end of its own. */
  private withBoundary(host: string, event: string, interrupting: boolean, way: () => Part): Part {
    const timer = this.id(event.startsWith('<timer') ? 'timer' : 'called')
    this.node('boundaryEvent', timer, event, ` attachedToRef="${host}" cancelActivity="${interrupting}"`)
    const { first, last } = way()
    this.flow(timer, first)
    if (!interrupting) {
      this.flow(last, this.node('endEvent', this.id('end')))
      return single(host)
    }
    const meet = this.node('exclusiveGateway', this.id('meet'))
    this.flow(last, meet)
    this.flow(host, meet)
    return { first: host, last: meet }
  }
}

function single(id: string): Part {
  return { first: id, last: id }
}

function service(once: boolean): string {
  return `<extensionElements><zhupi:service type="work" once="${once}" /></extensionElements>`
}
