import { diff } from '@zhupi/flows'
import type { DefinitionStore } from '../../app-folder/definition-store.ts'
import type { Sql } from '../../db/sql.ts'
import type { ElementName } from '../cases/case-record.ts'
import { countByVersion } from '../migrations/migration-repository.ts'
import { type CaseSurvey, surveyCases } from '../migrations/survey-cases.ts'
import type { Candidate } from './candidate.ts'

/** The open cases of a matter that stand at the same step, and what a new version means to them. */
export interface StepImpact {
  matter: string
  matterTitle: string
  /** The version they were started with. */
  version: number
  /** Where they stand; several at once, or none while a service is carried out. */
  steps: ElementName[]
  count: number
  /** They are finished with the version that they were started with. */
  fate: 'keeps'
  /** Steps that the new version has no longer. */
  gone: ElementName[]
}

/** What publishing would mean for the cases under way. Open cases keep their version. */
export async function readImpact(sql: Sql, { matters, app }: Candidate): Promise<StepImpact[]> {
  const found: StepImpact[] = []
  for (const matter of matters) {
    const rows = await sql.all<{ matter_title: string; matter_version: number; waiting: string; open_cases: number }>(
      `SELECT MAX(matter_title) AS matter_title, matter_version, waiting, COUNT(*) AS open_cases FROM case_instance
       WHERE matter_key = ? AND status IN ('running', 'suspended') GROUP BY matter_version, waiting`,
      [matter],
    )
    const flow = app.flows.get(app.matters.get(matter)?.definition.flow ?? '')?.definition
    for (const row of rows) {
      const steps: ElementName[] = JSON.parse(row.waiting)
      const gone = flow ? steps.filter(({ id }) => !flow.elements[id]) : []
      const { matter_title: matterTitle, matter_version: version } = row
      found.push({ matter, matterTitle, version, steps, count: Number(row.open_cases), fate: 'keeps', gone })
    }
  }
  return found.sort((one, other) => other.count - one.count)
}

/** What moving the open cases of one version to the one that is about to be published would come to. */
export interface VersionSurvey extends CaseSurvey {
  matter: string
  version: number
}

/** Asks each open case whether it could go on under the candidate's flow. */
export async function surveyImpact(
  sql: Sql,
  definitions: DefinitionStore,
  { matters, app }: Candidate,
): Promise<VersionSurvey[]> {
  const found: VersionSurvey[] = []
  for (const matter of matters) {
    const to = app.flows.get(app.matters.get(matter)?.definition.flow ?? '')?.definition
    if (!to) continue
    for (const { version } of await countByVersion(sql, matter)) {
      const { flow } = await definitions.matterVersion(sql, matter, version)
      const { mapping } = diff(flow, to)
      found.push({ matter, version, ...(await surveyCases(sql, { matter, from: version }, { flow, to, mapping })) })
    }
  }
  return found
}
