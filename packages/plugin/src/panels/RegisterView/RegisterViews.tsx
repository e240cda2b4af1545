import { useTranslation } from 'react-i18next'
import type { Register } from '../../api/types.ts'

export interface RegisterViewsProps {
  register: Register
  /** Key of a view; undefined: everything. */
  value?: string
  onChange: (view: string | undefined) => void
}

/** The views of a register, side by side, each with its number of rows. */
export function RegisterViews({ register, value, onChange }: RegisterViewsProps) {
  const { t } = useTranslation()
  const all = { key: undefined, title: t('register.all'), count: register.total }
  // A view without a condition already shows everything.
  const whole = register.views.some((view) => view.count === register.total && view.title === all.title)
  return (
    <nav className="za-views" aria-label={t('register.views')}>
      {[...(whole ? [] : [all]), ...register.views].map((view) => (
        <button
          key={view.title}
          type="button"
          aria-current={view.key === (value ?? (whole ? register.views[0]?.key : undefined)) ? 'page' : undefined}
          onClick={() => onChange(view.key)}
        >
          {view.title} <em>{view.count}</em>
        </button>
      ))}
    </nav>
  )
}
