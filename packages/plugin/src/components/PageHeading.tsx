import { type ReactNode, useEffect, useRef } from 'react'

/** The heading of a page. It takes the focus after navigating, so that a screen reader says where one is, and names the tab. */
export function PageHeading({ children, className }: { children: ReactNode; className?: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    document.title = heading.current?.textContent ?? ''
  })
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h1>
  )
}
