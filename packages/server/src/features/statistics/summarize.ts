import type { z } from 'zod'
import type { Count, Measure } from './count-records.ts'
import { quantile } from './duration-buckets.ts'
import type { Statistics } from './statistic-schema.ts'

export interface SummaryNames {
  /** Matters in the order in which they are shown. */
  matters: ReadonlyArray<{ key: string; title: string }>
  elementName(matterKey: string, elementId: string): string
}

export interface SummaryFacts {
  from: string
  to: string
  countedAt: string | null
  overdue: ReadonlyMap<string, number>
}

/** The tables of the page from the counts. Pure. */
export function summarize(
  counts: readonly Count[],
  { matters, elementName }: SummaryNames,
  { from, to, countedAt, overdue }: SummaryFacts,
): z.input<typeof Statistics> {
  const units = [...new Set(counts.filter(isWhole).map(({ unitName }) => unitName))]
  const steps = [
    ...new Set(
      counts.filter(({ measure }) => measure === 'decided').map((one) => `${one.matterKey}\n${one.elementId}`),
    ),
  ]
  return {
    from,
    to,
    countedAt,
    totals: { ...wholeOf(counts), ...furtherOf(counts), overdue: [...overdue.values()].reduce((sum, n) => sum + n, 0) },
    months: monthsBetween(from, to).map((month) => ({
      month,
      ...wholeOf(counts.filter((one) => one.month === month)),
    })),
    matters: matters.map(({ key, title }) => {
      const own = counts.filter(({ matterKey }) => matterKey === key)
      return { key, title, ...wholeOf(own), ...furtherOf(own), overdue: overdue.get(key) ?? 0 }
    }),
    units: units
      .map((name) => ({ name, ...wholeOf(counts.filter(({ unitName }) => unitName === name)) }))
      .sort((one, other) => other.started - one.started || one.name.localeCompare(other.name, 'zh-CN')),
    steps: steps
      .map((place) => {
        const [matterKey = '', elementId = ''] = place.split('\n')
        const own = counts.filter((one) => one.matterKey === matterKey && one.elementId === elementId)
        const title = matters.find(({ key }) => key === matterKey)?.title ?? matterKey
        return {
          matter: { key: matterKey, title },
          element: { id: elementId, name: elementName(matterKey, elementId) },
          decided: sumOf(own, 'decided'),
          late: sumOf(own, 'late'),
          returned: sumOf(own, 'returned'),
          ...quantilesOf(own, ['decided']),
        }
      })
      .sort((one, other) => (other.median ?? 0) - (one.median ?? 0)),
  }
}

function isWhole({ measure }: Count): boolean {
  return measure === 'started' || measure === 'ended' || measure === 'rejected'
}

function wholeOf(counts: readonly Count[]) {
  return {
    started: sumOf(counts, 'started'),
    ended: sumOf(counts, 'ended'),
    rejected: sumOf(counts, 'rejected'),
  }
}

function furtherOf(counts: readonly Count[]) {
  return { returned: sumOf(counts, 'returned'), ...quantilesOf(counts, ['ended', 'rejected']) }
}

function sumOf(counts: readonly Count[], measure: Measure): number {
  return counts.reduce((sum, one) => (one.measure === measure ? sum + one.amount : sum), 0)
}

function quantilesOf(counts: readonly Count[], measures: readonly Measure[]) {
  const buckets = new Map<number, number>()
  for (const { measure, bucket, amount } of counts) {
    if (measures.includes(measure)) buckets.set(bucket, (buckets.get(bucket) ?? 0) + amount)
  }
  return { median: quantile(buckets, 0.5) ?? null, p90: quantile(buckets, 0.9) ?? null }
}

/** `2025-11`, `2026-02` -> the four months. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  for (let month = from; month <= to && months.length < 120; month = addMonths(month, 1)) months.push(month)
  return months
}

/** @param month `2026-03` */
export function addMonths(month: string, count: number): string {
  const [year = 1970, of = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, of - 1 + count, 1)).toISOString().slice(0, 7)
}
