import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type RowFilter, useRegister, useRegisterRows } from '../../api/registers.ts'
import type { RegisterRow } from '../../api/types.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { FailedState } from '../../components/FailedState.tsx'
import { ListSkeleton } from '../../components/ListSkeleton.tsx'
import { LoadMore } from '../../components/LoadMore.tsx'
import { itemsOf } from '../../components/PagedList.tsx'
import { PageHeading } from '../../components/PageHeading.tsx'
import { QuotaLines } from '../../components/QuotaLines.tsx'
import { PHONE, useMedia } from '../../components/use-media.ts'
import { RegisterFilters } from './RegisterFilters.tsx'
import { RegisterViews } from './RegisterViews.tsx'
import { RowCards } from './RowCards.tsx'
import { RowDrawer } from './RowDrawer.tsx'
import { RowTable } from './RowTable.tsx'
import './register.css'

/** A register (台账): views as tabs, quota, filters, rows, and one row in full. */
export function RegisterView({ registerKey }: { registerKey: string }) {
  const { t } = useTranslation()
  const phone = useMedia(PHONE)
  const [filter, setFilter] = useState<RowFilter>({})
  const [open, setOpen] = useState<RegisterRow>()
  const { data: register, ...about } = useRegister(registerKey)
  const list = useRegisterRows(registerKey, filter)
  const rows = itemsOf(list)
  const error = about.error ?? list.error
  const failed = (about.isError && !register) || (list.isError && !rows)
  const narrowed = filter.q !== undefined || Object.keys(filter.filter ?? {}).length > 0
  const view = register?.views.find(({ key }) => key === filter.view)

  function handleRetry() {
    void about.refetch()
    void list.refetch()
  }
  return (
    <>
      <div className="za-top">
        <PageHeading>{register?.title ?? t('menu.registers')}</PageHeading>
        {register && (
          <p className="za-second">{t('register.total', { total: register.total, unit: register.unitOfCount })}</p>
        )}
      </div>
      {failed && (
        <FailedState title={t('register.failed')} safe={t('register.safe')} error={error} onRetry={handleRetry} />
      )}
      {!failed && (!register || !rows) && (
        <ListSkeleton label={t('register.loading')} columns={[60, 70, 40, 80, 50, 65]} />
      )}
      {!failed && register && rows && (
        <>
          <RegisterViews
            register={register}
            value={filter.view}
            onChange={(next) => setFilter({ ...filter, view: next })}
          />
          {register.limits.length > 0 && (
            <section className="za-panel za-register-limits">
              <h2>{t('register.limits')}</h2>
              <QuotaLines limits={register.limits} />
            </section>
          )}
          <RegisterFilters register={register} filter={filter} onChange={setFilter} />
          {rows.length === 0 ? (
            <EmptyState
              title={t(narrowed ? 'register.noMatch' : 'register.empty')}
              actions={narrowed && <Button onClick={() => setFilter({ view: filter.view })}>{t('inbox.clear')}</Button>}
            >
              {t(narrowed ? 'register.noMatchText' : 'register.emptyText')}
            </EmptyState>
          ) : (
            <div className="za-list">
              {phone ? (
                <RowCards register={register} rows={rows} onOpen={setOpen} />
              ) : (
                <RowTable
                  register={register}
                  rows={rows}
                  sort={filter.sort}
                  onSort={(sort) => setFilter({ ...filter, sort })}
                  onOpen={setOpen}
                />
              )}
              <LoadMore
                list={list}
                shown={rows.length}
                total={narrowed ? undefined : (view?.count ?? register.total)}
                unit={register.unitOfCount}
              />
            </div>
          )}
        </>
      )}
      {register && open && <RowDrawer register={register} row={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}
