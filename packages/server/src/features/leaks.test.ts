import { rmSync } from 'node:fs'
import { Writable } from 'node:stream'
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import {
  FIRST,
  type LeakyApp,
  type Level,
  leakyApps,
  type PlantedField,
  REGISTER_READER,
  SECOND,
  writeLeakyApp,
} from '../../test/leaks/leaky-app.ts'
import { textOf } from '../../test/leaks/unpack.ts'
import { createLog } from '../log.ts'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { ENDPOINTS } from './endpoints.ts'

// Hundreds of requests a run, and a browser that prints.
vi.setConfig({ testTimeout: 240_000 })

const INITIATOR = 'firm-1-clerk'
const READER = 'hrss-clerk'
const PEOPLE = [
  INITIATOR,
  FIRST,
  SECOND,
  READER,
  REGISTER_READER,
  'firm-2-clerk',
  'system-admin',
  'security-admin',
  'audit-admin',
  'province',
]
/** Files and reveals show in full what is masked elsewhere: each is written down. */
const IN_FULL = new Set(['printCase', 'printCaseAsWord', 'revealValue'])
const QUERIES: Record<string, string[]> = {
  listTasks: ['?box=todo', '?box=done'],
  listCases: ['?box=mine', '?box=involved', '?box=cc', '?box=all'],
  readForecast: [''],
}
/** Answered by no end, or asked for on purpose below. */
const APART = new Set(['readEvents', 'printCase'])

type Sight = 'full' | 'masked' | 'none'

/** A text that stands in one field of one case, and nowhere else in the world. */
interface Canary {
  path: string
  text: string
  /** Levels of the start and of both steps. */
  levels: Level[]
  sensitive: boolean
  /** Who wrote it as an opinion. */
  author?: string
  inRegister: boolean
}

let planted = 0
const newText = () => `Zq${String(++planted).padStart(6, '0')}xWvKjHqZ`
/** What no mask leaves in sight. */
const core = ({ text }: Canary) => text.slice(6, -4)

function effective(outer: Level[], own: Level[]): Level[] {
  return outer.map((level, step) => (level === 'hidden' ? 'hidden' : (own[step] ?? level)))
}

/** Fills in the fields that a step may edit; over the rows of another step nothing is written. */
function plant(fields: readonly PlantedField[], step: number, canaries: Canary[]): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const { key, kind, levels, sensitivity, inner, inRegister } of fields) {
    if (levels[step] !== 'edit' || (kind === 'table' && levels.slice(0, step).includes('edit'))) continue
    const add = (path: string, own: Level[], isSensitive: boolean, shown: boolean) => {
      const canary = { path, text: newText(), levels: own, sensitive: isSensitive, inRegister: shown }
      canaries.push(canary)
      return canary.text
    }
    if (kind === 'text') {
      values[key] = add(key, levels, sensitivity !== undefined, inRegister === 'shown')
      continue
    }
    const open = inner.filter((one) => one.levels[step] === 'edit')
    const within = kind === 'table' ? `${key}.0` : key
    const row = open.map((one) => [
      one.key,
      add(`${within}.${one.key}`, effective(levels, one.levels), one.sensitivity !== undefined, false),
    ])
    if (row.length > 0) values[key] = kind === 'table' ? [Object.fromEntries(row)] : Object.fromEntries(row)
  }
  return values
}

function sightOf(person: string, { levels, sensitive, author, inRegister }: Canary, stepsOpen: number): Sight {
  if (person === REGISTER_READER) return inRegister && stepsOpen > 2 ? (sensitive ? 'masked' : 'full') : 'none'
  const steps = [INITIATOR, FIRST, SECOND].slice(0, 1 + Math.min(stepsOpen, 2))
  const shown = person === READER || (levels[steps.indexOf(person)] ?? 'hidden') !== 'hidden' || person === author
  if (!shown) return 'none'
  return sensitive && person !== INITIATOR ? 'masked' : 'full'
}

interface Scene {
  app: TestApp
  params: Record<string, string>
  canaries: Canary[]
  stepsOpen: number
}

/** Fails where an answer holds what the person may not see. */
async function look(scene: Scene, person: string, what: string, response: Response, inFull = false): Promise<void> {
  const text = await textOf(Buffer.from(await response.arrayBuffer()))
  for (const canary of scene.canaries) {
    const sight = sightOf(person, canary, scene.stepsOpen)
    if (sight === 'full' || (sight === 'masked' && inFull)) continue
    const at = text.indexOf(core(canary))
    const said =
      at < 0 ? '' : `${person} ${what}: ${canary.path} (${sight}) in …${text.slice(Math.max(0, at - 80), at + 24)}`
    expect(said).toBe('')
  }
}

/** Everything that can be read by an address, as everybody. */
async function lookEverywhere(scene: Scene): Promise<void> {
  const { app, params } = scene
  for (const endpoint of ENDPOINTS) {
    if (endpoint.method !== 'get' || APART.has(endpoint.operationId)) continue
    const path = endpoint.path.replaceAll(/:(\w+)/g, (_all, name) => params[name] ?? 'none')
    for (const query of QUERIES[endpoint.operationId] ?? ['']) {
      for (const person of PEOPLE) {
        const response = await app.as(person).request('GET', path + query)
        await look(scene, person, path + query, response, IN_FULL.has(endpoint.operationId))
      }
    }
  }
}

