import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCaseAction } from '../../api/cases.ts'
import type { Case, CaseActionRequest } from '../../api/types.ts'
import { Button } from '../../components/Button.tsx'
import { type ChosenPerson, PeopleChooser } from '../../components/PeopleChooser.tsx'
import { ProblemLine } from '../../components/ProblemLine.tsx'
import { noticeBoard } from '../../shell/notice-board.ts'
import { type Jump, JumpChoice } from './JumpChoice.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'

/** In the order of the buttons: what everybody may need first, what an administrator does last. */
const ASKED = ['withdraw', 'cc', 'comment', 'suspend', 'resume', 'jump', 'terminate'] as const
type Asked = (typeof ASKED)[number]

/** What may be done with the case as a whole, as far as the server offers it, each after a question. */
export function CaseActions({ item }: { item: Case }) {
  const { t } = useTranslation()
  const action = useCaseAction(item.id)
  const [asked, setAsked] = useState<Asked>()
  const [people, setPeople] = useState<ChosenPerson[]>([])
  const [jump, setJump] = useState<Jump>({ from: '', to: '' })

  function handleAct(body: CaseActionRequest, said: string) {
    action.mutate(body, {
      onSuccess: () => {
        setAsked(undefined)
        noticeBoard.post({ text: said })
      },
    })
  }
  function handleAsk(name: Asked) {
    setPeople([])
    setJump({ from: item.jump?.from[0]?.id ?? '', to: '' })
    setAsked(name)
  }
  function handleClose() {
    setAsked(undefined)
    action.reset()
  }
  function handleSubmit(name: Asked, text: string) {
    const request = requestOf(name, text, { item, people, jump })
    handleAct(request, t(`case.done.${name}`))
  }
  return (
    <>
      {item.actions.includes('urge') && (
        <Button disabled={action.isPending} onClick={() => handleAct({ type: 'urge' }, t('case.urged'))}>
          {t('case.urge')}
        </Button>
      )}
      {ASKED.filter((name) => item.actions.includes(name)).map((name) => (
        <Button key={name} onClick={() => handleAsk(name)}>
          {t(`case.${name}`)}
        </Button>
      ))}
      {action.isError && asked === undefined && <ProblemLine error={action.error} text={t('case.notDone')} />}
      {asked && (
        <ReasonDialog
          key={asked}
          title={t(`case.title.${asked}`)}
          label={asked === 'withdraw' ? undefined : t(`case.label.${asked}`)}
          submit={t(`case.${asked}`)}
          optional={asked === 'withdraw' || asked === 'cc' || asked === 'resume'}
          maxLength={asked === 'comment' ? 1000 : 500}
          incomplete={(asked === 'cc' && people.length === 0) || (asked === 'jump' && jump.to === '')}
          sending={action.isPending}
          error={action.error}
          onSubmit={(text) => handleSubmit(asked, text)}
          onClose={handleClose}
        >
          {asked === 'withdraw' && t('case.withdrawText')}
          {asked === 'cc' && <PeopleChooser many value={people} onChange={setPeople} />}
          {asked === 'jump' && item.jump && <JumpChoice targets={item.jump} value={jump} onChange={setJump} />}
        </ReasonDialog>
      )}
    </>
  )
}

function requestOf(
  name: Asked,
  text: string,
  { item, people, jump }: { item: Case; people: readonly ChosenPerson[]; jump: Jump },
): CaseActionRequest {
  switch (name) {
    case 'withdraw':
      return { type: 'withdraw', version: item.version }
    case 'cc':
      return { type: 'cc', people: people.map(({ id }) => id), ...(text && { text }) }
    case 'comment':
      return { type: 'comment', text }
    case 'resume':
      return { type: 'resume', ...(text && { text }) }
    case 'jump':
      return { type: 'jump', ...jump, reason: text, version: item.version }
    default:
      return { type: name, reason: text }
  }
}
