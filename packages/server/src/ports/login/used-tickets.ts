import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/database.ts'

/** Tickets that have opened a session (table `used_ticket`), remembered for as long as they live. */
export interface UsedTickets {
  /** @returns false when the ticket was used before, on whichever process */
  use(id: string, expiresAt: string): Promise<boolean>
}

export function createUsedTickets(database: Pick<Database, 'write'>, clock: Clock): UsedTickets {
  return {
    use(id, expiresAt) {
      return database.write(async (sql) => {
        await sql.run('delete from used_ticket where expires_at < ?', [clock()])
        return sql.insertNew('used_ticket', { id, expires_at: expiresAt })
      })
    },
  }
}
