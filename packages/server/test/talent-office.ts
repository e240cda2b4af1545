import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { AppFolder } from '../src/app-folder/app.ts'
import { loadApp } from '../src/app-folder/load-app.ts'
import { later } from '../src/clock.ts'
import type { Database, DatabaseKind } from '../src/db/database.ts'
import { uuidV7 } from '../src/db/uuid-v7.ts'
import type { TaskAction } from '../src/features/tasks/act-on-task.ts'
import type { Actor } from '../src/http/actor.ts'
import type { Directory } from '../src/ports/directory/directory.ts'
import { createServices, type Services } from '../src/services.ts'
import { temporaryDatabase } from './temporary-database.ts'

export const TALENT_APP = fileURLToPath(new URL('./fixtures/talent', import.meta.url))

export const APPLICATION = {
  姓名: 'XX',
  联系电话: '13800001234',
  区域: '370321',
  推荐部门: '市工信局',
  年度: '2026',
}

/** The test application on a real database, driven by verbs of the office. */
export interface TalentOffice {
  db: Database
  app: AppFolder
  services: Services
  directory: Directory
  statements: string[]
  now(): string
  pass(ms: number): void
  actor(personId: string): Actor
  /** Applies; answers the case's id. */
  apply(personId?: string, values?: Record<string, unknown>): Promise<string>
  /** The open task of a person in a case. */
  taskOf(caseId: string, personId: string): Promise<{ id: string; version: number }>
  decide(caseId: string, personId: string, action: Partial<TaskAction> & { type: TaskAction['type'] }): Promise<string>
  /** Approves as each of them in turn. */
  approve(caseId: string, ...personIds: string[]): Promise<void>
}

export interface TalentOfficeOptions {
  app?: AppFolder
  /** By default a new one of this kind. */
  db?: Database
  kind?: DatabaseKind
}

export async function talentOffice({ kind, ...options }: TalentOfficeOptions = {}): Promise<TalentOffice> {
  const statements: string[] = []
  const db =
    options.db ?? (await temporaryDatabase({ ...(kind && { kind }), onStatement: (text) => statements.push(text) }))
  const app = options.app ?? (await loadApp(TALENT_APP))
  const directory = directoryOf(app)
  let now = '2026-03-18T02:00:00.000Z'
  const failures: Error[] = []
  const services = await createServices({
    db,
    app,
    directory,
    clock: () => now,
    newId: uuidV7,
    onJobError: (error) => failures.push(error),
  })
  onTestFinished(() => {
    if (failures[0]) throw failures[0]
  })

  const office: TalentOffice = {
    db,
    app,
    services,
    directory,
    statements,
    now: () => now,
    pass(ms) {
      now = later(now, ms)
    },
    actor(personId) {
      const person = directory.person(personId)
      const unit = directory.unit(person?.unitId ?? '')
      if (!person || !unit) throw new Error(`No such account: ${personId}`)
      return {
        person,
        unit,
        integration: person.roles.includes('integration'),
        address: '127.0.0.1',
        requestId: 'test',
      }
    },
    apply: (personId = 'firm-1-clerk', values = {}) =>
      services.matters.start(office.actor(personId), 'talent', { ...APPLICATION, ...values }),
    async taskOf(caseId, personId) {
      const task = await db.read.first<{ id: string; version: number }>(
        `SELECT t.id, c.version FROM task t JOIN case_instance c ON c.id = t.case_id
         WHERE t.case_id = ? AND t.person_id = ? AND t.state = 'open'`,
        [caseId, personId],
      )
      if (!task) throw new Error(`${personId} has no open task in ${caseId}`)
      return task
    },
    async decide(caseId, personId, action) {
      const { id, version } = await office.taskOf(caseId, personId)
      const { message } = await services.tasks.act(office.actor(personId), id, { version, ...action } as TaskAction)
      return message
    },
    async approve(caseId, ...personIds) {
      for (const personId of personIds) {
        const actor = office.actor(personId)
        const opinion = { text: '同意。', ...(actor.unit.seal && { seal: actor.unit.id }) }
        await office.decide(caseId, personId, { type: 'approve', opinion })
      }
    },
  }
  return office
}

function directoryOf({ people, units }: AppFolder): Directory {
  const peopleById = new Map(people.map((person) => [person.id, person]))
  const unitsById = new Map(units.map((unit) => [unit.id, unit]))
  return {
    person: (id) => peopleById.get(id),
    unit: (id) => unitsById.get(id),
    people: () => people,
    units: () => units,
  }
}
