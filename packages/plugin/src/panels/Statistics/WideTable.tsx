import type { ReactNode } from 'react'

/** A table that is moved sideways where the window is narrow, also by the keyboard. */
export function WideTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="za-statistics-scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
