import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { inheritedLevel, LEVELS, withLevel } from './access-levels.ts'
import type { FieldName } from './FlowTab.tsx'

export interface StepFieldsProps {
  /** Field key -> `hidden`, `read`, `edit`, `require`; `*` is the default. */
  access: Record<string, string>
  fields: readonly FieldName[]
  onChange: (access: Record<string, string>) => void
}

/** What a step may see and change. A field that says nothing is as the others are. */
export function StepFields({ access, fields, onChange }: StepFieldsProps) {
  const { t } = useTranslation()
  const name = useId()
  const rows = [{ path: '*', title: t('flow.others') }, ...fields]
  return (
    <fieldset>
      <legend>{t('flow.fields')}</legend>
      <table className="za-step-fields">
        <thead>
          <tr>
            <th scope="col">{t('flow.field')}</th>
            {LEVELS.map((level) => (
              <th key={level} scope="col">
                {t(`flow.levels.${level}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ path, title }) => (
            <tr key={path}>
              <th scope="row">{title}</th>
              {LEVELS.map((level) => (
                <td key={level}>
                  <input
                    type="radio"
                    className="za-radio"
                    name={`${name} ${path}`}
                    aria-label={`${title} ${t(`flow.levels.${level}`)}`}
                    checked={(access[path] ?? inheritedLevel(access, path)) === level}
                    onChange={() => onChange(withLevel(access, path, level))}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  )
}
