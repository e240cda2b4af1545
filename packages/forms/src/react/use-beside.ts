import { type RefObject, useEffect, useLayoutEffect } from 'react'

/** Room between a button and what it opened, px. */
const GAP = 4

/**
 * Puts what a button opened beside it: below where there is room, else above, and inside the window. It closes when the page is
 * scrolled away under it.
 */
export function useBeside(opened: RefObject<HTMLElement>, button: HTMLElement, onClose: () => void): void {
  useLayoutEffect(() => {
    const { current } = opened
    if (!current) return
    const { top, bottom, right } = button.getBoundingClientRect()
    const isBelow = bottom + GAP + current.offsetHeight <= window.innerHeight
    current.style.top = `${isBelow ? bottom + GAP : Math.max(0, top - GAP - current.offsetHeight)}px`
    current.style.left = `${Math.max(GAP, right - current.offsetWidth)}px`
  }, [opened, button])

  useEffect(() => {
    window.addEventListener('scroll', onClose, { capture: true })
    window.addEventListener('resize', onClose)
    return () => {
      window.removeEventListener('scroll', onClose, { capture: true })
      window.removeEventListener('resize', onClose)
    }
  }, [onClose])
}

/** Where on the page it stands: while a modal dialog is open, only what is inside can be used. */
export function layerOf(button: HTMLElement): Element {
  return button.closest('dialog[open]') ?? document.body
}
