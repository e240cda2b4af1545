import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useTaskList } from '../../api/tasks.ts'
import { itemsOf, PagedList } from '../../components/PagedList.tsx'
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
  const tasks = useMemo(() => itemsOf({ data: list.data }), [list.data])
  const first = list.data?.pages[0]
  const selection = useSelection(tasks ?? [])

  return (
    <>
      <InboxHead counts={first?.counts} updatedAt={list.dataUpdatedAt} />
      <InboxFilters filter={filter} filters={first?.filters} counts={first?.counts} onChange={change} />
      {tasks && <NewArrivals filter={filter} tasks={tasks} onShow={() => void refetch()} />}
      <PagedList
        list={list}
        words={{ failed: t('inbox.failed'), safe: t('inbox.safe'), unit: t('inbox.unit') }}
        total={first?.counts.total}
        skeleton={<InboxSkeleton />}
        empty={<InboxEmpty narrowed={narrowed} onClear={clear} />}
      >
        {(shown) =>
          first &&
          (phone ? (
            <TaskCards tasks={shown} counts={first.counts} />
          ) : (
            <>
              <BatchApproval selection={selection} onAnswered={() => void refetch()} />
              <TaskTable tasks={shown} counts={first.counts} selection={selection} />
            </>
          ))
        }
      </PagedList>
    </>
  )
}
