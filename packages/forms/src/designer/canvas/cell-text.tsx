import { type KeyboardEvent, useRef } from 'react'
import { useTexts } from '../texts.ts'

/** Writing into a cell: Enter is done, Shift and Enter break a line, Escape leaves it as it was (`undefined`). */
export function CellText({ text, onDone }: { text: string; onDone: (text: string | undefined) => void }) {
  const texts = useTexts()
  const isDone = useRef(false)
  const finish = (value: string | undefined) => {
    if (isDone.current) return
    isDone.current = true
    onDone(value)
  }
  const handleKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') finish(undefined)
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      finish(event.currentTarget.value)
    }
  }
  return (
    <textarea
      className="zpd-cell-text"
      aria-label={texts.cell.text}
      defaultValue={text}
      rows={Math.max(2, text.split('\n').length)}
      // biome-ignore lint/a11y/noAutofocus: F2 asks for it
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onKeyDown={handleKey}
      onPointerDown={(event) => event.stopPropagation()}
      onBlur={(event) => finish(event.currentTarget.value)}
    />
  )
}
