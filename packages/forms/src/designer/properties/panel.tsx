import type { ReactNode } from 'react'

/** A part of the panel at the right that folds. */
export function Panel({ title, count, children }: { title: string; count?: number; children: ReactNode }) {
  return (
    <details open className="zpd-panel">
      <summary>
        {title} {count !== undefined && count > 0 && <em>{count}</em>}
      </summary>
      <div className="zpd-panel-body">{children}</div>
    </details>
  )
}
