import { type DiagramViewer, showDiagram } from '@zhupi/flows/viewer'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Diagram } from '../api/types.ts'
import { useInstantFormat } from '../time/use-instant-format.ts'
import './case-diagram.css'

export interface CaseDiagramProps {
  diagram: Diagram
  /** Said to screen readers: where the case stands. */
  label: string
  /** Fills a large dialog and can be moved; else a small still picture. */
  large?: boolean
}

/** The flow of a case with the place where it stands. */
export function CaseDiagram({ diagram, label, large = false }: CaseDiagramProps) {
  const { t } = useTranslation()
  const { day } = useInstantFormat()
  const container = useRef<HTMLElement>(null)
  const [failed, setFailed] = useState(false)
  const words = useRef((at: string) => t('diagram.returned', { day: day(at) }))

  useEffect(() => {
    const element = container.current
    if (!element) return
    let viewer: DiagramViewer | undefined
    let gone = false
    const returns = diagram.returns.map(({ from, to, at }) => ({ from, to, label: words.current(at) }))
    showDiagram(element, { xml: diagram.xml, marks: { ...diagram, returns }, navigable: large }).then(
      (shown) => {
        viewer = shown
        if (gone) shown.destroy()
      },
      () => setFailed(!gone),
    )
    const observer = new ResizeObserver(() => viewer?.fit())
    observer.observe(element)
    return () => {
      gone = true
      observer.disconnect()
      viewer?.destroy()
    }
  }, [diagram, large])

  if (failed) return <p className="za-muted za-small">{t('diagram.failed')}</p>
  return <figure ref={container} className={`za-diagram ${large ? 'za-diagram-large' : ''}`} aria-label={label} />
}
