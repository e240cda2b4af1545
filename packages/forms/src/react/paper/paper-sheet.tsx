import type { Paper } from '../../schema/form-definition.ts'
import { PaperCellView } from './paper-cell.tsx'
import type { PaperRow } from './paper-rows.ts'

interface PaperSheetProps {
  paper: Paper
  rows: PaperRow[]
  /** From 1. */
  page: number
  pages: number
}

/** One A4 page: title on the first, notes on the last, the page number when there are several. */
export function PaperSheet({ paper, rows, page, pages }: PaperSheetProps) {
  const total = paper.columns.reduce((sum, width) => sum + width, 0)
  const isLast = page === pages
  return (
    <section
      className={isLast ? 'zp-sheet zp-sheet--last' : 'zp-sheet'}
      aria-label={pages > 1 ? `${paper.title}，第 ${page} 页，共 ${pages} 页` : paper.title}
      data-zp-page={page}
    >
      {page === 1 && (
        <>
          {paper.caption && <p className="zp-caption">{paper.caption}</p>}
          <h2 className="zp-title">{paper.title}</h2>
        </>
      )}
      <table className="zp-table">
        <colgroup>
          {paper.columns.map((width, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no identity but their place
            <col key={index} style={{ width: `${(width / total) * 100}%` }} />
          ))}
        </colgroup>
        <tbody>
          {rows.map((row) => (
            <tr key={row.index} style={{ height: `calc(${row.height} * var(--zp-mm))` }}>
              {row.cells.map((cell, index) => (
                <PaperCellView
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity but their place
                  key={index}
                  cell={cell}
                  paper={paper}
                  labels={row.cells[index + 1]?.field}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {isLast && (
        <div className="zp-notes">
          {paper.notes?.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      )}
      {pages > 1 && (
        <p className="zp-folio">
          {page} / {pages}
        </p>
      )}
    </section>
  )
}
