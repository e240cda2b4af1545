import { observer } from '@formily/react'
import type { FieldAccess } from '../../access/access.ts'
import { componentOf } from '../../components/components.ts'
import { opinionsOf } from '../../paper/opinion-html.ts'
import type { Paper, PaperCell } from '../../schema/form-definition.ts'
import { type FieldPlace, fieldAt } from '../../schema/walk-fields.ts'
import { FormField } from '../form-field.tsx'
import { useFormView } from '../form-view-context.ts'
import { cellKind } from './cell-kind.ts'
import { JustifiedLabel } from './justified-label.tsx'

interface PaperCellProps {
  cell: PaperCell
  paper: Paper
  /** The field that a label stands before. */
  labels: string | undefined
}

/** One cell of the official table. */
export function PaperCellView({ cell, paper, labels }: PaperCellProps) {
  const { definition, model, idPrefix } = useFormView()
  const span = { rowSpan: cell.rowSpan, colSpan: cell.colSpan }
  const place = cell.field === undefined ? undefined : fieldAt(definition, cell.field)
  if (place) {
    const { path } = place
    return <FieldCell cell={cell} place={place} access={model.access(path)} isEditable={model.isEditable(path)} />
  }
  const text = cell.text ?? ''
  if (text === '') return <td {...span} />
  switch (cellKind(cell, paper)) {
    case 'band':
      return (
        <th {...span} scope="colgroup" className="zp-cell-band">
          {text}
        </th>
      )
    case 'label':
      return (
        <th {...span} scope="row">
          {labels !== undefined && model.isEditable(labels) ? (
            <label htmlFor={`${idPrefix}${labels}`}>
              <JustifiedLabel text={text} />
            </label>
          ) : (
            <JustifiedLabel text={text} />
          )}
        </th>
      )
    default:
      return (
        <td {...span} className="zp-cell-text">
          <Lines text={text} />
        </td>
      )
  }
}

interface FieldCellProps {
  cell: PaperCell
  place: FieldPlace
  access: FieldAccess
  isEditable: boolean
}

const FieldCell = observer(function FieldCell({ cell, place, access, isEditable }: FieldCellProps) {
  const { model, highlights, filling } = useFormView()
  const component = componentOf(place.schema)
  const classes = ['zp-cell', `zp-cell--${component.print}`]
  if (component.system) {
    const isEmpty = opinionsOf(model.formily.values[place.path]).length === 0
    if (highlights.mine === place.path) classes.push('zp-cell--mine')
    else if (isEmpty) classes.push('zp-cell--waiting')
  } else if (isEditable) {
    classes.push(filling ? 'zp-cell--fill' : 'zp-cell--edit')
  } else if (filling) {
    classes.push('zp-cell--given')
  }
  const lead = cell.text ?? (component.system ? place.schema.title : undefined)
  return (
    <td rowSpan={cell.rowSpan} colSpan={cell.colSpan} className={classes.join(' ')}>
      {lead && (
        <div className={component.system ? 'zp-cell-title' : 'zp-cell-lead'}>
          <Lines text={lead} />
        </div>
      )}
      {access !== 'hidden' && <FormField place={place} />}
    </td>
  )
})

function Lines({ text }: { text: string }) {
  return text.split('\n').map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a fixed text
    <p key={index}>{line}</p>
  ))
}
