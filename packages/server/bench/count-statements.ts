import { fileURLToPath } from 'node:url'
import { loadApp } from '../src/app-folder/load-app.ts'
import { systemClock } from '../src/clock.ts'
import { openDatabase } from '../src/db/database.ts'
import { uuidV7 } from '../src/db/uuid-v7.ts'
import { createDirectory } from '../src/ports/directory/create-directory.ts'
import { createServices } from '../src/services.ts'

const APP = fileURLToPath(new URL('../../../examples/leave-request', import.meta.url))

/** Statements of one approval, BEGIN and COMMIT included. */
export async function countStatements(file: string): Promise<number> {
  let count = 0
  const db = await openDatabase({
    url: `sqlite:${file}`,
    onStatement: () => {
      count += 1
    },
  })
  const app = await loadApp(APP)
  const directory = createDirectory(app.units, app.people)
  const services = await createServices({ db, app, directory, clock: systemClock, newId: uuidV7 })
  const actorOf = (id: string) => {
    const person = directory.person(id)
    const unit = directory.unit(person?.unitId ?? '')
    if (!person || !unit) throw new Error(`No account ${id}`)
    return { person, unit, integration: false, address: '127.0.0.1' }
  }
  const days = ['2026-03-16', '2026-03-20']
  const values = { 姓名: 'XX', 部门: '办公室', 请假类型: '事假', 起止日期: days, 事由: '家中有事。' }
  await services.matters.start(actorOf('office-clerk'), 'leave', values)
  const task = await db.read.first<{ id: string }>("SELECT id FROM task WHERE person_id = 'office-head'")
  count = 0
  const action = { type: 'approve', opinion: { text: '同意。' }, version: 1 } as const
  await services.tasks.act(actorOf('office-head'), task?.id ?? '', action, 'once')
  const counted = count
  await db.close()
  return counted
}
