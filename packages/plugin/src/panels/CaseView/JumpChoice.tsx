import { useTranslation } from 'react-i18next'
import type { Case } from '../../api/types.ts'
import { Choice } from '../../components/Choice.tsx'

export interface Jump {
  from: string
  to: string
}

export interface JumpChoiceProps {
  targets: NonNullable<Case['jump']>
  value: Jump
  onChange: (jump: Jump) => void
}

/** From which waiting step to which other one a case is moved. */
export function JumpChoice({ targets, value, onChange }: JumpChoiceProps) {
  const { t } = useTranslation()
  const options = (steps: typeof targets.from) => steps.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <div className="za-jump-choice">
      <Choice
        label={t('case.jumpFrom')}
        value={value.from}
        options={options(targets.from)}
        onChange={(from) => onChange({ ...value, from })}
      />
      <Choice
        label={t('case.jumpTo')}
        value={value.to}
        options={[{ value: '', label: t('case.jumpChoose') }, ...options(targets.to)]}
        onChange={(to) => onChange({ ...value, to })}
      />
      <p className="za-second">{t('case.jumpText')}</p>
    </div>
  )
}
