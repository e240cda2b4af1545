import type { LimitUsage } from '../../api/types.ts'

/** The first limit without a free place; submitting would be refused. */
export function fullLimit(limits: LimitUsage[]): LimitUsage | undefined {
  return limits.find((limit) => limit.used >= limit.max)
}
