import { Icon } from './Icon.tsx'

export interface ChoiceOption {
  value: string
  label: string
}

export interface ChoiceProps {
  label: string
  value: string
  options: ChoiceOption[]
  onChange: (value: string) => void
  className?: string
  /** Keeps the label for screen readers only. */
  bare?: boolean
}

/** A drop-down with its label inside: the browser's own list, which phones and screen readers know. */
export function Choice({ label, value, options, onChange, className, bare }: ChoiceProps) {
  return (
    <label className={`za-field ${className ?? ''}`}>
      <span className={bare ? 'za-unseen' : 'za-muted za-nowrap'}>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </label>
  )
}
