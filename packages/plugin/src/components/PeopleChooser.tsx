import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../api/me.ts'
import { usePeople } from '../api/people.ts'
import { ProblemLine } from './ProblemLine.tsx'
import { SearchField } from './SearchField.tsx'
import './people-chooser.css'

export interface ChosenPerson {
  id: string
  name: string
}

export interface PeopleChooserProps {
  /** Several may be chosen, or one. */
  many: boolean
  value: readonly ChosenPerson[]
  onChange: (people: ChosenPerson[]) => void
}

/** Chooses people of the directory, oneself left out. Who is chosen stays in sight while one searches on. */
export function PeopleChooser({ many, value, onChange }: PeopleChooserProps) {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const name = useId()
  const [q, setQ] = useState('')
  const people = usePeople(q)
  const others = people.data?.filter((person) => person.id !== me?.id)

  function handleToggle(person: ChosenPerson) {
    const without = value.filter(({ id }) => id !== person.id)
    if (!many) onChange([person])
    else onChange(without.length < value.length ? without : [...value, person])
  }
  return (
    <>
      <SearchField label={t('transfer.search')} value={q} onChange={setQ} />
      {many && value.length > 0 && (
        <p className="za-chosen-people">{t('more.chosen', { names: value.map((one) => one.name).join('、') })}</p>
      )}
      {people.isError && <ProblemLine error={people.error} text={t('transfer.failed')} />}
      {others?.length === 0 && <p className="za-muted">{t('transfer.nobody')}</p>}
      <ul className="za-choose-people">
        {others?.map((person) => (
          <li key={person.id}>
            <label>
              <input
                type={many ? 'checkbox' : 'radio'}
                className={many ? 'za-check' : 'za-radio'}
                name={name}
                checked={value.some(({ id }) => id === person.id)}
                onChange={() => handleToggle({ id: person.id, name: person.name })}
              />
              <span>
                {person.name} <span className="za-muted">{person.unitName}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </>
  )
}
