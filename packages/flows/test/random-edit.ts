import type { MigrationMapping } from '../src/index.ts'
import { choose } from './random-run.ts'

export interface Edited {
  xml: string
  /** What has another id afterwards. */
  mapping: MigrationMapping
}

type Edit = (before: Edited, choice: number) => Edited

const FLOW = /<sequenceFlow id="(\w+)" sourceRef="(\w+)" targetRef="(\w+)">/g
const USER = /<userTask id="(\w+)">.*?<\/userTask>/gs

/** Edits of a random diagram as people make them; each may find nothing to do. */
const edits: readonly Edit[] = [
  insertTask,
  addBranch,
  removeTask,
  rename,
  changeCondition,
  swapPeople,
  changeRound,
  swapGateways,
]

/** A diagram after some edits. */
export function editOf(xml: string, choices: readonly number[]): Edited {
  return choices.reduce<Edited>(
    (edited, choice) => choose(edits, choice)?.(edited, Math.floor(choice / edits.length)) ?? edited,
    { xml, mapping: {} },
  )
}

/** The id that is free however often this is done. */
function fresh(xml: string, prefix: string): string {
  let count = 1
  while (xml.includes(`"${prefix}${count}"`)) count += 1
  return `${prefix}${count}`
}

function insertTask({ xml, mapping }: Edited, choice: number): Edited {
  const found = choose([...xml.matchAll(FLOW)], choice)
  if (!found) return { xml, mapping }
  const [whole, id = '', source = '', target = ''] = found
  const [task, flow] = [fresh(xml, 'inserted'), fresh(xml, 'way')]
  const drawn = `<userTask id="${task}"><extensionElements><zhupi:people from="user" value="u5" /></extensionElements></userTask>
    <sequenceFlow id="${flow}" sourceRef="${task}" targetRef="${target}"></sequenceFlow>
    <sequenceFlow id="${id}" sourceRef="${source}" targetRef="${task}">`
  return { xml: xml.replace(whole, drawn), mapping: follow(mapping, id, flow) }
}

function removeTask({ xml, mapping }: Edited, choice: number): Edited {
  const tasks = [...xml.matchAll(USER)].filter(([, id]) => !xml.includes(`attachedToRef="${id}"`))
  const [whole = '', task = ''] = choose(tasks, choice) ?? []
  const flows = [...xml.matchAll(FLOW)]
  const [, into = ''] = flows.find(([, , , target]) => target === task) ?? []
  const [out = '', outId = '', , target = ''] = flows.find(([, , source]) => source === task) ?? []
  if (!whole || !into || flows.filter(([, , , at]) => at === task).length > 1) return { xml, mapping }
  return {
    xml: xml
      .replace(whole, '')
      .replace(`${out}</sequenceFlow>`, '')
      .replace(`targetRef="${task}"`, `targetRef="${target}"`),
    mapping: follow(mapping, outId, into),
  }
}

function rename({ xml, mapping }: Edited, choice: number): Edited {
  const ids = [...xml.matchAll(/ id="([a-z]+\d+)"/g)].map(([, id = '']) => id).filter((id) => id !== 'p')
  const chosen = ids.filter((_, index) => (choice + index) % 3 === 0)
  const names = new Map(chosen.map((id) => [id, `${id}_${fresh(xml, 'n')}`]))
  const renamed = xml.replaceAll(/\b[a-z]+\d+(?:_n\d+)?\b/g, (id) => names.get(id) ?? id)
  return { xml: renamed, mapping: [...names].reduce((known, [id, name]) => follow(known, id, name), mapping) }
}

function changeCondition({ xml, mapping }: Edited): Edited {
  return { xml: xml.replaceAll('choice0 = true', 'choice1 = true'), mapping }
}

function swapPeople({ xml, mapping }: Edited): Edited {
  return { xml: xml.replaceAll('value="u1"', 'value="u2"').replaceAll('value="u3"', 'value="u0"'), mapping }
}

function changeRound({ xml, mapping }: Edited, choice: number): Edited {
  const [from, to] = choice % 2 === 0 ? ['all', 'any'] : ['any', 'vote']
  return { xml: xml.replaceAll(`round type="${from}"`, `round type="${to}"`), mapping }
}

/** A step gets another beside it. */
function addBranch({ xml, mapping }: Edited, choice: number): Edited {
  const tasks = [...xml.matchAll(USER)].filter(([, id]) => !xml.includes(`attachedToRef="${id}"`))
  const [, task = ''] = choose(tasks, choice) ?? []
  if (!task) return { xml, mapping }
  const [split, join, beside] = [fresh(xml, 'fork'), fresh(xml, 'meeting'), fresh(xml, 'beside')]
  const flow = (source: string, target: string) =>
    `<sequenceFlow id="${fresh(xml, `${source}to`)}" sourceRef="${source}" targetRef="${target}"></sequenceFlow>`
  const drawn = [
    `<parallelGateway id="${split}" /><parallelGateway id="${join}" />`,
    `<userTask id="${beside}"><extensionElements><zhupi:people from="user" value="u6" /></extensionElements></userTask>`,
    flow(split, beside),
    flow(beside, join),
    flow(task, join),
    `<sequenceFlow id="${fresh(xml, 'tofork')}" sourceRef="${split}" targetRef="${task}"></sequenceFlow>`,
  ].join('')
  const rewired = xml
    .replaceAll(`targetRef="${task}"`, `targetRef="${split}"`)
    .replaceAll(`sourceRef="${task}"`, `sourceRef="${join}"`)
  return { xml: rewired.replace(`<userTask id="${task}"`, `${drawn}<userTask id="${task}"`), mapping }
}

/** Branches that were taken together are taken by choice, and the other way round. */
function swapGateways({ xml, mapping }: Edited, choice: number): Edited {
  const splits = [...xml.matchAll(/<parallelGateway id="split(\d+)"/g)].map(([, number]) => Number(number))
  // One that was renamed meanwhile is not found by its number.
  const pairs = splits.filter((number) => xml.includes(`<parallelGateway id="join${number + 1}"`))
  const number = choose(pairs, choice)
  if (number === undefined) return { xml, mapping }
  const swap = (text: string, id: string) =>
    text.replace(
      new RegExp(`<parallelGateway id="${id}"([^>]*)></parallelGateway>`),
      `<exclusiveGateway id="${id}"$1></exclusiveGateway>`,
    )
  return { xml: swap(swap(xml, `split${number}`), `join${number + 1}`), mapping }
}

/** What was called `id` before this edit, under whatever name it began, is called `now`. */
function follow(mapping: MigrationMapping, id: string, now: string): MigrationMapping {
  const origin = Object.keys(mapping).find((key) => mapping[key] === id)
  return { ...mapping, [origin ?? id]: now }
}
