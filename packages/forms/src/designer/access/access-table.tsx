import { Radio } from 'antd'
import type { AccessLevel } from '../../access/access.ts'
import { levelOf } from '../../access/access-of.ts'
import { setAccess } from '../document/edits/set-access.ts'
import { Panel } from '../properties/panel.tsx'
import { useDesigner } from '../state/use-designer.ts'
import { useTexts } from '../texts.ts'

const LEVELS: readonly AccessLevel[] = ['hidden', 'read', 'edit', 'require']

/** What each step of the flows may do with a field. */
export function AccessTable({ path }: { path: string }) {
  const designer = useDesigner()
  const texts = useTexts()
  const { steps } = designer.draft
  return (
    <Panel title={texts.access.title}>
      {steps.length === 0 ? (
        <p className="zpd-muted">{texts.access.none}</p>
      ) : (
        <table className="zpd-access">
          <thead>
            <tr>
              <th scope="col">
                <span className="zpd-hidden">{texts.access.step}</span>
              </th>
              {LEVELS.map((level) => (
                <th key={level} scope="col">
                  {texts.access.levels[level]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.map((step, index) => (
              <tr key={`${step.flow} ${step.element}`}>
                <th scope="row">{step.title}</th>
                {LEVELS.map((level) => (
                  <td key={level}>
                    <Radio
                      name={`access ${step.flow} ${step.element}`}
                      checked={levelOf(step.access, path) === level}
                      disabled={!designer.canEditAccess}
                      aria-label={`${step.title}：${texts.access.levels[level]}`}
                      onChange={() => designer.run(setAccess(index, path, level))}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}
