import { useCallback, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { FieldSchema } from '../schema/form-definition.ts'
import { displayValue } from '../values/display-value.ts'
import type { Correction } from './form-highlights.ts'
import { useFormView } from './form-view-context.ts'
import { layerOf, useBeside } from './use-beside.ts'

/** The ochre corner of a corrected field; opened, it shows the value before and after. */
export function CorrectedCorner({ schema, correction }: { schema: FieldSchema; correction: Correction }) {
  const { layout } = useFormView()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const close = useCallback(() => setOpen(false), [])
  return (
    <>
      <button
        ref={button}
        type="button"
        className="zp-corner"
        aria-label={`${schema.title ?? ''}已补正，看前后对照`}
        aria-expanded={isOpen}
        aria-describedby={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
        onBlur={close}
        onKeyDown={({ key }) => key === 'Escape' && close()}
      >
        {layout === 'stack' && '已补正'}
      </button>
      {isOpen &&
        button.current &&
        createPortal(
          <CorrectionNote id={id} schema={schema} correction={correction} beside={button.current} onClose={close} />,
          layerOf(button.current),
        )}
    </>
  )
}

interface CorrectionNoteProps {
  id: string
  schema: FieldSchema
  correction: Correction
  beside: HTMLElement
  onClose: () => void
}

function CorrectionNote({ id, schema, correction, beside, onClose }: CorrectionNoteProps) {
  const { definition } = useFormView()
  const note = useRef<HTMLDivElement>(null)
  useBeside(note, beside, onClose)
  const show = (value: unknown) => displayValue(schema, value, definition) || '（空）'
  return (
    <div ref={note} id={id} role="tooltip" className="zp-note">
      <dl className="zp-correction">
        <dt>补正前</dt>
        <dd>{show(correction.before)}</dd>
        <dt>补正后</dt>
        <dd>{show(correction.after)}</dd>
        <dt>时间</dt>
        <dd>{new Date(correction.at).toLocaleString('zh-CN', { dateStyle: 'long', timeStyle: 'short' })}</dd>
      </dl>
    </div>
  )
}
