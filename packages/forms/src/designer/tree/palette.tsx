import { useDraggable } from '@dnd-kit/core'
import { type KeyboardEvent, useRef } from 'react'
import { COMPONENTS } from '../../components/components.ts'
import { ComponentIcon } from '../canvas/component-icon.tsx'
import { useDesigner } from '../state/use-designer.ts'
import { useTexts } from '../texts.ts'
import { addComponent } from './add-component.ts'

/** The components; Enter or a click adds one where the selection is, dragging puts it into a cell. */
export function Palette({ onAdded, onLeave }: { onAdded: () => void; onLeave: () => void }) {
  const texts = useTexts()
  const list = useRef<HTMLDivElement>(null)
  const handleKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onLeave()
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 2, ArrowUp: -2 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    buttons[at + step]?.focus()
  }
  return (
    <section className="zpd-palette" aria-label={texts.components}>
      <h2>
        {texts.components} <span>{texts.componentsHint}</span>
      </h2>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a legend of its own */}
      <div className="zpd-components" ref={list} role="group" aria-label={texts.components} onKeyDown={handleKey}>
        {COMPONENTS.map((component) => (
          <PaletteItem key={component.name} name={component.name} title={component.title} onAdded={onAdded} />
        ))}
      </div>
    </section>
  )
}

function PaletteItem({ name, title, onAdded }: { name: string; title: string; onAdded: () => void }) {
  const designer = useDesigner()
  const { setNodeRef, listeners } = useDraggable({ id: `component:${name}`, data: { component: name } })
  return (
    <button
      ref={setNodeRef}
      type="button"
      data-component={name}
      disabled={designer.readOnly}
      onClick={() => addComponent(designer, name) && onAdded()}
      {...(listeners as { onPointerDown?: () => void })}
    >
      <ComponentIcon name={name} />
      {title}
    </button>
  )
}
