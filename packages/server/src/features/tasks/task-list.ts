import type { z } from 'zod'
import type { DefinitionStore } from '../../app-folder/definition-store.ts'
import type { WorkCalendar } from '../../calendar/work-calendar.ts'
import { later } from '../../clock.ts'
import { decodeCursor, toPage } from '../../db/keyset-cursor.ts'
import { containing, contains } from '../../db/like.ts'
import { placeholders, type Sql, type SqlValue } from '../../db/sql.ts'
import { addDays, chinaDate, startOfChinaDay } from '../../services/china-date.ts'
import { dueInWorkdays } from './due-in-workdays.ts'
import { TASK_COLUMNS, type TaskRow, toTask } from './task-repository.ts'
import type { TaskList, TaskQuery, TaskSummary } from './task-schema.ts'

type Query = z.output<typeof TaskQuery>
type ListRow = TaskRow & { case_number: string; case_version: number; matter_version: number }

const FROM = 'FROM task t JOIN case_instance c ON c.id = t.case_id'
/** What a summary is told from beside its row. */
export interface SummaryDeps {
  definitions: Pick<DefinitionStore, 'matterVersion'>
  calendar: WorkCalendar
}

const SOON_DAYS = 3

/**
 * A person's inbox: open tasks by due date, or done ones by when. One page, and the counts above it.
 *
 * @param now instant of the request: what is overdue, due today (in China), due within three days
 * @throws ServerError `CURSOR_INVALID`
 */
export async function listTasks(
  sql: Sql,
  personId: string,
  query: Query,
  { now, ...deps }: { now: string } & SummaryDeps,
): Promise<z.input<typeof TaskList>> {
  const page = await readPage(deps, sql, personId, query, now)
  const [counts, filters] = await Promise.all([readCounts(sql, personId, now), readFilters(sql, personId, query.box)])
  return { ...page, counts, filters }
}

async function readPage(deps: SummaryDeps, sql: Sql, personId: string, query: Query, now: string) {
  const todo = query.box === 'todo'
  const where: string[] = ['t.person_id = ?', 't.state = ?']
  const values: SqlValue[] = [personId, todo ? 'open' : 'done']
  const and = (condition: string, ...bound: SqlValue[]) => {
    where.push(condition)
    values.push(...bound)
  }
  if (query.matter) and('t.matter_key = ?', query.matter)
  if (query.element) and('t.element_id = ?', query.element)
  if (query.due) {
    const [from, to] = dueRange(query.due, now)
    and('t.due_order >= ? AND t.due_order < ?', from, to)
  }
  if (query.q) {
    const pattern = containing(query.q)
    const columns = ['t.title', 't.digest', 'c.number'].map(contains)
    and(`(${columns.join(' OR ')})`, pattern, pattern, pattern)
  }
  const [first, second] = todo ? ['t.due_order', 't.received_at'] : ['t.completed_at', 't.received_at']
  const [beyond, direction] = todo ? ['>', 'ASC'] : ['<', 'DESC']
  if (query.cursor) {
    const [one = null, two = null, id = null] = decodeCursor(query.cursor, 3)
    const further = `${first} ${beyond} ? OR (${first} = ? AND ${second} ${beyond} ?)`
    and(`(${further} OR (${first} = ? AND ${second} = ? AND t.id ${beyond} ?))`, one, one, two, one, two, id)
    // Says the same once more in the words of the index, or every page would be looked for from the first.
    and(`${first} ${beyond}= ?`, one)
  }
  const rows = await sql.all<ListRow>(
    `SELECT ${TASK_COLUMNS}, c.number AS case_number, c.version AS case_version,
       c.matter_version ${FROM} WHERE ${where.join(' AND ')}
     ORDER BY ${first} ${direction}, ${second} ${direction}, t.id ${direction} LIMIT ?`,
    [...values, query.limit + 1],
  )
  const { items, nextCursor } = toPage(rows, query.limit, (row) => [
    todo ? row.due_order : row.completed_at,
    row.received_at,
    row.id,
  ])
  const urged = todo ? await lastUrged(sql, items) : new Map<string, string>()
  const workdays = await readDueInWorkdays(deps, sql, items, now)
  return { items: items.map((row, at) => toSummary(row, urged.get(row.case_id), workdays[at] ?? null)), nextCursor }
}

