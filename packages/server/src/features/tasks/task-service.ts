import { FlowError } from '@zhupi/flows'
import type { z } from 'zod'
import { ServerError } from '../../errors.ts'
import type { Actor } from '../../http/actor.ts'
import { actOnTask, type TaskAction, type TaskActionAnswer, type TaskCommandDeps } from './act-on-task.ts'
import type { BatchRequest, BatchResult } from './task-schema.ts'

export interface TaskService {
  /** A decision on one task; see `actOnTask` for what it refuses. */
  act(actor: Actor, taskId: string, action: TaskAction, idempotencyKey?: string): Promise<TaskActionAnswer>
  /** One decision on many tasks, each its own transaction and its own result. */
  actOnMany(
    actor: Actor,
    batch: z.output<typeof BatchRequest>,
    idempotencyKey?: string,
  ): Promise<z.input<typeof BatchResult>>
}

export function createTaskService(deps: TaskCommandDeps): TaskService {
  return {
    act: (actor, taskId, action, key) => actOnTask(deps, actor, taskId, action, key),
    async actOnMany(actor, { items, type, opinion }, key) {
      const results = items.map(async ({ taskId, version }) => {
        try {
          const action = { type, version, ...(opinion && { opinion }) }
          const { message } = await actOnTask(deps, actor, taskId, action, key && `${key}:${taskId}`)
          return { taskId, ok: true, message, code: null }
        } catch (error) {
          if (!(error instanceof ServerError || error instanceof FlowError)) throw error
          return { taskId, ok: false, message: error.message, code: error.code }
        }
      })
      return { items: await Promise.all(results) }
    },
  }
}
