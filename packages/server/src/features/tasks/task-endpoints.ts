import { z } from 'zod'
import { endpoint } from '../../http/route.ts'
import {
  BatchRequest,
  BatchResult,
  Task,
  TaskActionRequest,
  TaskActionResult,
  TaskList,
  TaskQuery,
} from './task-schema.ts'

const TaskParams = z.object({ taskId: z.string().max(64) })

export const listTasks = endpoint({
  operationId: 'listTasks',
  method: 'get',
  path: '/tasks',
  tag: 'tasks',
  summary: "The person's inbox: to do, or done.",
  who: 'person',
  query: TaskQuery,
  response: TaskList,
})

export const readTask = endpoint({
  operationId: 'readTask',
  method: 'get',
  path: '/tasks/:taskId',
  tag: 'tasks',
  summary: 'All that the task page needs: the case, what may be edited, what may be decided.',
  who: 'person',
  params: TaskParams,
  response: Task,
})

export const actOnTask = endpoint({
  operationId: 'actOnTask',
  method: 'post',
  path: '/tasks/:taskId/actions',
  tag: 'tasks',
  summary: 'Decides, hands over, asks others or sends copies. Carries the version read; another one is 409.',
  who: 'person',
  params: TaskParams,
  body: TaskActionRequest,
  response: TaskActionResult,
})

export const actOnTasks = endpoint({
  operationId: 'actOnTasks',
  method: 'post',
  path: '/tasks/actions',
  tag: 'tasks',
  summary: 'One decision on many tasks, each its own result.',
  who: 'person',
  body: BatchRequest,
  response: BatchResult,
})
