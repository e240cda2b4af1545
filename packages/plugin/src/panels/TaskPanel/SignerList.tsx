import type { Task } from '../../api/types.ts'
import type { ChosenPerson } from '../../components/PeopleChooser.tsx'

export interface SignerListProps {
  signers: Task['signers']
  value: readonly ChosenPerson[]
  onChange: (people: ChosenPerson[]) => void
}

/** Those whom one has added and who are still to decide. */
export function SignerList({ signers, value, onChange }: SignerListProps) {
  const chosen = (id: string) => value.some((one) => one.id === id)
  return (
    <ul className="za-choose-people">
      {signers.map(({ id, name, unitName }) => (
        <li key={id}>
          <label>
            <input
              type="checkbox"
              className="za-check"
              checked={chosen(id)}
              onChange={() => onChange(chosen(id) ? value.filter((one) => one.id !== id) : [...value, { id, name }])}
            />
            <span>
              {name} <span className="za-muted">{unitName}</span>
            </span>
          </label>
        </li>
      ))}
    </ul>
  )
}
