import './states.css'

const ROWS = Array.from({ length: 8 }, (_, row) => row)

/** A list before it is there: as many columns, the final row height. */
export function ListSkeleton({ label, columns }: { label: string; columns: number[] }) {
  return (
    <div className="za-list za-bones" aria-busy="true">
      <p className="za-unseen" role="status">
        {label}
      </p>
      <table className="za-table" aria-hidden="true">
        <tbody>
          {ROWS.map((row) => (
            <tr key={row}>
              {columns.map((width) => (
                <td key={width}>
                  <i className="za-bone" style={{ width: `${width}%` }} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
