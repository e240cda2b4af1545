import { useLayoutEffect } from 'react'
import { ariaProps, type ControlProps } from './field-description.ts'

/**
 * Puts the ARIA properties of a select on its input. antd would write them on the `div` around it as well, where
 * `aria-required` and `aria-invalid` are not allowed and are read twice.
 */
export function useInputAria(props: ControlProps): void {
  const { id } = props
  const attributes = JSON.stringify(ariaProps(props))
  useLayoutEffect(() => {
    const input = document.getElementById(id)
    for (const [name, value] of Object.entries(JSON.parse(attributes))) input?.setAttribute(name, String(value))
    return () => {
      for (const name of Object.keys(JSON.parse(attributes))) input?.removeAttribute(name)
    }
  }, [id, attributes])
}
