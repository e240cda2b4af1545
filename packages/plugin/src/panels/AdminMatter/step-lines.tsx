import { type ReactNode, useEffect, useState } from 'react'

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
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  return (
    <label>
      {label}
      <span className="za-field">
        <input
          type={type}
          min={type === 'number' ? 1 : undefined}
          list={list}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => text !== value && onChange(text)}
        />
      </span>
      {hint && <span className="za-small za-second">{hint}</span>}
    </label>
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
  const isKnown = options.some(([one]) => one === value)
  return (
    <label>
      {label}
      <span className="za-field">
        <select value={value} onChange={(event) => onChange(event.target.value)}>
          {!isKnown && <option value={value}>{value}</option>}
          {options.map(([one, text]) => (
            <option key={one} value={one}>
              {text}
            </option>
          ))}
        </select>
      </span>
    </label>
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
