import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAllSessions, useEndSession } from '../../api/sessions.ts'
import type { PersonSession } from '../../api/types.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ListSkeleton } from '../../components/ListSkeleton.tsx'
import { PagedList } from '../../components/PagedList.tsx'
import { PageHeading } from '../../components/PageHeading.tsx'
import { ProblemLine } from '../../components/ProblemLine.tsx'
import { noticeBoard } from '../../shell/notice-board.ts'
import { SessionList } from './SessionList.tsx'

/** Who is signed in, for the security administrator, who may end any of it. */
export function AllSessions() {
  const { t } = useTranslation()
  const [person, setPerson] = useState<PersonSession['person']>()
  const [ending, setEnding] = useState<PersonSession>()
  const list = useAllSessions(person?.id)
  return (
    <>
      <div className="za-top">
        <PageHeading>{t('sessions.allTitle')}</PageHeading>
      </div>
      <p className="za-second za-sessions-note">{t('sessions.allText')}</p>
      {person && (
        <p className="za-bar">
          <span className="za-tag za-tag-blue">{t('sessions.onlyOf', { name: person.name })}</span>
          <Button kind="link" onClick={() => setPerson(undefined)}>
            {t('sessions.everybody')}
          </Button>
        </p>
      )}
      <PagedList
        list={list}
        words={{ failed: t('sessions.failed'), safe: t('sessions.safe'), unit: t('sessions.unit') }}
        skeleton={<ListSkeleton label={t('sessions.loading')} columns={[80, 60, 40]} />}
        empty={<EmptyState title={t('sessions.empty')}>{t('sessions.allEmptyText')}</EmptyState>}
      >
        {(sessions) => (
          <SessionList
            sessions={sessions}
            whose={(session) => (
              <>
                <Button kind="link" onClick={() => setPerson(session.person)}>
                  {session.person.name}
                </Button>{' '}
                <span className="za-muted">{session.person.unitName}</span>
              </>
            )}
            action={(session) => (
              <Button
                aria-label={t('sessions.endOfPerson', { what: `${session.person.name} ${session.device}` })}
                onClick={() => setEnding(session)}
              >
                {t('sessions.endPerson')}
              </Button>
            )}
          />
        )}
      </PagedList>
      {ending && <EndDialog session={ending} onClose={() => setEnding(undefined)} />}
    </>
  )
}

/** Asks once: what the person has not saved is lost. */
function EndDialog({ session, onClose }: { session: PersonSession; onClose: () => void }) {
  const { t } = useTranslation()
  const end = useEndSession()

  function handleEnd() {
    const done = () => {
      noticeBoard.post({ text: t('sessions.endedOf', { name: session.person.name }) })
      onClose()
    }
    end.mutate(session.id, { onSuccess: done })
  }
  return (
    <Dialog
      title={t('sessions.endQuestion', { name: session.person.name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" disabled={end.isPending} onClick={handleEnd}>
            {t('sessions.endPerson')}
          </Button>
        </>
      }
    >
      <p>{t('sessions.endText', { device: session.device, address: session.address })}</p>
      {end.isError && <ProblemLine error={end.error} text={t('sessions.endFailed')} />}
    </Dialog>
  )
}
