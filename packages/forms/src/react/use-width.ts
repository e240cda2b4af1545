import { type RefObject, useLayoutEffect, useState } from 'react'

/** The width of an element in px, followed as it changes; `undefined` before it is on the page. */
export function useWidth(element: RefObject<HTMLElement>): number | undefined {
  const [width, setWidth] = useState<number>()
  useLayoutEffect(() => {
    const { current } = element
    if (!current) return
    setWidth(current.clientWidth)
    const observer = new ResizeObserver(() => setWidth(current.clientWidth))
    observer.observe(current)
    return () => observer.disconnect()
  }, [element])
  return width
}
