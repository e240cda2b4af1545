import { expect } from 'vitest'
import { activationsOf, type Event, type Instance, openTasks, type ProcessDefinition } from '../src/index.ts'
import { isScope } from './start.ts'

/** The laws that every state keeps, whatever led to it. */
export function checkState(definition: ProcessDefinition, instance: Instance, events: readonly Event[]) {
  expect(JSON.parse(JSON.stringify(instance))).toEqual(instance)
  expect(events.some(({ type }) => type === 'TokensStuck')).toBe(false)
  if (instance.status !== 'running') return
  const { arrivals, timers, services, subscriptions } = instance
  const activations = activationsOf(instance)
  const open = activations.filter(({ done }) => done === undefined)
  const leaves = open.filter(({ element }) => !isScope(definition, element))

  // It waits somewhere, and everything open waits for something.
  expect(leaves.length).toBeGreaterThan(0)
  for (const { id, element, round, instance: number } of leaves) {
    const waits = [...timers, ...services, ...subscriptions].some(({ activation }) => activation === id)
    const asks = round?.seats.some(({ task, decision }) => task !== undefined && decision === undefined)
    const triggered = definition.elements[element]?.type === 'bpmn:ReceiveTask'
    expect(definition.elements[element]?.bodyOf !== undefined, element).toBe(number !== undefined)
    expect(round ? asks : waits || triggered, `${element} waits for nothing`).toBe(true)
  }
  // Only what is open has something that waits.
  const openIds = new Set(open.map(({ id }) => id))
  for (const { activation } of [...timers, ...services, ...subscriptions]) expect(openIds.has(activation)).toBe(true)
  const tasks = openTasks(instance).map(({ taskId }) => taskId)
  expect(new Set(tasks).size).toBe(tasks.length)
  // They stand in the order of their numbers; descent is known, and parents stand first.
  const ids = activations.map(({ id }) => id)
  expect(ids.every((id, place) => place === 0 || (ids[place - 1] ?? 0) < id)).toBe(true)
  for (const { id, from, scope } of activations) {
    expect(
      [...from, ...(scope === undefined ? [] : [scope])].every((parent) => ids.includes(parent) && parent < id),
    ).toBe(true)
  }
  // Only what is complete is compensated, and once.
  const compensated = activations.flatMap(({ compensates }) => compensates ?? [])
  expect(new Set(compensated).size).toBe(compensated.length)
  for (const id of openIds) expect(compensated).not.toContain(id)
  // No token is doubled: a block has one way in and out, so that it holds one token at most. What a timer starts beside
  // its activity may run more than once.
  const places = leaves
    .filter(({ element }) => !isBeside(definition, element))
    .map(({ element, scope, instance: number }) => `${element} ${scope} ${number}`)
  if (!hasBeside(definition)) expect(new Set(places).size).toBe(places.length)
  const waiting = arrivals.map(({ flow, scope }) => `${flow} ${scope}`)
  if (!hasBeside(definition)) expect(new Set(waiting).size).toBe(waiting.length)
}

function isBeside(definition: ProcessDefinition, element: string) {
  return definition.elements[element]?.interrupting === false
}

function hasBeside(definition: ProcessDefinition) {
  return Object.keys(definition.elements).some((element) => isBeside(definition, element))
}
