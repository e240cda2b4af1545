import type { InputHTMLAttributes, ReactNode } from 'react'

interface OptionLabelProps extends InputHTMLAttributes<HTMLInputElement> {
  type: 'radio' | 'checkbox'
  children: ReactNode
}

/** A circle or a box with its words. */
export function OptionLabel({ children, ...input }: OptionLabelProps) {
  return (
    <label className="zp-option">
      <input {...input} />
      <span>{children}</span>
    </label>
  )
}
