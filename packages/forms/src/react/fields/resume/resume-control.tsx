import { PlusOutlined } from '@ant-design/icons'
import { type ClipboardEvent, useRef } from 'react'
import { isRecord } from '../../../schema/is-record.ts'
import type { ControlProps } from '../field-description.ts'
import { inserted, moved, removed, replaced } from '../list-edits.ts'
import { onLeave } from '../on-leave.ts'
import { ResumeRow } from './resume-row.tsx'
import { BLANK, parseResume, type ResumeDraft } from './resume-text.ts'

/** Dated lines, typed or pasted from Excel. */
export function ResumeControl(props: ControlProps) {
  const group = useRef<HTMLFieldSetElement>(null)
  const drafts = draftsOf(props.value)
  const lines = drafts.length > 0 ? drafts : [BLANK]
  const judged = props.issues.length > 0

  function handleInsert(index: number) {
    props.onChange(inserted(lines, index + 1, BLANK))
    requestAnimationFrame(() => {
      group.current?.querySelectorAll<HTMLElement>('.zp-resume-row')[index + 1]?.querySelector('input')?.focus()
    })
  }

  function handlePaste(event: ClipboardEvent, index: number) {
    const pasted = parseResume(event.clipboardData.getData('text/plain'))
    const isTable = pasted.length > 1 || pasted.some((line) => line.from !== '')
    if (!isTable || props.disabled) return
    event.preventDefault()
    const here = lines[index]
    const isBlank = here && here.from === '' && here.to === '' && here.text === ''
    props.onChange(isBlank ? inserted(removed(lines, index), index, ...pasted) : inserted(lines, index + 1, ...pasted))
  }

  return (
    <fieldset className="zp-resume" ref={group} aria-label={props.label} onBlur={onLeave(props.onBlur)}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
        <div key={index} onPaste={(event) => handlePaste(event, index)}>
          <ResumeRow
            id={index === 0 ? props.id : `${props.id}-${index}`}
            index={index}
            count={lines.length}
            line={line}
            disabled={props.disabled}
            judged={judged}
            describedBy={props.describedBy}
            onChange={(next) => props.onChange(replaced(lines, index, next))}
            onMove={(to) => props.onChange(moved(lines, index, to))}
            onInsert={() => handleInsert(index)}
            onRemove={() => props.onChange(drafts.length > 1 ? removed(lines, index) : undefined)}
          />
        </div>
      ))}
      {!props.disabled && (
        <div className="zp-list-foot">
          <button type="button" className="zp-link" onClick={() => handleInsert(lines.length - 1)}>
            <PlusOutlined aria-hidden />
            添一段
          </button>
          <span className="zp-hint">{props.schema.description ?? '按时间顺序填，前后衔接；可从 Excel 粘贴多行'}</span>
        </div>
      )}
    </fieldset>
  )
}

/** What of a value can stand in the rows; a foreign shape is shown as blank rather than lost silently. */
function draftsOf(value: unknown): ResumeDraft[] {
  if (!Array.isArray(value)) return []
  return value.filter(isRecord).map(({ from, to, text }) => ({
    from: typeof from === 'string' ? from : '',
    to: to === null ? null : typeof to === 'string' ? to : '',
    text: typeof text === 'string' ? text : '',
  }))
}
