import { type TextareaHTMLAttributes, useLayoutEffect, useRef } from 'react'

const GROWS_BY_ITSELF = CSS.supports('field-sizing', 'content')

interface GrowingTextProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  value: string
  /** Lines it has when it is empty. */
  rows: number
}

/** A box that grows with its text: by the browser, which measures it with everything else, else by being measured here. */
export function GrowingText({ className = '', style, ...rest }: GrowingTextProps) {
  const box = useRef<HTMLTextAreaElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has another height
  useLayoutEffect(() => {
    const { current } = box
    if (!current || GROWS_BY_ITSELF) return
    current.style.height = 'auto'
    current.style.height = `${current.scrollHeight + current.offsetHeight - current.clientHeight}px`
  }, [rest.value])
  return (
    <textarea
      {...rest}
      ref={box}
      className={`zp-input zp-input--text ${className}`}
      style={{ ...style, '--zp-rows': rest.rows } as TextareaHTMLAttributes<HTMLTextAreaElement>['style']}
    />
  )
}
