import { type KeyboardEvent, type RefObject, type SyntheticEvent, useEffect } from 'react'
import { useBeside } from '../use-beside.ts'

interface RowMenuListProps {
  list: RefObject<HTMLDivElement>
  label: string
  /** The button that opened it. */
  beside: HTMLElement
  choices: ReadonlyArray<{ label: string; isDisabled: boolean; act: () => void }>
  onClose: () => void
}

const quiet = (event: SyntheticEvent) => event.stopPropagation()

/** The open menu of a row: arrow keys go through it, Escape and Tab close it, and so does whatever happens elsewhere. */
export function RowMenuList({ list, label, beside, choices, onClose }: RowMenuListProps) {
  useBeside(list, beside, onClose)
  useEffect(() => {
    if (list.current) openItems(list.current)[0]?.focus({ preventScroll: true })
  }, [list])

  function handleKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    event.stopPropagation()
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault()
      onClose()
      beside.focus()
      return
    }
    const items = openItems(event.currentTarget)
    const at = items.indexOf(document.activeElement as HTMLElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    items[(to + items.length) % items.length]?.focus()
  }

  return (
    <div
      ref={list}
      role="menu"
      aria-label={label}
      className="zp-menu"
      onKeyDown={handleKeyDown}
      onFocus={quiet}
      onPaste={quiet}
      onBlur={(event) => {
        event.stopPropagation()
        if (event.relatedTarget !== beside && !event.currentTarget.contains(event.relatedTarget)) onClose()
      }}
    >
      {choices.map(({ label, isDisabled, act }) => (
        <button
          key={label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          disabled={isDisabled}
          onClick={() => {
            onClose()
            beside.focus()
            act()
          }}
        >
          {label}
        </button>
      ))}
    </div>
  )
}

function openItems(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]:not(:disabled)')]
}
