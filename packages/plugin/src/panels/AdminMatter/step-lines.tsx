import { type ReactNode, useEffect, useId, useState } from 'react'
import { Icon } from '../../components/Icon.tsx'

export interface TextLineProps {
  label: string
  hint?: string
  value: string
  type?: 'text' | 'number'
  /** What may be written, offered while typing. */
  list?: string
  onChange: (value: string) => void
}

/** One text of a step. It is written into the diagram when the input is left: one change, one undo. */
export function TextLine({ label, hint, value, type = 'text', list, onChange }: TextLineProps) {
  const id = useId()
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  return (
    <div className="za-line">
      <label htmlFor={id}>{label}</label>
      <span className="za-field">
        <input
          id={id}
          type={type}
          min={type === 'number' ? 1 : undefined}
          list={list}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => text !== value && onChange(text)}
        />
      </span>
      {hint && <span className="za-small za-second">{hint}</span>}
    </div>
  )
}

export interface SelectLineProps {
  label: string
  value: string
  options: ReadonlyArray<readonly [value: string, label: string]>
  onChange: (value: string) => void
}

/** One choice of a step. A value that is not offered is kept and shown. */
export function SelectLine({ label, value, options, onChange }: SelectLineProps) {
  const id = useId()
  const isKnown = options.some(([one]) => one === value)
  return (
    <div className="za-line">
      <label htmlFor={id}>{label}</label>
      <span className="za-field">
        <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
          {!isKnown && <option value={value}>{value}</option>}
          {options.map(([one, text]) => (
            <option key={one} value={one}>
              {text}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </span>
    </div>
  )
}

export interface CheckLineProps {
  checked: boolean
  onChange: (checked: boolean) => void
  children: ReactNode
}

/** A box with its words beside it. */
export function CheckLine({ checked, onChange, children }: CheckLineProps) {
  return (
    <label className="za-check-line">
      <input
        type="checkbox"
        className="za-check"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      {children}
    </label>
  )
}
