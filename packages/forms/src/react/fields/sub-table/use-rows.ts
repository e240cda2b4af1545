import { useMemo, useRef, useState } from 'react'
import { type PastedRows, pasteRows } from '../../../rows/paste-rows.ts'
import { readTabSeparated } from '../../../rows/tab-separated.ts'
import type { FormValues } from '../../../schema/form-definition.ts'
import { DEFAULT_MAX_ITEMS } from '../../../values/field-rules.ts'
import { useFormView } from '../../form-view-context.ts'
import type { ControlProps } from '../field-description.ts'
import { inserted, moved, removed, replaced } from '../list-edits.ts'
import { rowsOf } from './rows-of.ts'
import type { ShownColumn } from './shown-columns.ts'

/** What a person does to the rows; the functions stay the same, so that a row that did not change is not drawn again. */
export interface RowEdits {
  setCell(index: number, key: string, value: unknown): void
  add(): void
  insertBelow(index: number): void
  move(index: number, to: number): void
  remove(index: number): void
  /** Lays the text of a spreadsheet over the rows from a cell on; without one, below the last row. */
  paste(text: string, at?: { row: number; column: number }): void
  /** Takes the last paste back; possible until something else is changed. */
  undoPaste(): void
  dismissPaste(): void
}

export interface Paste extends Pick<PastedRows, 'cells' | 'span' | 'misfits' | 'notes'> {
  /** Whether it can be taken back. */
  isLast: boolean
}

/** The rows of a table being edited. */
export function useRows(props: ControlProps, columns: readonly ShownColumn[], mayChangeRows: boolean) {
  const { definition, model } = useFormView()
  const rows = rowsOf(props.value)
  const latest = useRef({ props, columns, mayChangeRows, rows })
  latest.current = { props, columns, mayChangeRows, rows }
  const before = useRef<FormValues[]>()
  const [paste, setPaste] = useState<Paste>()

  const edits = useMemo<RowEdits>(() => {
    const write = (next: FormValues[]) => {
      latest.current.rows = next
      latest.current.props.onChange(next.length > 0 ? next : undefined)
    }
    const change = (next: FormValues[]) => {
      before.current = undefined
      setPaste((last) => (last?.isLast ? { ...last, isLast: false } : last))
      write(next)
    }
    return {
      setCell(index, key, value) {
        const { rows } = latest.current
        change(replaced(rows, index, { ...rows[index], [key]: value }))
      },
      add: () => change([...latest.current.rows, {}]),
      insertBelow: (index) => change(inserted(latest.current.rows, index + 1, {})),
      move: (index, to) => change(moved(latest.current.rows, index, to)),
      remove: (index) => change(removed(latest.current.rows, index)),
      paste(text, at) {
        const { rows, columns, mayChangeRows, props } = latest.current
        const pasted = pasteRows(readTabSeparated(text), {
          rows,
          at: at ?? { row: rows.length, column: 0 },
          columns,
          form: definition,
          maxRows: mayChangeRows ? (props.schema.maxItems ?? DEFAULT_MAX_ITEMS) : undefined,
        })
        before.current = rows
        const { cells, span, misfits, notes } = pasted
        setPaste({ cells, span, misfits, notes, isLast: cells > 0 })
        if (cells === 0) return
        write(pasted.rows)
        model.leave(props.path)
      },
      undoPaste() {
        if (!before.current) return
        write(before.current)
        before.current = undefined
        setPaste(undefined)
      },
      dismissPaste: () => setPaste(undefined),
    }
  }, [definition, model])

  return { rows, edits, paste }
}
