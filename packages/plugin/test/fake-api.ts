import type {
  Case,
  Diagram,
  Draft,
  ForecastStep,
  Matter,
  Me,
  Notification,
  Register,
  RegisterRow,
  Task,
  TaskSummary,
} from '../src/api/types.ts'
import { dueGroup } from '../src/time/due.ts'
import { answerAdmin, type FakeDefinitions, fakeDefinitions } from './fake/admin.ts'
import { json, problem } from './fake/answers.ts'
import { fakeCase, fakeDiagram, fakeForecast, fakeTask } from './fake/case.ts'
import { fakeMatter, fakeMatters } from './fake/matters.ts'
import { fakeNotifications } from './fake/notifications.ts'
import { fakeRegister, fakeRows } from './fake/registers.ts'
import { answerSecurity } from './fake/security.ts'
import { fakeStatistics } from './fake/statistics.ts'
import { fakeTasks } from './fake/tasks.ts'

/** What the server would know; a test changes it before or while the screen is shown. */
export interface FakeState {
  me: Me
  todo: TaskSummary[]
  done: TaskSummary[]
  task: Task
  case: Case
  matter: Matter
  draft: Draft | null
  diagram: Diagram
  forecast: ForecastStep[]
  register: Register
  rows: RegisterRow[]
  definitions: FakeDefinitions
  notifications: Notification[]
}

export interface FakeRequest {
  method: string
  path: string
  query: URLSearchParams
  body: Record<string, unknown>
  headers: Headers
}

type Answer = (request: FakeRequest) => Response | Promise<Response>

/**
 * The API in memory, for screens without a server: answers the requests of the application from `state`, keeps every
 * request in `requests`, and does what `override` says instead for one method and path.
 */
export function createFakeApi() {
  const todo = fakeTasks()
  const state: FakeState = {
    me: {
      id: 'gxj-leader',
      name: '市工信局分管领导',
      unit: { id: 'gxj', name: '淄博市工业和信息化局', shortName: '市工信局' },
      roles: [],
      isAdministrator: true,
      isSecurityAdministrator: true,
      isAuditor: true,
      counts: { todo: todo.length, mine: 4, drafts: 2, unread: 0, copies: 0 },
      statistics: true,
      registers: [
        { key: 'talent-cards', title: '人才卡台账' },
        { key: 'quota-list', title: '配额推荐名单' },
        { key: 'public-services', title: '公共服务需求' },
        { key: 'market-services', title: '市场服务需求' },
        { key: 'suggestions', title: '意见建议' },
      ],
    },
    todo,
    done: fakeTasks()
      .slice(0, 7)
      .map((task) => ({ ...task, state: 'done', decision: 'approve', completedAt: task.receivedAt })),
    task: fakeTask(),
    case: fakeCase(),
    matter: fakeMatter(),
    draft: null,
    diagram: fakeDiagram,
    forecast: fakeForecast,
    register: fakeRegister,
    rows: fakeRows(),
    definitions: fakeDefinitions(),
    notifications: fakeNotifications(),
  }
  const requests: FakeRequest[] = []
  const overrides = new Map<string, Answer[]>()

  /** Answers the next requests of one method and path (`GET /tasks`) in this order, then as usual again. */
  function override(route: string, ...answers: Answer[]) {
    overrides.set(route, [...(overrides.get(route) ?? []), ...answers])
  }

  async function fetch(request: Request): Promise<Response> {
    const url = new URL(request.url)
    const path = url.pathname.replace(/^.*\/api\/v1/, '')
    const text = request.headers.get('content-type')?.includes('json') ? await request.text() : ''
    const asked = {
      method: request.method,
      path,
      query: url.searchParams,
      body: text ? JSON.parse(text) : {},
      headers: request.headers,
    }
    requests.push(asked)
    const instead = overrides.get(`${request.method} ${path}`)?.shift()
    return instead ? instead(asked) : answerFrom(state, asked)
  }

  return { state, requests, override, fetch }
}

