import { useTranslation } from 'react-i18next'
import { Icon } from '../../components/Icon.tsx'
import { formatClock } from '../../time/format-instant.ts'
import type { DraftState } from './draft-state.ts'

/** Whether what is on the screen is kept: 保存中…, 已保存, 没有存上. */
export function DraftLine({ state }: { state: DraftState }) {
  const { t } = useTranslation()
  return (
    <span className="za-row za-small" role="status">
      {state.kind === 'waiting' && <span className="za-muted">{t('draft.waiting')}</span>}
      {state.kind === 'saving' && <span className="za-muted">{t('draft.saving')}</span>}
      {state.kind === 'saved' && (
        <>
          <Icon name="ok" className="za-good" />
          <span>
            {t('draft.saved')} <span className="za-muted">{t('draft.savedAt', { clock: formatClock(state.at) })}</span>
          </span>
        </>
      )}
      {state.kind === 'failed' && (
        <>
          <Icon name="problem" className="za-wrong" />
          <span className="za-wrong">{t('draft.failed')}</span>
        </>
      )}
      {state.kind === 'conflict' && (
        <>
          <Icon name="warning" className="za-warn" />
          <span className="za-warn">{t('draft.conflict')}</span>
        </>
      )}
    </span>
  )
}
