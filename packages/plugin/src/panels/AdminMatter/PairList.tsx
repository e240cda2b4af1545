import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'

export interface PairListProps {
  label: string
  hint?: string
  /** What the two inputs of a line are called. */
  names: { name: string; value: string }
  pairs: Record<string, string>
  onChange: (pairs: Record<string, string>) => void
}

/** Names and what belongs to each. A line without a name is kept on the screen only. */
export function PairList({ label, hint, names, pairs, onChange }: PairListProps) {
  const { t } = useTranslation()
  const [lines, setLines] = useState(() => Object.entries(pairs).map(([name, value]) => ({ name, value })))

  function change(next: typeof lines) {
    setLines(next)
    onChange(Object.fromEntries(next.filter(({ name }) => name !== '').map(({ name, value }) => [name, value])))
  }
  return (
    <fieldset>
      <legend>{label}</legend>
      {hint && <p className="za-small za-second">{hint}</p>}
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
        <div key={index} className="za-admin-pair">
          {(['name', 'value'] as const).map((part) => (
            <span key={part} className="za-field">
              <input
                aria-label={`${label} ${index + 1} ${names[part]}`}
                placeholder={names[part]}
                value={line[part]}
                onChange={(event) =>
                  change(lines.map((one, at) => (at === index ? { ...one, [part]: event.target.value } : one)))
                }
              />
            </span>
          ))}
          <Button
            kind="text"
            icon="trash"
            aria-label={`${t('settings.remove')} ${line.name || index + 1}`}
            onClick={() => change(lines.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button kind="link" icon="plus" onClick={() => setLines([...lines, { name: '', value: '' }])}>
        {t('settings.add')}
      </Button>
    </fieldset>
  )
}
