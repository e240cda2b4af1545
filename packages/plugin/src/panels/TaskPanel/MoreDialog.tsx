import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { type ChosenPerson, PeopleChooser } from '../../components/PeopleChooser.tsx'
import { ProblemLine } from '../../components/ProblemLine.tsx'
import { Segments } from '../../components/Segments.tsx'
import { PHONE, useMedia } from '../../components/use-media.ts'
import { type MoreAction, moreRequest, type SignersWhen } from './more-action.ts'
import { SignerList } from './SignerList.tsx'
import type { TaskDesk } from './task-desk.ts'

export interface MoreDialogProps {
  desk: TaskDesk
  action: MoreAction
  onClose: () => void
}

/** Asks for the people of an act on a task: a dialog in the middle, a sheet from the lower edge on a phone. */
export function MoreDialog({ desk, action, onClose }: MoreDialogProps) {
  const { t } = useTranslation()
  const phone = useMedia(PHONE)
  const [people, setPeople] = useState<ChosenPerson[]>([])
  const [how, setHow] = useState<SignersWhen>('before')
  const { type, label } = action
  const { task, submit } = desk

  function handleSubmit() {
    const ids = people.map(({ id }) => id)
    submit.more(moreRequest(type, task.version, ids, how), onClose)
  }
  return (
    <Dialog
      title={t(`more.title.${type}`)}
      place={phone ? 'bottom' : 'middle'}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            kind="primary"
            disabled={(type !== 'claim' && people.length === 0) || submit.sending}
            onClick={handleSubmit}
          >
            {label}
          </Button>
        </>
      }
    >
      <p className="za-second za-more-what">{t(`more.what.${type}`)}</p>
      {type === 'addSigners' && (
        <div className="za-more-when">
          <Segments
            small={!phone}
            label={t('more.when')}
            value={how}
            options={(['before', 'beside', 'after'] as const).map((value) => ({
              value,
              label: t(`more.how.${value}`),
            }))}
            onChange={setHow}
          />
        </div>
      )}
      {type === 'removeSigners' && <SignerList signers={task.signers} value={people} onChange={setPeople} />}
      {type !== 'removeSigners' && type !== 'claim' && (
        <PeopleChooser many={type === 'addSigners' || type === 'cc'} value={people} onChange={setPeople} />
      )}
      {submit.problem && <ProblemLine error={submit.problem} text={t('task.notSent')} />}
    </Dialog>
  )
}
