import { ExclamationCircleOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { componentOf } from '../components/components.ts'
import type { Issue } from '../schema/issue.ts'
import type { FieldPlace } from '../schema/walk-fields.ts'
import { CorrectedCorner } from './corrected-corner.tsx'
import { fieldOf } from './fields/fields.ts'
import { useFormView } from './form-view-context.ts'

/** More messages than this under one field help nobody. */
const MESSAGES = 3

interface FieldFrameProps {
  place: FieldPlace
  isRead: boolean
  /** What is wrong with the field and may be shown now. */
  issues: readonly Issue[]
  children: ReactNode
}

/** What stands around every field: its state in classes, the corner of a correction, the message when it is wrong. */
export function FieldFrame({ place, isRead, issues, children }: FieldFrameProps) {
  const { idPrefix, highlights } = useFormView()
  const correction = highlights.corrected?.[place.path]
  const classes = [
    'zp-field',
    `zp-field--${fieldOf(place.schema).shape}`,
    `zp-field--${componentOf(place.schema).print}`,
  ]
  classes.push(isRead ? 'zp-field--read' : 'zp-field--edit')
  if (issues.length > 0) classes.push('zp-field--wrong')
  return (
    <div className={classes.join(' ')} data-zp-path={place.path}>
      <div className="zp-control">{children}</div>
      {issues.length > 0 && (
        <FieldMessage id={`${idPrefix}${place.path}-message`} title={place.schema.title ?? place.key} issues={issues} />
      )}
      {correction && <CorrectedCorner schema={place.schema} correction={correction} />}
    </div>
  )
}

function FieldMessage({ id, title, issues }: { id: string; title: string; issues: readonly Issue[] }) {
  return (
    <div className="zp-message" id={id}>
      <ExclamationCircleOutlined aria-hidden />
      <div>
        {issues.slice(0, MESSAGES).map((issue) => (
          <div key={`${issue.path.join('.')} ${issue.code}`}>{withoutName(issue.message, title)}</div>
        ))}
        {issues.length > MESSAGES && <div>还有 {issues.length - MESSAGES} 处</div>}
      </div>
    </div>
  )
}

/** Where the message stands below its field, the field's name is said already. */
function withoutName(message: string, title: string): string {
  const name = `「${title}」`
  return message.startsWith(name) ? message.slice(name.length) : message
}
