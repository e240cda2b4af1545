import type { FocusEvent } from 'react'

/** A blur handler for a group: called only when the focus goes out of it, not from one of its inputs to the next. */
export function onLeave(handler: () => void) {
  return (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) handler()
  }
}
