import type { Attributes } from '@zhupi/flows/modeler'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { DefinitionVocabulary } from '../../api/types.ts'
import { Button } from '../../components/Button.tsx'
import type { FieldName } from './FlowTab.tsx'
import { SelectLine, TextLine } from './step-lines.tsx'

export interface PeopleListProps {
  people: readonly Attributes[]
  fields: readonly FieldName[]
  vocabulary: DefinitionVocabulary | undefined
  onChange: (people: Attributes[]) => void
}

const FROM = [
  'role',
  'leader',
  'post',
  'unit',
  'user',
  'initiator',
  'initiatorChoice',
  'previousChoice',
  'field',
  'lane',
  'feel',
] as const
type From = (typeof FROM)[number]

const WITHOUT_VALUE: readonly string[] = ['initiator', 'initiatorChoice', 'previousChoice']

/** Who decides: several kinds of people are joined. */
export function PeopleList({ people, fields, vocabulary, onChange }: PeopleListProps) {
  const { t } = useTranslation()
  const offered = useId()
  const change = (index: number, next: Attributes) => onChange(people.map((one, at) => (at === index ? next : one)))
  return (
    <fieldset>
      <legend>{t('flow.people')}</legend>
      {people.length === 0 && <p className="za-warn za-small">{t('flow.peopleNone')}</p>}
      {people.map((rule, index) => {
        const from = (rule.from ?? 'role') as From
        const options = valuesOf(from, vocabulary, fields)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no identity but its place
          <div key={index} className="za-admin-people">
            <SelectLine
              label={t('flow.people')}
              value={from}
              options={FROM.map((one) => [one, t(`flow.from.${one}`)])}
              onChange={(next) => change(index, { from: next, ...(next === 'leader' && { value: 'initiator' }) })}
            />
            {options && (
              <SelectLine
                label={t('flow.peopleValue')}
                value={rule.value ?? ''}
                options={[['', '—'], ...options]}
                onChange={(value) => change(index, { ...rule, value })}
              />
            )}
            {!options && !WITHOUT_VALUE.includes(from) && (
              <TextLine
                label={t('flow.peopleValue')}
                value={rule.value ?? ''}
                onChange={(value) => change(index, { ...rule, value })}
              />
            )}
            {(from === 'role' || from === 'post') && (
              <TextLine
                label={t('flow.peopleUnit')}
                value={rule.unit ?? ''}
                list={offered}
                onChange={(unit) => change(index, { ...rule, unit })}
              />
            )}
            <Button
              kind="text"
              icon="trash"
              aria-label={t('flow.removePeople', { n: index + 1 })}
              onClick={() => onChange(people.filter((_, at) => at !== index))}
            />
          </div>
        )
      })}
      <datalist id={offered}>
        {fields.map(({ path, title }) => (
          <option key={path} value={`{{ ${path} }}`}>
            {title}
          </option>
        ))}
      </datalist>
      <Button kind="link" icon="plus" onClick={() => onChange([...people, { from: 'role' }])}>
        {t('flow.addPeople')}
      </Button>
    </fieldset>
  )
}

/** What can be chosen; undefined where it is written freely. */
function valuesOf(
  from: From,
  vocabulary: DefinitionVocabulary | undefined,
  fields: readonly FieldName[],
): Array<[string, string]> | undefined {
  const same = (all: readonly string[] = []) => all.map((one): [string, string] => [one, one])
  if (from === 'role') return same(vocabulary?.roles)
  if (from === 'post') return same(vocabulary?.posts)
  if (from === 'unit') return vocabulary?.units.map(({ id, name }) => [id, name])
  if (from === 'field') return fields.map(({ path, title }) => [path, title])
  return undefined
}
