import { useFormView } from '../../form-view-context.ts'
import type { ValuePath } from '../field-description.ts'
import type { ShownColumn } from './shown-columns.ts'
import type { Paste, RowEdits } from './use-rows.ts'

/** So many cells that stayed out are named. */
const NAMED = 8

interface PasteReportProps {
  paste: Paste
  path: ValuePath
  columns: readonly ShownColumn[]
  edits: RowEdits
}

/** What a paste did and what it left out, with the way to each such cell and the way back. */
export function PasteReport({ paste, path, columns, edits }: PasteReportProps) {
  const { focus } = useFormView()
  const { cells, span, misfits, notes, isLast } = paste
  const isClean = misfits.length === 0 && notes.length === 0
  const goTo = (row: number, title: string) => {
    const column = columns.find((candidate) => candidate.title === title)
    if (column) focus([...path, row - 1, column.key])
  }
  return (
    <div className={isClean ? 'zp-paste' : 'zp-paste zp-paste--partly'}>
      <div role="status">
        <p>
          {cells === 0 ? '没有贴入任何一格' : `已贴入第 ${span[0]} 至 ${span[1]} 行，共 ${cells} 格`}
          {misfits.length > 0 && `；${misfits.length} 格没有贴入，原来的内容未动`}
        </p>
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
      {misfits.length > 0 && (
        <ul>
          {misfits.slice(0, NAMED).map(({ row, column, text, why }) => (
            <li key={`${row} ${column}`}>
              <button type="button" className="zp-link" onClick={() => goTo(row, column)}>
                第 {row} 行「{column}」
              </button>
              「{text.slice(0, 20)}」{why}
            </li>
          ))}
          {misfits.length > NAMED && <li>还有 {misfits.length - NAMED} 格</li>}
        </ul>
      )}
      <div className="zp-paste-actions">
        {isLast && (
          <button type="button" className="zp-button" onClick={edits.undoPaste}>
            撤销粘贴
          </button>
        )}
        <button type="button" className="zp-link" onClick={edits.dismissPaste}>
          知道了
        </button>
      </div>
    </div>
  )
}
