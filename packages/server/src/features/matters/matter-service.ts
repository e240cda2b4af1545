import type { FormValues } from '@zhupi/forms'
import type { Actor } from '../../http/actor.ts'
import type { TaskCommandDeps } from '../tasks/act-on-task.ts'
import { startCase } from './start-case.ts'

export interface MatterService {
  /** Applies for a matter; see `startCase` for what it refuses. @returns the case's id */
  start(actor: Actor, key: string, values: FormValues, idempotencyKey?: string): Promise<string>
}

export function createMatterService(deps: TaskCommandDeps): MatterService {
  return {
    start: (actor, key, values, idempotencyKey) => startCase(deps, actor, key, values, idempotencyKey),
  }
}
