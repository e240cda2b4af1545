import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDiagram } from '../api/cases.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'

const CaseDiagram = lazy(async () => ({ default: (await import('./CaseDiagram.tsx')).CaseDiagram }))

/** A section of the rail: the small diagram, and the whole one when asked for. */
export function FlowSection({ caseId, places }: { caseId: string; places: string[] }) {
  const { t } = useTranslation()
  const { data: diagram, isError, refetch } = useDiagram(caseId)
  const [large, setLarge] = useState(false)
  const label = places.length > 0 ? t('diagram.label', { at: places.join('、') }) : t('diagram.ended')
  return (
    <section>
      <h2>
        {t('diagram.title')}
        <Button kind="link" className="za-tiny" disabled={!diagram} onClick={() => setLarge(true)}>
          {t('diagram.whole')}
        </Button>
      </h2>
      {isError && (
        <p className="za-muted za-small">
          {t('diagram.missing')}{' '}
          <Button kind="link" onClick={() => void refetch()}>
            {t('failed.retry')}
          </Button>
        </p>
      )}
      <Suspense fallback={null}>
        {diagram && <CaseDiagram diagram={diagram} label={label} />}
        {diagram && large && (
          <Dialog title={t('diagram.title')} wide onClose={() => setLarge(false)}>
            <CaseDiagram diagram={diagram} label={label} large />
          </Dialog>
        )}
      </Suspense>
    </section>
  )
}