function answerFrom(state: FakeState, request: FakeRequest): Response {
  const { method, path, body } = request
  const route = `${method} ${path}`
  if (route === 'GET /me') return json(state.me)
  if (route === 'GET /admin/statistics') return json(fakeStatistics())
  if (route === 'GET /tasks') return json(taskList(state, request.query))
  if (route === 'POST /tasks/actions') return json(batch(state, body))
  if (/^GET \/tasks\/[^/]+$/.test(route)) return json(state.task)
  if (/^POST \/tasks\/[^/]+\/actions$/.test(route)) return json(decide(state, body))
  if (route === 'GET /notifications') return json(notificationList(state, request.query))
  if (route === 'POST /notifications/reads') return readNotifications(state, body)
  if (/^POST \/cases\/[^/]+\/reads$/.test(route)) return new Response(null, { status: 204 })
  if (route === 'GET /cases') return json({ items: [listedCase(state, request.query)], nextCursor: null })
  if (/^GET \/cases\/[^/]+\/diagram$/.test(route)) return json(state.diagram)
  if (/^GET \/cases\/[^/]+\/forecast$/.test(route)) return json({ items: state.forecast })
  if (/^POST \/cases\/[^/]+\/reveals$/.test(route)) return json({ path: body.path, value: '370303XXXXXXXX00XX' })
  if (/^(GET|POST) \/cases\/[^/]+(\/actions)?$/.test(route)) return json(state.case)
  if (route === 'GET /matters') return json({ items: fakeMatters })
  if (/^GET \/matters\/[^/]+$/.test(route)) return json({ ...state.matter, draft: state.draft })
  if (/^PUT \/matters\/[^/]+\/draft$/.test(route)) return saveDraft(state, body)
  if (/^DELETE \/matters/.test(route)) return new Response(null, { status: 204 })
  if (/^POST \/matters\/[^/]+\/forecast$/.test(route)) return json({ items: state.forecast })
  if (/^POST \/matters\/[^/]+\/cases$/.test(route)) return json(state.case, 201)
  const security = answerSecurity(request)
  if (security) return security
  if (path.startsWith('/admin/')) return answerAdmin(state.definitions, request)
  if (/^GET \/registers\/[^/]+$/.test(route)) return json(state.register)
  if (/^GET \/registers\/[^/]+\/rows$/.test(route)) return json({ items: state.rows, nextCursor: null })
  if (route === 'GET /people')
    return json({
      items: [
        { id: 'gxj-clerk', name: '市工信局人才工作科经办', unitName: '市工信局' },
        { id: 'kjj-clerk', name: '市科技局人才工作科经办', unitName: '市科技局' },
      ],
    })
  return problem(404, 'NOT_FOUND', `没有 ${path}`)
}

function listedCase({ case: item }: FakeState, query: URLSearchParams) {
  const copy = { by: '市科技局人才工作科经办', at: new Date().toISOString(), unread: true }
  const archived = query.get('archived') === 'true' && {
    archivedAt: '2026-03-01T02:00:00.000Z',
    status: 'completed',
    at: [],
  }
  return { ...item, ...archived, copy: query.get('box') === 'cc' ? copy : null }
}

function notificationList({ notifications }: FakeState, query: URLSearchParams) {
  const items = notifications.filter(({ unread }) => unread || query.get('unread') !== 'true')
  return { items, nextCursor: null, unread: notifications.filter(({ unread }) => unread).length }
}

function readNotifications(state: FakeState, body: Record<string, unknown>): Response {
  const read = (id: string) => 'upTo' in body || (body.ids as string[]).includes(id)
  state.notifications = state.notifications.map((one) => (read(one.id) ? { ...one, unread: false } : one))
  const unread = state.notifications.filter((one) => one.unread).length
  state.me = { ...state.me, counts: { ...state.me.counts, unread } }
  return new Response(null, { status: 204 })
}

function taskList(state: FakeState, query: URLSearchParams) {
  const now = Date.now()
  const box = query.get('box') === 'done' ? state.done : state.todo
  const items = box.filter(
    (task) =>
      task.case.title.includes(query.get('q') ?? '') &&
      task.matter.key === (query.get('matter') ?? task.matter.key) &&
      task.element.id === (query.get('element') ?? task.element.id) &&
      dueGroup(task.dueAt, now) === (query.get('due') ?? dueGroup(task.dueAt, now)),
  )
  const count = (group: string) => box.filter((task) => dueGroup(task.dueAt, now) === group).length
  const unique = <T>(list: T[], key: (item: T) => string) => [
    ...new Map(list.map((item) => [key(item), item])).values(),
  ]
  return {
    items,
    nextCursor: null,
    counts: { total: items.length, overdue: count('overdue'), today: count('today'), soon: count('soon') },
    filters: {
      matters: unique(
        box.map((task) => task.matter),
        (matter) => matter.key,
      ),
      elements: unique(
        box.map((task) => task.element),
        (element) => element.id,
      ),
    },
  }
}

function batch(state: FakeState, body: Record<string, unknown>) {
  const asked = body.items as Array<{ taskId: string }>
  const items = asked.map(({ taskId }) => ({ taskId, ok: true, message: '已同意，送市人社局', code: null }))
  state.todo = state.todo.filter((task) => !asked.some(({ taskId }) => taskId === task.id))
  state.me = { ...state.me, counts: { ...state.me.counts, todo: state.todo.length } }
  return { items }
}

function decide(state: FakeState, body: Record<string, unknown>) {
  state.todo = state.todo.filter((task) => task.id !== state.task.id)
  const words: Record<string, string> = {
    approve: '已同意，送市人社局',
    reject: '不同意，办件结束',
    return: '已退回填表申报',
    transfer: '已转办',
    resubmit: '已重新提交',
  }
  return {
    taskId: state.task.id,
    caseId: state.case.id,
    status: 'running',
    version: state.task.version + 1,
    message: words[String(body.type)],
    canWithdraw: true,
  }
}

function saveDraft(state: FakeState, body: Record<string, unknown>): Response {
  if (body.version !== (state.draft?.version ?? 0)) return problem(409, 'DRAFT_CHANGED', '草稿在另一台设备上改过')
  state.draft = {
    version: Number(body.version) + 1,
    updatedAt: new Date().toISOString(),
    values: body.values as Draft['values'],
  }
  return json(state.draft)
}