/** Of each task, the working days to its deadline where its step counts those. */
function readDueInWorkdays({ definitions, calendar }: SummaryDeps, sql: Sql, rows: readonly ListRow[], now: string) {
  return Promise.all(
    rows.map(async ({ due_at, state, matter_key, matter_version, element_id }) => {
      if (due_at === null || state !== 'open') return null
      const { flow } = await definitions.matterVersion(sql, matter_key, matter_version)
      return dueInWorkdays(calendar, flow.elements[element_id]?.approval?.due, due_at, now)
    }),
  )
}

/** When the initiator of each of these cases last urged: a read of their histories, which are short. */
async function lastUrged(sql: Sql, rows: readonly ListRow[]): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map()
  const cases = [...new Set(rows.map((row) => row.case_id))]
  const found = await sql.all<{ case_id: string; at: string }>(
    `SELECT case_id, MAX(at) AS at FROM history WHERE kind = 'urged' AND case_id IN ${placeholders(1, cases.length)}
     GROUP BY case_id`,
    cases,
  )
  return new Map(found.map(({ case_id, at }) => [case_id, at]))
}

/** Half-open ranges of due dates. */
function dueRange(due: 'overdue' | 'today' | 'soon', now: string): [string, string] {
  const today = chinaDate(now)
  const tomorrow = startOfChinaDay(addDays(today, 1))
  if (due === 'overdue') return ['', now]
  if (due === 'today') return [now, tomorrow]
  return [tomorrow, later(tomorrow, SOON_DAYS * 86_400_000)]
}

async function readCounts(sql: Sql, personId: string, now: string) {
  const ranges = (['overdue', 'today', 'soon'] as const).map((due) => dueRange(due, now))
  const sums = ranges.map(
    (_range, at) => `SUM(CASE WHEN due_order >= ? AND due_order < ? THEN 1 ELSE 0 END) AS count_${at}`,
  )
  const row = await sql.first<Record<'total' | 'count_0' | 'count_1' | 'count_2', number | null>>(
    `SELECT COUNT(*) AS total, ${sums.join(', ')} FROM task WHERE person_id = ? AND state = 'open'`,
    [...ranges.flat(), personId],
  )
  return {
    total: row?.total ?? 0,
    overdue: row?.count_0 ?? 0,
    today: row?.count_1 ?? 0,
    soon: row?.count_2 ?? 0,
  }
}

type Place = Pick<TaskRow, 'matter_key' | 'matter_title' | 'element_id' | 'element_name'>

/** More steps than this are not offered to choose from. */
const MAX_PLACES = 100

/**
 * The matters and steps of a person's tasks. It goes from each to the next along the index: somebody who has done a hundred
 * thousand tasks has done them at a few steps.
 */
async function readFilters(sql: Sql, personId: string, box: Query['box']) {
  const places: Place[] = []
  const next = (beyond: string, ...values: SqlValue[]) =>
    sql.first<Place>(
      `SELECT matter_key, matter_title, element_id, element_name FROM task WHERE person_id = ? AND state = ?${beyond}
       ORDER BY matter_key, element_id LIMIT 1`,
      [personId, box === 'todo' ? 'open' : 'done', ...values],
    )
  for (let place = await next(''); place && places.length < MAX_PLACES; ) {
    const { matter_key: matter, element_id: element } = place
    places.push(place)
    place =
      (await next(' AND matter_key = ? AND element_id > ?', matter, element)) ??
      (await next(' AND matter_key > ?', matter))
  }
  const matters = new Map(places.map((place) => [place.matter_key, place.matter_title]))
  const elements = new Map(places.map((place) => [place.element_id, place.element_name]))
  return {
    matters: [...matters].map(([key, title]) => ({ key, title })),
    elements: [...elements].map(([id, name]) => ({ id, name })),
  }
}

function toSummary(row: ListRow, urgedAt: string | undefined, workdays: number | null): z.input<typeof TaskSummary> {
  const task = toTask(row)
  return {
    id: task.id,
    state: task.state,
    case: { id: task.caseId, number: row.case_number, title: task.title, digest: task.digest },
    matter: { key: task.matterKey, title: task.matterTitle },
    element: { id: task.elementId, name: task.elementName },
    previous: task.previous,
    receivedAt: task.receivedAt,
    dueAt: task.dueAt,
    dueInWorkdays: workdays,
    completedAt: task.completedAt,
    decision: task.decision,
    returned: task.returned,
    urgedAt: urgedAt !== undefined && urgedAt >= task.receivedAt ? urgedAt : null,
    seat: { index: task.seat, of: task.seats },
    batchable: task.batchable,
    version: row.case_version,
  }
}
