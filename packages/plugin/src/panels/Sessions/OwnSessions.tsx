import { useTranslation } from 'react-i18next'
import { useEndOwnSession, useOwnSessions } from '../../api/sessions.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ListSkeleton } from '../../components/ListSkeleton.tsx'
import { PagedList } from '../../components/PagedList.tsx'
import { PageHeading } from '../../components/PageHeading.tsx'
import { ProblemLine } from '../../components/ProblemLine.tsx'
import { noticeBoard } from '../../shell/notice-board.ts'
import { SessionList } from './SessionList.tsx'

/** Where one is signed in; what one does not know can be signed out at once. */
export function OwnSessions() {
  const { t } = useTranslation()
  const list = useOwnSessions()
  const end = useEndOwnSession()

  function handleEnd(id: string) {
    end.mutate(id, { onSuccess: () => noticeBoard.post({ text: t('sessions.ended') }) })
  }
  return (
    <>
      <div className="za-top">
        <PageHeading>{t('sessions.ownTitle')}</PageHeading>
      </div>
      <p className="za-second za-sessions-note">{t('sessions.ownText')}</p>
      {end.isError && <ProblemLine error={end.error} text={t('sessions.endFailed')} />}
      <PagedList
        list={list}
        words={{ failed: t('sessions.failed'), safe: t('sessions.safe'), unit: t('sessions.unit') }}
        skeleton={<ListSkeleton label={t('sessions.loading')} columns={[80, 60, 40]} />}
        empty={<EmptyState title={t('sessions.empty')}>{t('sessions.ownEmptyText')}</EmptyState>}
      >
        {(sessions) => (
          <SessionList
            sessions={sessions}
            action={(session) =>
              session.current ? null : (
                <Button
                  disabled={end.isPending}
                  aria-label={t('sessions.endOf', { what: session.device || session.address })}
                  onClick={() => handleEnd(session.id)}
                >
                  {t('sessions.end')}
                </Button>
              )
            }
          />
        )}
      </PagedList>
    </>
  )
}
