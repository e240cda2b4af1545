import { useEffect, useRef } from 'react'

export interface CheckProps {
  label: string
  checked: boolean
  /** Some but not all. */
  mixed?: boolean
  disabled?: boolean
  /** Why it is disabled. */
  title?: string
  onChange: (checked: boolean) => void
}

/** A box without visible words: its label is for screen readers. */
export function Check({ label, checked, mixed = false, disabled, title, onChange }: CheckProps) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = mixed
  }, [mixed])
  return (
    <input
      ref={box}
      type="checkbox"
      className="za-check"
      aria-label={label}
      title={title}
      checked={checked}
      disabled={disabled}
      onChange={(event) => onChange(event.target.checked)}
    />
  )
}
