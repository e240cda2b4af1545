import type { ButtonHTMLAttributes } from 'react'
import { Icon, type IconName } from './Icon.tsx'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary`: the one thing to do on a view. `text` and `link` have no border. */
  kind?: 'plain' | 'primary' | 'text' | 'link'
  size?: 'small' | 'middle' | 'large'
  icon?: IconName
  iconAfter?: IconName
  block?: boolean
}

/** The classes of a button, for links that look like one. */
export function buttonClass({ kind = 'plain', size = 'middle', block }: Pick<ButtonProps, 'kind' | 'size' | 'block'>) {
  const names = ['za-button', `za-button-${kind}`, `za-button-${size}`]
  return block ? [...names, 'za-button-block'].join(' ') : names.join(' ')
}

/** A button with its words; with an icon alone it needs `aria-label`. */
export function Button({ kind, size, icon, iconAfter, block, className, children, ...rest }: ButtonProps) {
  const alone = children === undefined ? 'za-button-icon' : ''
  return (
    <button type="button" className={`${buttonClass({ kind, size, block })} ${alone} ${className ?? ''}`} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
      {iconAfter && <Icon name={iconAfter} />}
    </button>
  )
}
