const COLUMNS = ['box', 'title', 'matter', 'step', 'previous', 'received', 'due', 'open']

/** Widths of the columns, shared by the list and its skeleton. */
export function InboxColumns() {
  return (
    <colgroup>
      {COLUMNS.map((column) => (
        <col key={column} className={`za-inbox-${column}`} />
      ))}
    </colgroup>
  )
}
