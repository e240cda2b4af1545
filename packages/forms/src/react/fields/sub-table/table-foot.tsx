import {
  CheckCircleOutlined,
  DownloadOutlined,
  ExclamationCircleOutlined,
  PlusOutlined,
  SnippetsOutlined,
} from '@ant-design/icons'
import { useRef, useState } from 'react'
import { useFormView } from '../../form-view-context.ts'
import { fetched } from '../fetched.tsx'
import { downloadRows } from './download-rows.ts'
import type { RowsProps } from './rows-props.ts'

const PasteDialog = fetched(async () => (await import('./paste-dialog.tsx')).PasteDialog)

/** Below the rows: add, paste, export; check the whole table and go from one wrong cell to the next. */
export function TableFoot({ schema, path, columns, rows, issues, edits, mayChangeRows }: RowsProps) {
  const { definition, model, focus } = useFormView()
  const [isPasting, setPasting] = useState(false)
  const [isChecked, setChecked] = useState(false)
  const last = useRef(-1)
  const wrong = issues.filter((issue) => issue.path.length > path.length)

  function handleNext(step: 1 | -1) {
    last.current = (last.current + step + wrong.length) % wrong.length
    const issue = wrong[last.current]
    if (issue) focus(issue.path)
  }

  function handleAdd() {
    edits?.add()
    const first = columns.find(({ isWritable }) => isWritable)
    if (first) requestAnimationFrame(() => focus([...path, rows.length, first.key]))
  }

  if (!edits && rows.length === 0) return null
  return (
    <div className="zp-list-foot">
      {edits && mayChangeRows && (
        <button type="button" className="zp-link" onClick={handleAdd}>
          <PlusOutlined aria-hidden />
          添一行
        </button>
      )}
      {edits && (
        <button type="button" className="zp-link" onClick={() => setPasting(true)}>
          <SnippetsOutlined aria-hidden />从 Excel 粘贴
        </button>
      )}
      {rows.length > 0 && (
        <button type="button" className="zp-link" onClick={() => downloadRows(schema, columns, rows, definition)}>
          <DownloadOutlined aria-hidden />
          导出 Excel
        </button>
      )}
      {edits && rows.length > 0 && (
        <span className="zp-table-check" role="status">
          {wrong.length > 0 ? (
            <>
              <span className="zp-table-wrong">
                <ExclamationCircleOutlined aria-hidden />
                {wrong.length} 处要改
              </span>
              <button type="button" className="zp-link" onClick={() => handleNext(-1)}>
                上一处
              </button>
              <button type="button" className="zp-link" onClick={() => handleNext(1)}>
                下一处
              </button>
            </>
          ) : isChecked ? (
            <span className="zp-table-right">
              <CheckCircleOutlined aria-hidden />
              全表 {rows.length} 行没有要改的
            </span>
          ) : (
            <button
              type="button"
              className="zp-link"
              onClick={() => {
                model.leave(path)
                setChecked(true)
              }}
            >
              检查全表
            </button>
          )}
        </span>
      )}
      {edits && isPasting && (
        <PasteDialog columns={columns} onPaste={(text) => edits.paste(text)} onClose={() => setPasting(false)} />
      )}
    </div>
  )
}
