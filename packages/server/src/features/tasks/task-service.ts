import { FlowError } from '@zhupi/flows'
import type { z } from 'zod'
import { ServerError } from '../../errors.ts'
import type { Actor } from '../../http/actor.ts'
import { actOnTask, type TaskAction, type TaskActionAnswer, type TaskCommandDeps } from './act-on-task.ts'
import { listTasks } from './task-list.ts'
import { readTaskPage } from './task-page.ts'
import type { BatchRequest, BatchResult, Task, TaskList, TaskQuery } from './task-schema.ts'

export interface TaskService {
  list(actor: Actor, query: z.output<typeof TaskQuery>): Promise<z.input<typeof TaskList>>
  /** @throws ServerError `TASK_NOT_FOUND` when it is not one of the person's */
  read(actor: Actor, taskId: string): Promise<z.input<typeof Task>>
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
    list: (actor, query) => listTasks(deps.db.read, actor.person.id, query, { ...deps, now: deps.clock() }),
    read: (actor, taskId) => readTaskPage(deps, actor, taskId),
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
