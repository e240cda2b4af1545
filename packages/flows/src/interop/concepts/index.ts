import { call } from './call.ts'
import type { Concept } from './concept.ts'
import { condition } from './condition.ts'
import { decision } from './decision.ts'
import { due } from './due.ts'
import { form } from './form.ts'
import { initiator } from './initiator.ts'
import { leftover } from './leftover.ts'
import { listener } from './listener.ts'
import { multiInstance } from './multi-instance.ts'
import { people } from './people.ts'
import { script } from './script.ts'
import { service } from './service.ts'
import { subscription, subscriptionRead } from './subscription.ts'
import { timer } from './timer.ts'

/** Each goes over the whole diagram before the next begins. A new one is a file beside these and a line here. */
export const CONCEPTS: readonly Concept[] = [
  // The starter's name is known before anything reads it.
  initiator,
  condition,
  // A round takes its collection before what is left of multi-instance is read.
  people,
  multiInstance,
  due,
  form,
  service,
  script,
  decision,
  call,
  subscription,
  subscriptionRead,
  timer,
  listener,
  leftover,
]
