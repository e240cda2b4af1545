import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OwnSession } from '../../api/types.ts'
import { useInstantFormat } from '../../time/use-instant-format.ts'
import './sessions.css'

const LOGINS = ['ticket', 'oidc', 'demo'] as const

export interface ListedSession extends Omit<OwnSession, 'current'> {
  current?: boolean
}

export interface SessionListProps<T extends ListedSession> {
  sessions: readonly T[]
  /** Whose it is, where several people's are listed. */
  whose?: (session: T) => ReactNode
  /** What can be done about it. */
  action: (session: T) => ReactNode
}

/** Browsers that are signed in: where, how, since when, and when they were seen last. */
export function SessionList<T extends ListedSession>({ sessions, whose, action }: SessionListProps<T>) {
  const { t } = useTranslation()
  const format = useInstantFormat()
  return (
    <ul className="za-sessions">
      {sessions.map((session) => (
        <li key={session.id}>
          <div className="za-grow">
            {whose && <div className="za-sessions-whose">{whose(session)}</div>}
            <b>{session.device || t('sessions.unknownDevice')}</b>
            {session.current && <span className="za-tag za-tag-ok">{t('sessions.current')}</span>}
            <div className="za-second za-small za-sessions-facts">
              <span>{t('sessions.from', { address: session.address })}</span>
              <span>{isKnown(session.login) ? t(`sessions.login.${session.login}`) : session.login}</span>
              <span>{t('sessions.since', { at: format.minute(session.createdAt) })}</span>
              <span>{t('sessions.seen', { at: format.minute(session.lastSeenAt) })}</span>
            </div>
          </div>
          {action(session)}
        </li>
      ))}
    </ul>
  )
}

function isKnown(login: string): login is (typeof LOGINS)[number] {
  return LOGINS.some((known) => known === login)
}
