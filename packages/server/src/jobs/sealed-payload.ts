import type { Sql } from '../db/sql.ts'
import type { Job } from './job.ts'

type Payload = Job['payload']

/** What a job carries, as it is kept: values of a case may be among the inputs of a service. */
export function sealPayload({ vault }: Pick<Sql, 'vault'>, id: string, payload: Payload): string {
  return vault.seal(JSON.stringify(payload), payloadPlace(id))
}

export function openPayload({ vault }: Pick<Sql, 'vault'>, id: string, kept: string): Payload {
  return JSON.parse(vault.open(kept, payloadPlace(id)))
}

export function payloadPlace(id: string): string {
  return `job.payload:${id}`
}