/** What goes wrong is told, too. */
async function lookAtRefusals(scene: Scene, { fields }: LeakyApp): Promise<void> {
  const { app, params, canaries } = scene
  const wrong = Object.fromEntries(fields.map(({ key, kind }) => [key, kind === 'text' ? 7 : [{ 无: 1 }]]))
  const asked: Array<[path: string, body: object]> = [
    [`/tasks/${params.taskId}/actions`, { type: 'approve', version: 1, opinion: { text: '同意。' } }],
    [`/tasks/${params.taskId}/actions`, { type: 'approve', version: 99, opinion: { text: '同意。' }, values: wrong }],
    ['/tasks/actions', { type: 'approve', items: [{ taskId: params.taskId, version: 1 }], opinion: { text: '好。' } }],
    ['/matters/leaks/cases', { values: { ...wrong, 无: 1 } }],
    ['/matters/leaks/forecast', { values: {} }],
    [`/cases/${params.caseId}/actions`, { type: 'withdraw', reason: '。'.repeat(9999) }],
  ]
  for (const person of PEOPLE) {
    for (const [path, body] of asked) {
      await look(scene, person, `POST ${path}`, await app.as(person).request('POST', path, body))
    }
    for (const { path } of canaries) {
      const response = await app.as(person).request('POST', `/cases/${params.caseId}/reveals`, { path })
      await look(scene, person, `reveal ${path}`, response, true)
    }
  }
}

/** Nothing is to be guessed of a column that is not shown whole: neither by searching, filtering nor sorting. */
async function guessInRegister({ app, canaries }: Scene, { fields }: LeakyApp): Promise<void> {
  const reader = app.as(REGISTER_READER)
  for (const { key, kind, sensitivity, inRegister } of fields) {
    const canary = canaries.findLast(({ path }) => path === key)
    if (kind !== 'text' || !canary || (!sensitivity && inRegister === 'shown')) continue
    const filter = encodeURIComponent(JSON.stringify({ [key]: canary.text }))
    expect((await reader.request('GET', `/registers/leaks/rows?filter=${filter}`)).status).toBe(400)
    expect((await reader.request('GET', `/registers/leaks/rows?sort=${encodeURIComponent(key)}`)).status).toBe(400)
    const { items } = await reader.get<{ items: unknown[] }>(`/registers/leaks/rows?q=${canary.text}`)
    expect(items).toEqual([])
  }
}

/** An open task of the person in the case, approved with what the step may fill in. */
async function decide(scene: Scene, person: string, step: number, drawn: LeakyApp): Promise<void> {
  const { app, params, canaries } = scene
  const { tasks, version } = await app
    .as(person)
    .get<{ tasks: Array<{ id: string }>; version: number }>(`/cases/${params.caseId}`)
  params.taskId = tasks[0]?.id ?? ''
  const text = newText()
  const levels = drawn.opinions[step - 1] ?? []
  canaries.push({ path: `意见${step - 1}`, text, levels, sensitive: false, author: person, inRegister: false })
  const values = plant(drawn.fields, step, canaries)
  await app.as(person).post(`/tasks/${params.taskId}/actions`, { type: 'approve', version, opinion: { text }, values })
}

it('no way out carries what is hidden from somebody, or in full what is masked for them', async () => {
  await fc.assert(
    fc.asyncProperty(leakyApps, async (drawn) => {
      const appFolder = writeLeakyApp(drawn)
      const lines: string[] = []
      const destination = new Writable({
        write(chunk, _encoding, done) {
          lines.push(String(chunk))
          done()
        },
      })
      const app = await createTestApp({ appFolder, log: createLog('trace', destination) })
      try {
        const canaries: Canary[] = []
        const values = plant(drawn.fields, 0, canaries)
        const { id } = await app.as(INITIATOR).post<{ id: string }>('/matters/leaks/cases', { values })
        const { tasks } = await app.as(FIRST).get<{ tasks: Array<{ id: string }> }>(`/cases/${id}`)
        const params = { caseId: id, key: 'leaks', taskId: tasks[0]?.id ?? '', version: '1', name: 'none' }
        const scene: Scene = { app, params, canaries, stepsOpen: 1 }
        await lookEverywhere(scene)
        await decide(scene, FIRST, 1, drawn)
        scene.stepsOpen = 2
        await lookEverywhere(scene)
        await lookAtRefusals(scene, drawn)
        await decide(scene, SECOND, 2, drawn)
        scene.stepsOpen = 3
        const { items } = await app.as(REGISTER_READER).get<{ items: Array<{ id: string }> }>('/registers/leaks/rows')
        scene.params = { ...params, rowId: items[0]?.id ?? '' }
        expect(items).toHaveLength(1)
        await lookEverywhere(scene)
        await guessInRegister(scene, drawn)
        await look(scene, SECOND, 'print.pdf', await app.as(SECOND).request('GET', `/cases/${id}/print.pdf`), true)
        const logged = lines.join('')
        expect(canaries.filter((canary) => logged.includes(core(canary)))).toEqual([])
      } finally {
        await app.close()
        rmSync(appFolder, { recursive: true, force: true })
      }
    }),
    // The first that is found is told as it is: to shrink it takes longer than to read it.
    { numRuns: 6, endOnFailure: true },
  )
})
