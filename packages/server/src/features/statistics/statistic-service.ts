import type { z } from 'zod'
import type { DefinitionStore } from '../../app-folder/definition-store.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/database.ts'
import { ServerError } from '../../errors.ts'
import type { Actor } from '../../http/actor.ts'
import { chinaDate } from '../../services/china-date.ts'
import { readsMatter } from '../cases/case-for-reader.ts'
import { nameOfElement } from '../cases/element-name.ts'
import { countRecords } from './count-records.ts'
import { addCounts, moveProgress, readCounts, readOverdue, readProgress, readRecords } from './statistic-repository.ts'
import type { Statistics, StatisticsQuery } from './statistic-schema.ts'
import { addMonths, summarize } from './summarize.ts'

export interface StatisticServiceDeps {
  db: Database
  definitions: DefinitionStore
  clock: Clock
}

export interface StatisticService {
  /** Whether there is a matter of which the person may see statistics. */
  may(actor: Actor): boolean
  /** @throws ServerError `FORBIDDEN` to who reads no matter, `MATTER_NOT_FOUND` */
  read(actor: Actor, query: z.output<typeof StatisticsQuery>): Promise<z.input<typeof Statistics>>
  /**
   * Counts what has come since the last time, in small transactions. Any number of processes may do it: each record counts once.
   *
   * @param beforeId records from this id on wait until the next time: some that are older may not be committed yet
   */
  count(beforeId: string): Promise<void>
}

const BATCH = 500
const MONTHS = 12

/** Numbers about cases. Commands write nothing for them: they are counted from the history, behind its end. */
export function createStatisticService({ db, definitions, clock }: StatisticServiceDeps): StatisticService {
  function readable({ person }: Actor): Array<{ key: string; title: string }> {
    return definitions
      .matters()
      .map(({ matter }) => ({ key: matter.key, title: matter.title }))
      .filter(({ key }) => readsMatter(definitions, person.roles, key))
  }

  function elementName(matterKey: string, elementId: string): string {
    const flow = definitions.matters().find(({ matter }) => matter.key === matterKey)?.flow
    return flow?.elements[elementId] ? nameOfElement(flow, elementId) : elementId
  }

  return {
    may: (actor) => readable(actor).length > 0,
    async read(actor, { matter, to = chinaDate(clock()).slice(0, 7), from = addMonths(to, 1 - MONTHS) }) {
      const all = readable(actor)
      if (all.length === 0) throw new ServerError('FORBIDDEN')
      const matters = matter === undefined ? all : all.filter(({ key }) => key === matter)
      if (matters.length === 0) throw new ServerError('MATTER_NOT_FOUND', { key: matter })
      const keys = matters.map(({ key }) => key)
      const [counts, overdue, { updatedAt }] = await Promise.all([
        readCounts(db.read, keys, from, to),
        readOverdue(db.read, keys, clock()),
        readProgress(db.read),
      ])
      return summarize(counts, { matters, elementName }, { from, to, countedAt: updatedAt, overdue })
    },
    async count(beforeId) {
      for (;;) {
        const { lastId } = await readProgress(db.read)
        const records = await readRecords(db.read, lastId, beforeId, BATCH)
        const last = records.at(-1)
        if (!last) return
        await db.write(async (sql) => {
          if (await moveProgress(sql, lastId, last.id, clock())) await addCounts(sql, countRecords(records))
        })
      }
    },
  }
}
