import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../api/me.ts'
import { usePeople } from '../../api/people.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ProblemLine } from '../../components/ProblemLine.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import type { TaskDesk } from './task-desk.ts'

/** Hands the task to somebody else. */
export function TransferDialog({ desk, onClose }: { desk: TaskDesk; onClose: () => void }) {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const name = useId()
  const [q, setQ] = useState('')
  const [to, setTo] = useState<string>()
  const people = usePeople(q)
  const others = people.data?.filter((person) => person.id !== me?.id)
  return (
    <Dialog
      title={t('transfer.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            kind="primary"
            disabled={to === undefined || desk.submit.sending}
            onClick={() => to !== undefined && desk.submit.transfer(to)}
          >
            {t('transfer.submit')}
          </Button>
        </>
      }
    >
      <SearchField label={t('transfer.search')} value={q} onChange={setQ} />
      {people.isError && <ProblemLine error={people.error} text={t('transfer.failed')} />}
      {others?.length === 0 && <p className="za-muted">{t('transfer.nobody')}</p>}
      <ul className="za-choose-people">
        {others?.map((person) => (
          <li key={person.id}>
            <label>
              <input
                type="radio"
                className="za-radio"
                name={name}
                checked={person.id === to}
                onChange={() => setTo(person.id)}
              />
              <span>
                {person.name} <span className="za-muted">{person.unitName}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {desk.submit.problem && <ProblemLine error={desk.submit.problem} text={t('task.notSent')} />}
    </Dialog>
  )
}
