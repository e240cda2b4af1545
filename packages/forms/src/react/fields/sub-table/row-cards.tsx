import { DownOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { hasTotals, totalTexts } from '../../../rows/column-totals.ts'
import type { FormValues } from '../../../schema/form-definition.ts'
import { displayValue } from '../../../values/display-value.ts'
import { useFormView } from '../../form-view-context.ts'
import { isBelow, pathKey } from '../../path-key.ts'
import { RowMenu } from '../row-menu.tsx'
import { CellContent } from './cell-content.tsx'
import { issuesByRow, type RowsProps } from './rows-props.ts'
import { isOpenIn, type ShownColumn, useRuledValues } from './shown-columns.ts'
import { useReveal } from './use-reveal.ts'

/** So many cards are shown at once; more come when asked for. */
const PAGE = 20
/** So few rows are shown open. */
const OPEN = 3

/** Rows as cards for a narrow screen: one line each, with all columns below it when it is opened. */
export function RowCards(props: RowsProps) {
  const { path, columns, rows, issues, schema } = props
  const values = useRuledValues(columns)
  const { definition } = useFormView()
  const [shown, setShown] = useState(PAGE)
  const [toggled, setToggled] = useState<ReadonlyMap<number, boolean>>(new Map())
  const toggle = (index: number, open: boolean) => setToggled((before) => new Map(before).set(index, open))
  useReveal(path, (index) =>
    flushSync(() => {
      setShown((before) => Math.max(before, index + 1))
      toggle(index, true)
    }),
  )
  const wrong = issuesByRow(issues, path)
  const totals = hasTotals(schema) ? totalTexts(columns, rows, definition) : []
  return (
    <>
      <ol className="zp-cards">
        {rows.slice(0, shown).map((row, index) => (
          <RowCard
            // biome-ignore lint/suspicious/noArrayIndexKey: a new row has no id before it is stored
            key={index}
            {...props}
            index={index}
            row={row}
            values={values}
            own={wrong.get(index) ?? []}
            isOpen={toggled.get(index) ?? (rows.length <= OPEN || isBlank(row))}
            onToggle={(open) => toggle(index, open)}
          />
        ))}
      </ol>
      {rows.length > shown && (
        <button type="button" className="zp-more" onClick={() => setShown(shown + PAGE)}>
          再显示 {Math.min(PAGE, rows.length - shown)} 行，共 {rows.length} 行
        </button>
      )}
      {totals.some((text) => text !== '') && (
        <dl className="zp-card-totals">
          {totals.map(
            (text, index) =>
              text !== '' && (
                <div key={columns[index]?.key}>
                  <dt>{columns[index]?.title}合计</dt>
                  <dd>{text}</dd>
                </div>
              ),
          )}
        </dl>
      )}
    </>
  )
}

interface RowCardProps extends RowsProps {
  index: number
  row: FormValues
  values: FormValues
  own: RowsProps['issues']
  isOpen: boolean
  onToggle: (open: boolean) => void
}

function RowCard(props: RowCardProps) {
  const { id, path, columns, rows, edits, mayChangeRows, index, row, own, isOpen, onToggle } = props
  const { definition, model } = useFormView()
  const at = [...path, index]
  const bodyId = `${id}.${index}-card`
  return (
    <li className={own.length > 0 ? 'zp-card zp-card--wrong' : 'zp-card'} data-zp-path={pathKey(at)}>
      <div className="zp-card-head">
        <button type="button" aria-expanded={isOpen} aria-controls={bodyId} onClick={() => onToggle(!isOpen)}>
          <span className="zp-card-number">第 {index + 1} 行</span>
          <span className="zp-card-summary">
            {columns
              .slice(0, 3)
              .map(({ key, schema }) => displayValue(schema, row[key], definition))
              .filter(Boolean)
              .join(' · ')}
          </span>
          {own.length > 0 && <span className="zp-card-wrong">{own.length} 处要改</span>}
          <DownOutlined aria-hidden />
        </button>
        {edits && mayChangeRows && (
          <RowMenu
            label={`第 ${index + 1} 行`}
            index={index}
            count={rows.length}
            onMove={(to) => edits.move(index, to)}
            onInsert={() => edits.insertBelow(index)}
            onRemove={() => edits.remove(index)}
          />
        )}
      </div>
      <div className="zp-card-body" id={bodyId} hidden={!isOpen}>
        {isOpen &&
          columns
            .filter(({ key }) => model.isVisible([...at, key]))
            .map((column) => <CardField key={column.key} {...props} column={column} path={at} />)}
      </div>
    </li>
  )
}

function CardField({ id, path, index, row, values, own, edits, column }: RowCardProps & { column: ShownColumn }) {
  const { key, schema, isRequired, title } = column
  const isEdited = edits !== undefined && isOpenIn(column, row, values)
  const issues = own.filter((issue) => isBelow(issue.path, [...path, key]))
  const fieldId = `${id}.${index}.${key}`
  const classes = ['zp-row', isEdited ? 'zp-row--edit' : '', issues.length > 0 ? 'zp-field--wrong' : '']
  return (
    <div className={classes.filter(Boolean).join(' ')}>
      <div className="zp-row-label">
        {isEdited ? <label htmlFor={fieldId}>{title}</label> : title}
        {isEdited && !isRequired && <span className="zp-optional">选填</span>}
      </div>
      <div
        className={isEdited ? 'zp-row-value zp-field--edit' : 'zp-row-value zp-field--read'}
        data-zp-path={pathKey([...path, key])}
      >
        <CellContent
          id={fieldId}
          label={`第 ${index + 1} 行，${title}`}
          schema={schema}
          path={[...path, key]}
          value={row[key]}
          issues={issues}
          onChange={isEdited ? (value) => edits.setCell(index, key, value) : undefined}
        />
      </div>
    </div>
  )
}

function isBlank(row: FormValues): boolean {
  return Object.entries(row).every(([key, value]) => key === 'id' || value === undefined)
}
