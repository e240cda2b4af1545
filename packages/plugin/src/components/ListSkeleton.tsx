import './states.css'

const ROWS = Array.from({ length: 8 }, (_, row) => row)

/** A list before it is there: as many columns, the final row height. */
export function ListSkeleton({ label, columns }: { label: string; columns: number[] }) {
  return (
    <div className="zp-list zp-bones" aria-busy="true">
      <p className="zp-unseen" role="status">
        {label}
      </p>
      <table className="zp-table" aria-hidden="true">
        <tbody>
          {ROWS.map((row) => (
            <tr key={row}>
              {columns.map((width) => (
                <td key={width}>
                  <i className="zp-bone" style={{ width: `${width}%` }} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
