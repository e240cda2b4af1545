import type { z } from 'zod'
import type { DefinitionStore } from '../../app-folder/definition-store.ts'
import type { Database } from '../../db/database.ts'
import { type Actor, isAdministrator, isSystemAdministrator } from '../../http/actor.ts'
import { countUnread } from '../notifications/notification-repository.ts'
import type { StatisticService } from '../statistics/statistic-service.ts'
import type { Me } from './me-schema.ts'

export interface MeServiceDeps {
  db: Pick<Database, 'read'>
  definitions: Pick<DefinitionStore, 'registers'>
  statistics: Pick<StatisticService, 'may'>
}

interface CountRow {
  todo: number
  mine: number
  drafts: number
  copies: number
}

/** The signed-in person, and what the menu shows. */
export function createMeService({ db, definitions, statistics }: MeServiceDeps) {
  return {
    async read(actor: Actor): Promise<z.input<typeof Me>> {
      const { person, unit } = actor
      const counts = await db.read.first<CountRow>(
        `SELECT (SELECT COUNT(*) FROM task WHERE person_id = ? AND state = 'open') AS todo,
                (SELECT COUNT(*) FROM case_instance WHERE initiator_id = ? AND status = 'running') AS mine,
                (SELECT COUNT(*) FROM draft WHERE person_id = ?) AS drafts,
                (SELECT COUNT(DISTINCT case_id) FROM case_copy WHERE person_id = ? AND read_at IS NULL) AS copies`,
        [person.id, person.id, person.id, person.id],
      )
      const unread = await countUnread(db.read, [person.id])
      const registers = definitions.registers().map(({ definition }) => definition)
      return {
        id: person.id,
        name: person.name,
        unit: { id: unit.id, name: unit.name, shortName: unit.shortName },
        roles: [...person.roles],
        isAdministrator: isSystemAdministrator(actor),
        isSecurityAdministrator: isAdministrator(actor, 'security'),
        isAuditor: isAdministrator(actor, 'auditor'),
        counts: { todo: 0, mine: 0, drafts: 0, copies: 0, ...counts, unread: unread.get(person.id) ?? 0 },
        statistics: statistics.may(actor),
        registers: registers
          .filter(({ readers, editors }) =>
            [...readers.roles, ...editors.roles].some((role) => person.roles.includes(role)),
          )
          .map(({ key, title }) => ({ key, title })),
      }
    },
  }
}

export type MeService = ReturnType<typeof createMeService>
