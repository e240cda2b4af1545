import type { ReactNode } from 'react'
import './states.css'

/** Nothing to show: one sentence, and what to do next. */
export function EmptyState({ title, children, actions }: { title: string; children: ReactNode; actions?: ReactNode }) {
  return (
    <section className="za-state">
      <svg className="za-state-sheet" width="132" height="112" viewBox="0 0 132 112" aria-hidden="true">
        <path d="M30 8h54l18 18v78H30zM84 8v18h18" stroke="var(--zp-control)" />
        <path d="M44 40h44M44 54h44M44 68h26" stroke="var(--zp-line-strong)" />
        <circle cx="86" cy="84" r="12" stroke="var(--zp-line-strong)" strokeDasharray="3 3" />
      </svg>
      <h2>{title}</h2>
      <p className="za-second">{children}</p>
      {actions && <div className="za-state-actions">{actions}</div>}
    </section>
  )
}
