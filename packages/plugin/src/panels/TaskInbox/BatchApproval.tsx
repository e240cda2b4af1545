import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Check } from '../../components/Check.tsx'
import { BatchDialog } from './BatchDialog.tsx'
import type { Selection } from './use-selection.ts'

/** The bar above the list: what is chosen, and one decision for all of it. Always there, so that no row moves. */
export function BatchApproval({ selection, onAnswered }: { selection: Selection; onAnswered: () => void }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const { chosen, candidates, choose } = selection
  const some = chosen.length > 0
  const all = some && chosen.length === candidates.length
  return (
    <section className="za-batch" aria-label={t('batch.label')}>
      <Check
        label={t('batch.all')}
        checked={all}
        mixed={some && !all}
        disabled={candidates.length === 0}
        onChange={(checked) => choose(checked ? candidates : [])}
      />
      {some && <b className="za-bold">{t('batch.chosen', { n: chosen.length })}</b>}
      <span className="za-second">{t(some ? 'batch.rule' : 'batch.hint')}</span>
      <span className="za-grow" />
      <Button kind={some ? 'primary' : 'plain'} size="small" disabled={!some} onClick={() => setOpen(true)}>
        {t('batch.approve')}
      </Button>
      <Button kind="text" size="small" disabled={!some} onClick={() => choose([])}>
        {t('batch.clear')}
      </Button>
      {open && (
        <BatchDialog
          tasks={chosen}
          onFailed={(failed) => choose(failed)}
          onClose={(answered) => {
            setOpen(false)
            if (answered) onAnswered()
          }}
        />
      )}
    </section>
  )
}
