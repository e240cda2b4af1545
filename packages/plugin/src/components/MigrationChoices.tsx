import { useTranslation } from 'react-i18next'
import type { MigrationSurvey } from '../api/types.ts'
import { Choice } from './Choice.tsx'

/** Where the steps go that the other version has no longer; null: given up. */
export type StepMapping = Record<string, string | null>

export interface MigrationChoicesProps {
  reasons: MigrationSurvey['reasons']
  mapping: StepMapping
  onChange: (mapping: StepMapping) => void
}

const GIVE_UP = ' '

/** A choice for each step of which the server cannot know where its cases go. */
export function MigrationChoices({ reasons, mapping, onChange }: MigrationChoicesProps) {
  const { t, i18n } = useTranslation()
  const language = i18n.language.startsWith('zh') ? 'zh' : 'en'
  return reasons.map(({ id, words, candidates }) => (
    <Choice
      key={id}
      label={words[language]}
      value={mapping[id] === null ? GIVE_UP : (mapping[id] ?? '')}
      options={[
        { value: '', label: t('migration.stay') },
        ...candidates.map((one) =>
          one ? { value: one.id, label: one.name } : { value: GIVE_UP, label: t('migration.giveUp') },
        ),
      ]}
      onChange={(value) => {
        const { [id]: _before, ...others } = mapping
        onChange(value === '' ? others : { ...others, [id]: value === GIVE_UP ? null : value })
      }}
    />
  ))
}
