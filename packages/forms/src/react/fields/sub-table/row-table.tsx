import { Fragment, type KeyboardEvent, useRef } from 'react'
import { hasTotals, totalTexts } from '../../../rows/column-totals.ts'
import type { Issue } from '../../../schema/issue.ts'
import { useFormView } from '../../form-view-context.ts'
import { columnWidth } from './column-width.ts'
import { issuesByRow, type RowsProps } from './rows-props.ts'
import { isOpenIn, type ShownColumn, useRuledValues } from './shown-columns.ts'
import { TableRow } from './table-row.tsx'
import { useReveal } from './use-reveal.ts'
import { useRowWindow } from './use-row-window.ts'

const NONE: readonly Issue[] = []

/** Rows as lines under the heads; of a long table only those in view are drawn. */
export function RowTable({ id, label, schema, path, columns, rows, issues, edits, mayChangeRows }: RowsProps) {
  const { definition, model, focus } = useFormView()
  const scroller = useRef<HTMLDivElement>(null)
  const view = useRowWindow(rows.length, scroller)
  useReveal(path, view.reveal)
  const values = useRuledValues(columns)
  const wrong = issuesByRow(issues, path)
  const width = columns.length + (mayChangeRows ? 2 : 1)

  /** Enter goes to the same column of the next row, as in a spreadsheet. */
  function handleKeyDown(event: KeyboardEvent<HTMLElement>) {
    const { target } = event
    const isLine = target instanceof HTMLInputElement && target.role !== 'combobox' && target.type !== 'checkbox'
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !isLine || target.closest('.ant-picker')) return
    const cell = target.closest<HTMLElement>('td[data-row]')
    const column = columns[Number(cell?.dataset.column)]
    const next = Number(cell?.dataset.row) + 1
    if (!column || next >= rows.length) return
    event.preventDefault()
    focus([...path, next, column.key])
  }

  return (
    <div
      className={view.isLong ? 'zp-sub-table-scroll zp-sub-table-scroll--long' : 'zp-sub-table-scroll'}
      ref={scroller}
      tabIndex={edits && rows.length > 0 ? undefined : 0}
    >
      <table aria-label={label} aria-rowcount={rows.length + 1}>
        <colgroup>
          <col style={{ width: 44 }} />
          {columns.map(({ key, schema }) => (
            <col key={key} style={{ width: columnWidth(schema) }} />
          ))}
          {mayChangeRows && <col style={{ width: 32 }} />}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">序号</th>
            {columns.map(({ key, title, isRequired, isWritable }) => (
              <th scope="col" key={key}>
                {title}
                {isWritable && isRequired && (
                  <span className="zp-required" title="必填">
                    *
                  </span>
                )}
              </th>
            ))}
            {mayChangeRows && <td aria-hidden="true" className="zp-sub-table-menu" />}
          </tr>
        </thead>
        <tbody onFocus={({ target }) => view.pin(rowOf(target))} onKeyDown={handleKeyDown}>
          {view.rows.map(({ index, gap }) => (
            <Fragment key={index}>
              {gap > 0 && <Gap height={gap} width={width} />}
              <TableRow
                id={id}
                path={[...path, index]}
                index={index}
                row={rows[index] ?? {}}
                columns={columns}
                absent={keysOf(columns, ({ key }) => !model.isVisible([...path, index, key]))}
                locked={keysOf(columns, (column) => !isOpenIn(column, rows[index] ?? {}, values))}
                issues={wrong.get(index) ?? NONE}
                edits={edits}
                count={mayChangeRows ? rows.length : undefined}
                measure={view.measure}
              />
            </Fragment>
          ))}
          {view.after > 0 && <Gap height={view.after} width={width} />}
        </tbody>
        {hasTotals(schema) && (
          <tfoot>
            <tr>
              <th scope="row">合计</th>
              {totalTexts(columns, rows, definition).map((text, index) => (
                <td key={columns[index]?.key}>{text}</td>
              ))}
              {mayChangeRows && <td aria-hidden="true" className="zp-sub-table-menu" />}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

function keysOf(columns: readonly ShownColumn[], isMeant: (column: ShownColumn) => boolean): string {
  return columns
    .filter(isMeant)
    .map(({ key }) => key)
    .join(' ')
}

/** Stands for the rows that are not drawn. */
function Gap({ height, width }: { height: number; width: number }) {
  return (
    <tr className="zp-sub-table-gap">
      <td colSpan={width} style={{ height }} />
    </tr>
  )
}

function rowOf(target: Element): number | undefined {
  const row = target.closest<HTMLElement>('tr[data-index]')
  return row ? Number(row.dataset.index) : undefined
}
