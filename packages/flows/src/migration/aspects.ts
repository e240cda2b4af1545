import type { FlowElement } from '../definition/process-definition.ts'
import { dueInWords, peopleInWords, roundInWords, typeInWords, type Words } from './words.ts'

/** One thing about an element that a version may change. */
export interface Aspect {
  key: string
  words: Words
  /** What is compared. Ids in it are those of the older version: `now` says what they are in the newer. */
  of(element: FlowElement, now: (id: string | undefined) => string | undefined): unknown
  /** Its value in words, where that is short enough to show. */
  show?(element: FlowElement): Words
}

const same = (text: string | undefined): Words => ({ zh: text ?? '无', en: text ?? 'none' })

/** Everything that can change, each with its words. What is in none of them is found as `settings`. */
export const ASPECTS: readonly Aspect[] = [
  {
    key: 'type',
    words: { zh: '类型', en: 'type' },
    of: ({ type }) => type,
    show: ({ type }) => typeInWords(type),
  },
  { key: 'name', words: { zh: '名称', en: 'name' }, of: ({ name }) => name, show: ({ name }) => same(name) },
  {
    key: 'people',
    words: { zh: '办理人', en: 'people' },
    of: ({ approval }) => approval?.people ?? [],
    show: ({ approval }) => peopleInWords(approval?.people ?? []),
  },
  {
    key: 'round',
    words: { zh: '会签方式', en: 'round' },
    of: ({ approval }) => approval?.round ?? { type: 'single' },
    show: ({ approval }) => roundInWords(approval?.round ?? { type: 'single' }),
  },
  {
    key: 'policies',
    words: { zh: '审批策略', en: 'policies' },
    of: ({ approval }, now) => approval && { ...approval.policies, returnTo: now(approval.policies.returnTo) },
  },
  {
    key: 'actions',
    words: { zh: '可用操作', en: 'actions' },
    of: ({ approval }) => approval && [...approval.actions].sort(),
    show: ({ approval }) => same(approval?.actions.join(' ')),
  },
  {
    key: 'outcomes',
    words: { zh: '其他结论', en: 'outcomes' },
    of: ({ approval }) => approval?.outcomes ?? [],
    show: ({ approval }) => same(approval?.outcomes.join(' ') || undefined),
  },
  {
    key: 'fields',
    words: { zh: '字段权限', en: 'access to fields' },
    of: ({ approval, fields }) => Object.entries(approval?.fields ?? fields ?? {}).sort(),
  },
  { key: 'opinion', words: { zh: '意见栏', en: 'opinion' }, of: ({ approval }) => approval?.opinion },
  {
    key: 'due',
    words: { zh: '办理时限', en: 'due' },
    of: ({ approval }) => approval?.due,
    show: ({ approval }) => dueInWords(approval?.due),
  },
  { key: 'service', words: { zh: '服务', en: 'service' }, of: ({ service }) => service },
  { key: 'loop', words: { zh: '重复方式', en: 'repetition' }, of: ({ loop }) => loop },
  { key: 'call', words: { zh: '调用的流程', en: 'process it calls' }, of: ({ call }) => call },
  { key: 'script', words: { zh: '脚本', en: 'script' }, of: ({ script }) => script },
  { key: 'decision', words: { zh: '决策', en: 'decision' }, of: ({ decision }) => decision },
  {
    key: 'event',
    words: { zh: '事件', en: 'event' },
    of: ({ event }, now) => (event?.kind === 'compensate' ? { ...event, activity: now(event.activity) } : event),
  },
  {
    key: 'compensation',
    words: { zh: '补偿', en: 'compensation' },
    of: ({ compensatedBy, forCompensation }, now) => [now(compensatedBy), forCompensation],
  },
  {
    key: 'interrupting',
    words: { zh: '是否中断', en: 'whether it interrupts' },
    of: ({ interrupting }) => interrupting,
  },
  {
    key: 'attachedTo',
    words: { zh: '所附活动', en: 'activity it sits on' },
    of: ({ attachedTo }, now) => now(attachedTo),
  },
  {
    key: 'default',
    words: { zh: '默认流向', en: 'default flow' },
    of: (element, now) => now(element.default),
  },
  {
    key: 'lanes',
    words: { zh: '泳道', en: 'lane' },
    of: ({ lanes }) => lanes,
    show: ({ lanes }) => same(lanes.join(' / ') || undefined),
  },
  {
    key: 'settings',
    words: { zh: '其他设置', en: 'other settings' },
    of: (element) => Object.entries(element).filter(([key]) => !COVERED.has(key)),
  },
]

const COVERED = new Set([
  ...[
    'id',
    'bareId',
    'type',
    'name',
    'scope',
    'incoming',
    'outgoing',
    'default',
    'lanes',
    'event',
    'attachedTo',
    'interrupting',
  ],
  ...[
    'boundaries',
    'starts',
    'fields',
    'approval',
    'service',
    'script',
    'loop',
    'call',
    'decision',
    'compensatedBy',
    'forCompensation',
    'compensable',
  ],
])
