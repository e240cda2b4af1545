import { useTranslation } from 'react-i18next'
import type { FormPart } from './form-parts.ts'
import './jump-list.css'

export interface JumpListProps {
  pages: FormPart[][]
  /** Paths of fields corrected since the last round. */
  corrected: string[]
  /** The opinion box that waits for the reader. */
  mine?: string | null
  attachments: Array<{ id: string; name: string; href: string }>
  onJump: (path: string) => void
}

/** The parts of a form at its left: a click goes there. Vermilion is the box that waits for the reader. */
export function JumpList({ pages, corrected, mine, attachments, onJump }: JumpListProps) {
  const { t } = useTranslation()
  const pageTitle = (index: number) =>
    pages.length === 2 ? t(index === 0 ? 'jump.front' : 'jump.back') : t('jump.page', { n: index + 1 })
  return (
    <nav className="za-jump" aria-label={t('jump.label')}>
      {pages.map((parts, index) => (
        <section key={parts[0]?.path}>
          {pages.length > 1 && <b className="za-tiny za-muted">{pageTitle(index)}</b>}
          {parts.map((part) => {
            const waits = mine != null && part.paths.includes(mine)
            return (
              <button
                key={part.path}
                type="button"
                className={waits ? 'za-mine' : ''}
                title={part.title}
                onClick={() => onJump(waits ? mine : part.path)}
              >
                {part.title}
                {waits && ` · ${t('jump.yours')}`}
                {part.paths.some((path) => corrected.includes(path)) && (
                  <i className="za-corner" role="img" aria-label={t('jump.corrected')} />
                )}
              </button>
            )
          })}
        </section>
      ))}
      {attachments.length > 0 && (
        <section>
          <b className="za-tiny za-muted">{t('jump.attachments', { n: attachments.length })}</b>
          {attachments.map((file) => (
            <a key={file.id} href={file.href} target="_blank" rel="noreferrer" title={file.name}>
              {file.name}
            </a>
          ))}
        </section>
      )}
    </nav>
  )
}
