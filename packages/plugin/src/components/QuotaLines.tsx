import type { LimitUsage } from '../api/types.ts'
import { QuotaBlocks } from './QuotaBlocks.tsx'
import './quota-blocks.css'

/** Limits (名额), one line each: label, blocks, figures. `withThis`: the case at hand would take one more. */
export function QuotaLines({ limits, withThis = false }: { limits: LimitUsage[]; withThis?: boolean }) {
  return (
    <ul className="za-quota-lines">
      {limits.map((limit) => (
        <li key={`${limit.label} ${JSON.stringify(limit.group)}`}>
          <span>{limit.label}</span>
          <b>
            {limit.used}/{limit.max}
          </b>
          <QuotaBlocks used={limit.used} max={limit.max} withThis={withThis} />
        </li>
      ))}
    </ul>
  )
}
