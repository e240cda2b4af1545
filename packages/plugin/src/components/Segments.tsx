import { type ReactNode, useId } from 'react'

export interface SegmentsProps<T extends string> {
  label: string
  value: T
  options: Array<{ value: T; label: ReactNode }>
  onChange: (value: T) => void
  small?: boolean
}

/** A few choices side by side, one of them on: a radio group. */
export function Segments<T extends string>({ label, value, options, onChange, small }: SegmentsProps<T>) {
  const name = useId()
  return (
    <div className={`za-segments ${small ? 'za-segments-small' : ''}`} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} className={option.value === value ? 'za-on' : ''}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          {option.label}
        </label>
      ))}
    </div>
  )
}
