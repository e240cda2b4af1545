import type { FormChange } from '../../schema/diff.ts'

/** Changes in words; what breaks stored values is marked. */
export function ChangeList({ changes, none }: { changes: readonly FormChange[]; none: string }) {
  if (changes.length === 0) return <p className="zpd-muted">{none}</p>
  return (
    <ul className="zpd-changes">
      {changes.map((change) => (
        <li key={`${change.path} ${change.message}`} className={change.breaks ? 'zpd-breaks' : undefined}>
          {change.message}
        </li>
      ))}
    </ul>
  )
}
