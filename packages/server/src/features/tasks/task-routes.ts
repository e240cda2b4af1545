import { type Route, route } from '../../http/route.ts'
import { actOnTask, actOnTasks, listTasks, readTask } from './task-endpoints.ts'
import type { TaskService } from './task-service.ts'

export interface TaskRoutesDeps {
  tasks: TaskService
}

/** `/tasks`: the signed-in person's inbox, and the decisions taken on its tasks. */
export function taskRoutes({ tasks }: TaskRoutesDeps): Route[] {
  return [
    route(listTasks, ({ actor, query }) => tasks.list(actor, query)),
    route(readTask, ({ actor, params }) => tasks.read(actor, params.taskId)),
    route(actOnTask, ({ actor, params, body, idempotencyKey }) =>
      tasks.act(actor, params.taskId, body, idempotencyKey),
    ),
    route(actOnTasks, ({ actor, body, idempotencyKey }) => tasks.actOnMany(actor, body, idempotencyKey)),
  ]
}
