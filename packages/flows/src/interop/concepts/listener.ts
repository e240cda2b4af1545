import { type Generic, of } from '../foreign-element.ts'
import type { Concept } from './concept.ts'

const LISTENERS = ['executionListener', 'taskListener', 'eventListener']

/** Code that the other engine calls on its way. Nothing here calls code: what it did is a step of its own, or the host's. */
export const listener: Concept = (at) => {
  const wrapped = [...at.takeExtensions('executionListeners'), ...at.takeExtensions('taskListeners')]
  const found = [
    ...LISTENERS.flatMap((name) => at.takeExtensions(name)),
    ...wrapped.flatMap(({ $children }) => $children ?? []),
  ]
  for (const one of found)
    at.dropped(one.$type, textOf(one), {
      zh: '监听器是原来系统的代码，请改画一个服务任务',
      en: 'listeners are code of the other application: draw a service task instead',
    })
}

function textOf(one: Generic): string {
  const code = ['class', 'expression', 'delegateExpression', 'type'].flatMap((name) => of(one, name) ?? [])
  const scripts = one.$children?.flatMap(({ $body }) => $body?.trim() ?? []) ?? []
  return [of(one, 'event') ?? of(one, 'eventType'), ...code, ...scripts].filter((part) => part !== undefined).join(' ')
}
