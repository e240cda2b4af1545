import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type JobState, useJobs, useMendJob } from '../../api/jobs.ts'
import type { Job } from '../../api/types.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ListSkeleton } from '../../components/ListSkeleton.tsx'
import { PagedList } from '../../components/PagedList.tsx'
import { PageHeading } from '../../components/PageHeading.tsx'
import { ProblemLine } from '../../components/ProblemLine.tsx'
import { Segments } from '../../components/Segments.tsx'
import { DiscardDialog } from './DiscardDialog.tsx'
import { JobItem } from './JobItem.tsx'
import './jobs.css'

/** What happens behind the commands: what was given up, to be tried again or discarded, and what waits. */
export function Jobs() {
  const { t } = useTranslation()
  const [state, setState] = useState<JobState>('failed')
  const [discarded, setDiscarded] = useState<Job>()
  const list = useJobs(state)
  const mend = useMendJob()
  return (
    <>
      <div className="za-top">
        <PageHeading>{t('jobs.title')}</PageHeading>
        <p className="za-second">{t('jobs.note')}</p>
      </div>
      <div className="za-bar">
        <Segments
          label={t('jobs.which')}
          value={state}
          options={[
            { value: 'failed', label: t('jobs.failed') },
            { value: 'waiting', label: t('jobs.waiting') },
          ]}
          onChange={setState}
        />
      </div>
      {mend.isError && <ProblemLine error={mend.error} text={t('jobs.notMended')} />}
      <PagedList
        list={list}
        words={{ failed: t('jobs.notFetched'), safe: t('jobs.safe'), unit: t('jobs.unit') }}
        skeleton={<ListSkeleton label={t('jobs.loading')} columns={[40, 70, 50]} />}
        empty={
          <EmptyState title={t(state === 'failed' ? 'jobs.noneFailed' : 'jobs.noneWaiting')}>
            {t('jobs.noneText')}
          </EmptyState>
        }
      >
        {(jobs) => (
          <ul className="za-jobs">
            {jobs.map((job) => (
              <JobItem
                key={job.id}
                job={job}
                failed={state === 'failed'}
                busy={mend.isPending}
                onRetry={() => mend.mutate({ jobId: job.id })}
                onDiscard={() => setDiscarded(job)}
              />
            ))}
          </ul>
        )}
      </PagedList>
      {discarded && (
        <DiscardDialog
          job={discarded}
          onClose={() => setDiscarded(undefined)}
          onDiscard={(reason) => {
            mend.mutate({ jobId: discarded.id, reason })
            setDiscarded(undefined)
          }}
        />
      )}
    </>
  )
}
