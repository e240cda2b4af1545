import { useEffect, useRef, useState } from 'react'
import { Icon } from './Icon.tsx'

/** Wait after the last key before searching, in milliseconds. */
const PAUSE_MS = 300

export interface SearchFieldProps {
  /** Says what is searched; shown as placeholder. */
  label: string
  value: string
  onChange: (value: string) => void
}

/** A search that follows the typing, a moment later. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const [text, setText] = useState(value)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => setText(value), [value])
  useEffect(() => () => clearTimeout(pause.current), [])

  function handleChange(next: string) {
    setText(next)
    clearTimeout(pause.current)
    pause.current = setTimeout(() => onChange(next.trim()), PAUSE_MS)
  }
  return (
    <label className="za-field za-search">
      <Icon name="search" />
      <span className="za-unseen">{label}</span>
      <input type="search" value={text} placeholder={label} onChange={(event) => handleChange(event.target.value)} />
    </label>
  )
}
