/**
 * A real server in a process of its own, for tests and measurements that must be able to kill it. The parent is told
 * `{ url }` when it listens, and asks by `{ prepare: n }` for open tasks of `office-head` to decide on.
 *
 * Arguments: application folder, data folder, secret of the tickets.
 */
import { pino } from 'pino'
import { startServer } from '../src/start-server.ts'

const [appFolder = '', dataFolder = '', secret = ''] = process.argv.slice(2)
const server = await startServer({
  appFolder,
  dataFolder,
  port: 0,
  host: '127.0.0.1',
  ticketKey: { algorithm: 'HS256', secret },
  log: pino({ level: 'silent' }),
})

const LEAVE = {
  姓名: 'XX',
  部门: '办公室',
  请假类型: '事假',
  起止日期: ['2026-03-16', '2026-03-20'],
  事由: '家中有事。',
}

async function prepare(count: number) {
  const { services, database } = server
  const person = {
    id: 'office-clerk',
    name: '办公室科员',
    unitId: 'office',
    roles: [],
    posts: [],
    leader: false,
    enabled: true,
  }
  const unit = {
    id: 'office',
    name: '办公室',
    shortName: '办公室',
    parentId: 'bureau',
    division: '370300',
    kind: 'city',
    seal: false,
  }
  const actor = { person, unit, integration: false, address: '127.0.0.1', requestId: 'test' }
  const ids = await Promise.all(Array.from({ length: count }, () => services.matters.start(actor, 'leave', LEAVE)))
  const wanted = new Set(ids)
  const rows = await database.read.all<{ id: string; case_id: string; version: number }>(
    `SELECT t.id, t.case_id, c.version FROM task t JOIN case_instance c ON c.id = t.case_id
     WHERE t.person_id = 'office-head' AND t.state = 'open'`,
  )
  return rows.filter((row) => wanted.has(row.case_id)).map(({ id, version }) => ({ id, version }))
}

process.on('message', async ({ prepare: count, copyTo }: { prepare?: number; copyTo?: string }) => {
  if (count !== undefined) process.send?.({ tasks: await prepare(count) })
  if (copyTo !== undefined) {
    await server.database.write((sql) => sql.run('UPDATE number_counter SET last_value = last_value'))
    await server.database.knex.raw('VACUUM INTO ?', [copyTo])
    process.send?.({ copied: copyTo })
  }
})
process.send?.({ url: server.url })
