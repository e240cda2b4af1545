import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useTaskList } from '../../api/tasks.ts'
import { FailedState } from '../../components/FailedState.tsx'
import { LoadMore } from '../../components/LoadMore.tsx'
import { PHONE, useMedia } from '../../components/use-media.ts'
import { BatchApproval } from './BatchApproval.tsx'
import { InboxEmpty } from './InboxEmpty.tsx'
import { InboxFilters } from './InboxFilters.tsx'
import { InboxHead } from './InboxHead.tsx'
import { InboxSkeleton } from './InboxSkeleton.tsx'
import { NewArrivals } from './NewArrivals.tsx'
import { TaskCards } from './TaskCards.tsx'
import { TaskTable } from './TaskTable.tsx'
import { useInboxFilter } from './use-inbox-filter.ts'
import { useSelection } from './use-selection.ts'
import './inbox.css'

/** What waits for the person's decision, the most urgent first. */
export function TaskInbox() {
  const { t } = useTranslation()
  const phone = useMedia(PHONE)
  const { filter, change, clear, narrowed } = useInboxFilter()
  const list = useTaskList(filter)
  const { refetch } = list
  const tasks = useMemo(() => list.data?.pages.flatMap((page) => page.items), [list.data])
  const first = list.data?.pages[0]
  const selection = useSelection(tasks ?? [])

  return (
    <>
      <InboxHead counts={first?.counts} updatedAt={list.dataUpdatedAt} />
      <InboxFilters filter={filter} filters={first?.filters} counts={first?.counts} onChange={change} />
      {tasks && <NewArrivals filter={filter} tasks={tasks} onShow={() => void refetch()} />}
      {list.isError && !tasks && (
        <FailedState
          title={t('inbox.failed')}
          safe={t('inbox.safe')}
          error={list.error}
          onRetry={() => void refetch()}
        />
      )}
      {!tasks && !list.isError && <InboxSkeleton />}
      {tasks?.length === 0 && <InboxEmpty narrowed={narrowed} onClear={clear} />}
      {tasks && first && tasks.length > 0 && (
        <div className="za-inbox-list">
          {!phone && <BatchApproval selection={selection} onAnswered={() => void refetch()} />}
          {phone ? (
            <TaskCards tasks={tasks} counts={first.counts} />
          ) : (
            <TaskTable tasks={tasks} counts={first.counts} selection={selection} />
          )}
          <LoadMore
            shown={tasks.length}
            total={first.counts.total}
            unit={t('inbox.unit')}
            more={list.hasNextPage}
            loading={list.isFetchingNextPage}
            failed={list.isFetchNextPageError}
            onMore={() => void list.fetchNextPage()}
          />
        </div>
      )}
    </>
  )
}
