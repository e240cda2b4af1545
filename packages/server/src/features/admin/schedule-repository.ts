import type { Sql } from '../../db/sql.ts'

/** A matter whose draft is to be published at a set time (table `scheduled_publication`); one a matter. */
export interface ScheduledPublication {
  matterKey: string
  id: string
  /** Of the check: what was seen is what is published. */
  etag: string
  note: string
  publishAt: string
  /** Person id. */
  scheduledBy: string
  scheduledAt: string
  /** The code of what it was refused for, when its time came. */
  failure: string | null
}

interface Row {
  matter_key: string
  id: string
  etag: string
  note: string
  publish_at: string
  scheduled_by: string
  scheduled_at: string
  failure: string | null
}

export async function findSchedule(sql: Sql, matterKey: string): Promise<ScheduledPublication | undefined> {
  const row = await sql.first<Row>(
    `SELECT matter_key, id, etag, note, publish_at, scheduled_by, scheduled_at, failure
     FROM scheduled_publication WHERE matter_key = ?`,
    [matterKey],
  )
  return (
    row && {
      matterKey: row.matter_key,
      id: row.id,
      etag: row.etag,
      note: row.note,
      publishAt: row.publish_at,
      scheduledBy: row.scheduled_by,
      scheduledAt: row.scheduled_at,
      failure: row.failure,
    }
  )
}

/** Writes the schedule of a matter over the one it had. */
export async function replaceSchedule(sql: Sql, schedule: ScheduledPublication): Promise<void> {
  await deleteSchedule(sql, schedule.matterKey)
  await sql.insertNew('scheduled_publication', {
    matter_key: schedule.matterKey,
    id: schedule.id,
    etag: schedule.etag,
    note: schedule.note,
    publish_at: schedule.publishAt,
    scheduled_by: schedule.scheduledBy,
    scheduled_at: schedule.scheduledAt,
    failure: schedule.failure,
  })
}

/** @param id only this schedule, not one that has taken its place @returns false when there is none */
export async function deleteSchedule(sql: Sql, matterKey: string, id?: string): Promise<boolean> {
  const [only, values] = id === undefined ? ['', [matterKey]] : [' AND id = ?', [matterKey, id]]
  return (await sql.run(`DELETE FROM scheduled_publication WHERE matter_key = ?${only}`, values)) === 1
}

export async function failSchedule(sql: Sql, matterKey: string, id: string, failure: string): Promise<void> {
  await sql.run('UPDATE scheduled_publication SET failure = ? WHERE matter_key = ? AND id = ?', [
    failure,
    matterKey,
    id,
  ])
}
