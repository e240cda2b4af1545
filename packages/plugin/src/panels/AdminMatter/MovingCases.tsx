import { useTranslation } from 'react-i18next'
import type { DefinitionImpact } from '../../api/types.ts'
import { StayingCases } from './StayingCases.tsx'

/** Before a version is published: how many open cases of an earlier one could move to it, and why the others could not. */
export function MovingCases({ survey }: { survey: DefinitionImpact['surveys'][number] }) {
  const { t } = useTranslation()
  const { version, moves, needsDecision, cannot, examined, open, staying } = survey
  const parts = [
    { share: moves, kind: 'moves', text: t('publish.moves', { n: moves }) },
    { share: needsDecision, kind: 'asks', text: t('publish.needDecision', { n: needsDecision }) },
    { share: cannot, kind: 'stays', text: t('publish.cannotMove', { n: cannot }) },
  ].filter(({ share }) => share > 0)
  return (
    <div className="za-moving">
      <p>
        {t('publish.ifMoved', { version })}
        {examined < open && t('migration.examined', { n: examined })}
      </p>
      <div className="za-moving-bar" aria-hidden="true">
        {parts.map(({ share, kind }) => (
          <span key={kind} className={`za-moving-${kind}`} style={{ flexGrow: share }} />
        ))}
      </div>
      <ul>
        {parts.map(({ kind, text }) => (
          <li key={kind}>
            <i className={`za-moving-${kind}`} aria-hidden="true" />
            {text}
          </li>
        ))}
      </ul>
      <StayingCases cases={staying} />
    </div>
  )
}
