import type { Database } from '../db/database.ts'

export interface QueueDepth {
  /** Not done, due or not. */
  waiting: number
  /** Their time has come. */
  due: number
  /** 0 where nothing is due. */
  oldestDueSeconds: number
  /** Given up after the last try. */
  failed: number
}

interface DepthRow {
  waiting: number
  due: number | null
  failed: number
  oldest: string | Date | null
}

/** How much waits in the queue of this database. */
export async function readQueueDepth({ kind, read }: Database, now: string): Promise<QueueDepth> {
  const row = await read.first<DepthRow>(kind === 'postgres' ? GRAPHILE : LEASED, [now, now])
  const oldest = row?.oldest ? new Date(row.oldest).getTime() : undefined
  return {
    waiting: Number(row?.waiting ?? 0),
    due: Number(row?.due ?? 0),
    failed: Number(row?.failed ?? 0),
    oldestDueSeconds: oldest === undefined ? 0 : Math.max(0, (Date.parse(now) - oldest) / 1000),
  }
}

const LEASED = `SELECT
  (SELECT COUNT(*) FROM job WHERE state = 'ready') AS waiting,
  (SELECT COUNT(*) FROM job WHERE state = 'ready' AND run_at <= ?) AS due,
  (SELECT MIN(run_at) FROM job WHERE state = 'ready' AND run_at <= ?) AS oldest,
  (SELECT COUNT(*) FROM job WHERE state = 'failed') AS failed`

const GRAPHILE = `SELECT
  COUNT(*) FILTER (WHERE attempts < max_attempts) AS waiting,
  COUNT(*) FILTER (WHERE attempts < max_attempts AND run_at <= ?::timestamptz) AS due,
  MIN(run_at) FILTER (WHERE attempts < max_attempts AND run_at <= ?::timestamptz) AS oldest,
  COUNT(*) FILTER (WHERE attempts >= max_attempts AND locked_at IS NULL) AS failed
  FROM graphile_worker.jobs`
