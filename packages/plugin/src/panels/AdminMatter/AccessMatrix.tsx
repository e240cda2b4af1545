import type { StepView } from '@zhupi/flows/modeler'
import { useTranslation } from 'react-i18next'
import { inheritedLevel, LEVELS, withLevel } from './access-levels.ts'
import type { FieldName } from './FlowTab.tsx'

export interface AccessMatrixProps {
  steps: readonly StepView[]
  fields: readonly FieldName[]
  onChange: (step: StepView, access: Record<string, string>) => void
}

/** Who may see and change what: a line for every field and column of a table, a column for every step that people do. */
export function AccessMatrix({ steps, fields, onChange }: AccessMatrixProps) {
  const { t } = useTranslation()
  const rows = [{ path: '*', title: t('flow.others') }, ...fields]
  return (
    <section className="za-access" aria-label={t('flow.matrix')}>
      <table className="za-access-table">
        <caption className="za-small za-second">{t('flow.matrixHint')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('flow.field')}</th>
            {steps.map((step) => (
              <th key={step.id} scope="col">
                {step.name || step.id}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ path, title }) => (
            <tr key={path} className={path.includes('.') ? 'za-access-column' : undefined}>
              <th scope="row">{title}</th>
              {steps.map((step) => (
                <td key={step.id}>
                  <Level
                    label={`${title}，${step.name || step.id}`}
                    path={path}
                    access={step.settings.fields}
                    onChange={(access) => onChange(step, access)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface LevelProps {
  label: string
  path: string
  access: Record<string, string>
  onChange: (access: Record<string, string>) => void
}

function Level({ label, path, access, onChange }: LevelProps) {
  const { t } = useTranslation()
  const own = path === '*' ? (access['*'] ?? 'read') : (access[path] ?? '')
  const inherited = LEVELS.find((level) => level === inheritedLevel(access, path)) ?? 'read'
  return (
    <select
      className={`za-access-level za-access-${own === '' ? inherited : own}`}
      aria-label={label}
      value={own}
      onChange={(event) => onChange(withLevel(access, path, event.target.value))}
    >
      {path !== '*' && <option value="">{t('flow.inherited', { level: t(`flow.levels.${inherited}`) })}</option>}
      {LEVELS.map((level) => (
        <option key={level} value={level}>
          {t(`flow.levels.${level}`)}
        </option>
      ))}
    </select>
  )
}
