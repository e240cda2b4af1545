import { useTranslation } from 'react-i18next'
import { Icon } from '../../components/Icon.tsx'
import type { PartProgress } from './fill-progress.ts'

/** The parts of the table: done, wrong, or how many are missing; a click goes there. */
export function FillProgress({ parts, onJump }: { parts: PartProgress[]; onJump: (path: string) => void }) {
  return (
    <ul className="za-progress">
      {parts.map((part) => (
        <li key={part.title}>
          <button type="button" onClick={() => onJump(part.path)}>
            <Sign part={part} />
            <span className="za-grow za-cut">{part.title}</span>
            <Words part={part} />
          </button>
        </li>
      ))}
    </ul>
  )
}

function Sign({ part }: { part: PartProgress }) {
  if (part.wrong > 0) return <Icon name="problem" className="za-wrong" />
  return part.missing > 0 ? <span className="za-dot" /> : <Icon name="ok" className="za-good" />
}

function Words({ part }: { part: PartProgress }) {
  const { t } = useTranslation()
  if (part.wrong > 0) return <span className="za-wrong za-small">{t('progress.wrong', { n: part.wrong })}</span>
  if (part.missing > 0) return <span className="za-muted za-small">{t('progress.missing', { n: part.missing })}</span>
  return <span className="za-muted za-small">{t('progress.done')}</span>
}
