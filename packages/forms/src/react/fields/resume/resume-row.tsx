import { type KeyboardEvent, useEffect, useState } from 'react'
import { isIsoDate } from '../../../components/iso-date.ts'
import { GrowingText } from '../growing-text.tsx'
import { RowMenu } from '../row-menu.tsx'
import { parseEnd, parseMonth, type ResumeDraft, showMonth } from './resume-text.ts'

interface ResumeRowProps {
  id: string
  index: number
  count: number
  line: ResumeDraft
  disabled: boolean
  /** Whether what is missing or wrong may be marked. */
  judged: boolean
  describedBy: string | undefined
  onChange: (line: ResumeDraft) => void
  onMove: (to: number) => void
  onInsert: () => void
  onRemove: () => void
}

/** One dated line: from, to, and what was done. */
export function ResumeRow(props: ResumeRowProps) {
  const { id, index, line, disabled, judged, describedBy, onChange } = props
  const row = `第 ${index + 1} 段`

  function handleKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      props.onInsert()
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      props.onMove(index + (event.key === 'ArrowUp' ? -1 : 1))
    }
  }

  const common = { disabled, 'aria-describedby': describedBy }
  const wrong = (bad: boolean) => (judged && bad ? true : undefined)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the inputs inside
    <div className="zp-resume-row" onKeyDown={handleKeyDown}>
      <MonthInput
        {...common}
        id={id}
        aria-label={`${row}，起`}
        aria-invalid={wrong(!isIsoDate(line.from, 'month'))}
        shown={showMonth(line.from)}
        onEntered={(text) => onChange({ ...line, from: parseMonth(text) })}
      />
      <MonthInput
        {...common}
        aria-label={`${row}，止（可填至今）`}
        aria-invalid={wrong(line.to !== null && (!isIsoDate(line.to, 'month') || line.to < line.from))}
        shown={showMonth(line.to)}
        onEntered={(text) => onChange({ ...line, to: parseEnd(text) })}
      />
      <GrowingText
        {...common}
        className="zp-resume-text"
        aria-label={`${row}，经历`}
        aria-invalid={wrong(line.text.trim() === '')}
        rows={1}
        value={line.text}
        onChange={(event) => onChange({ ...line, text: event.target.value.replace(/\n/g, '') })}
      />
      {!disabled && <RowMenu label={row} {...props} />}
    </div>
  )
}

interface MonthInputProps {
  id?: string
  shown: string
  disabled: boolean
  onEntered: (text: string) => void
  'aria-label': string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

/** A month as typed; it is understood when the focus leaves, so that half a date is not corrected under the fingers. */
function MonthInput({ shown, onEntered, ...rest }: MonthInputProps) {
  const [text, setText] = useState(shown)
  useEffect(() => setText(shown), [shown])
  return (
    <input
      {...rest}
      type="text"
      className="zp-input"
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => text !== shown && onEntered(text)}
      autoComplete="off"
      placeholder="年.月"
    />
  )
}
