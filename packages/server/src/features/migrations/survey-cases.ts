import { type MigrationMapping, type ProcessDefinition, preflight } from '@zhupi/flows'
import { placeholders, type Sql } from '../../db/sql.ts'

/** Open cases of one version of a matter. */
export interface CaseSelection {
  matter: string
  from: number
  /** Only these; absent: all. */
  cases?: readonly string[] | undefined
}

/** What stands in the way, in both languages. */
export interface Words {
  zh: string
  en: string
}

/** A case that would stay where it is, and why. */
export interface StayingCase {
  caseId: string
  number: string
  verdict: 'needs-decision' | 'cannot'
  words: Words[]
}

export interface SurveyReason {
  verdict: StayingCase['verdict']
  id: string
  words: Words
  count: number
  candidates: Array<{ id: string; name: string } | null>
}

export interface CaseSurvey {
  open: number
  examined: number
  moves: number
  needsDecision: number
  cannot: number
  reasons: SurveyReason[]
  staying: StayingCase[]
}

/** A survey looks at so many cases one by one: a report is read while one waits for it. */
export const MAX_EXAMINED = 2000

const PAGE = 200
const MAX_STAYING = 100

interface OpenCaseRow {
  id: string
  number: string
  instance: string
}

/** Asks of every open case whether it can go on under another version of its flow. Nothing is moved. */
export async function surveyCases(
  sql: Sql,
  selection: CaseSelection,
  { flow, to, mapping }: { flow: ProcessDefinition; to: ProcessDefinition; mapping: MigrationMapping },
): Promise<CaseSurvey> {
  const survey: CaseSurvey = { open: 0, examined: 0, moves: 0, needsDecision: 0, cannot: 0, reasons: [], staying: [] }
  survey.open = await countOpenCases(sql, selection)
  for (let after = ''; survey.examined < MAX_EXAMINED; ) {
    const rows = await readOpenCases(sql, selection, after, PAGE)
    for (const row of rows) examine(survey, row, preflight(flow, to, mapping, JSON.parse(row.instance)), to)
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) break
    after = last.id
  }
  survey.reasons.sort((one, other) => other.count - one.count)
  return survey
}

function examine(
  survey: CaseSurvey,
  { id: caseId, number }: OpenCaseRow,
  found: ReturnType<typeof preflight>,
  to: ProcessDefinition,
): void {
  survey.examined += 1
  if (found.verdict === 'moves') {
    survey.moves += 1
    return
  }
  const { verdict } = found
  survey[verdict === 'cannot' ? 'cannot' : 'needsDecision'] += 1
  const reasons = verdict === 'cannot' ? found.problems : found.decisions
  for (const { id, words, ...more } of reasons) {
    const known = survey.reasons.find((one) => one.verdict === verdict && one.id === id && one.words.zh === words.zh)
    if (known) known.count += 1
    else survey.reasons.push({ verdict, id, words, count: 1, candidates: namesOf(to, more) })
  }
  if (survey.staying.length < MAX_STAYING) {
    survey.staying.push({ caseId, number, verdict, words: reasons.map(({ words }) => words) })
  }
}

/** Where a decision may send a token; a sequence flow is called after the step that it leads to. */
function namesOf({ elements, sequenceFlows }: ProcessDefinition, reason: object): SurveyReason['candidates'] {
  const candidates = 'candidates' in reason ? (reason.candidates as Array<string | null>) : []
  return candidates.map((id) => {
    if (id === null) return null
    const name = elements[id]?.name ?? elements[sequenceFlows[id]?.target ?? '']?.name
    return { id, name: name || id }
  })
}

const OPEN = `matter_key = ? AND matter_version = ? AND status IN ('running', 'suspended')`

function selected({ matter, from, cases }: CaseSelection): { where: string; values: Array<string | number> } {
  if (!cases) return { where: OPEN, values: [matter, from] }
  return { where: `${OPEN} AND id IN ${placeholders(1, cases.length)}`, values: [matter, from, ...cases] }
}

export async function countOpenCases(sql: Sql, selection: CaseSelection): Promise<number> {
  const { where, values } = selected(selection)
  const row = await sql.first<{ n: number }>(`SELECT COUNT(*) AS n FROM case_instance WHERE ${where}`, values)
  return Number(row?.n ?? 0)
}

/** Open cases in the order of their ids, those after one of them. */
export function readOpenCases(
  sql: Sql,
  selection: CaseSelection,
  after: string,
  limit: number,
): Promise<OpenCaseRow[]> {
  const { where, values } = selected(selection)
  return sql.all<OpenCaseRow>(
    `SELECT id, number, instance FROM case_instance WHERE ${where} AND id > ? ORDER BY id LIMIT ?`,
    [...values, after, limit],
  )
}
