import Connection from 'better-sqlite3'

type Row = Record<string, string | number | null>

/**
 * What an approval writes, by hand: the task and its case are read, the case and the task changed, the next task and the
 * history row inserted; one transaction each, every statement prepared. It decides nothing: no flow, no form, no hash.
 *
 * @returns approvals a second
 */
export function approveByHand(file: string, tasks: ReadonlyArray<{ id: string }>): number {
  const db = new Connection(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  const select = db.prepare<[string, string], Row>(
    'SELECT t.element_id, t.state, c.* FROM task t JOIN case_instance c ON c.id = t.case_id WHERE t.id = ? AND t.person_id = ?',
  )
  const updateCase = db.prepare(
    `UPDATE case_instance SET status = ?, version = ?, round = ?, title = ?, digest = ?, form_values = ?, instance = ?, opinions = ?,
     waiting = ?, ended_at = ?, updated_at = ?, history_seq = ?, history_head = ? WHERE id = ? AND version = ?`,
  )
  const updateTask = db.prepare(
    "UPDATE task SET state = 'done', decision = ?, completed_by = ?, completed_at = ? WHERE state = 'open' AND id = ?",
  )
  const task = db.prepare<[string], Row>('SELECT * FROM task WHERE id = ?').get(tasks[0]?.id ?? '') ?? {}
  const insertTask = db.prepare(insertOf('task', Object.keys(task)))
  const history = db.prepare<[], Row>("SELECT * FROM history WHERE kind = 'completed' LIMIT 1").get() ?? {}
  const insertHistory = db.prepare(insertOf('history', Object.keys(history)))
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')

  const started = performance.now()
  for (const [index, { id }] of tasks.entries()) {
    begin.run()
    const found = select.get(id, 'office-head')
    if (!found) throw new Error(`No task ${id}`)
    const at = new Date().toISOString()
    const { id: caseId, version, title, digest, form_values, instance, opinions, waiting, history_head } = found
    updateCase.run(
      'running',
      Number(version) + 1,
      1,
      title,
      digest,
      form_values,
      instance,
      opinions,
      waiting,
      null,
      at,
      2,
      history_head,
      caseId,
      version,
    )
    updateTask.run('approve', 'office-head', at, id)
    insertTask.run(Object.values({ ...task, id: `next-${id}`, case_id: caseId, person_id: 'deputy', received_at: at }))
    insertHistory.run(Object.values({ ...history, id: `history-${id}`, case_id: caseId, seq: 1000 + index, at }))
    commit.run()
  }
  const seconds = (performance.now() - started) / 1000
  db.close()
  return tasks.length / seconds
}

function insertOf(table: string, columns: readonly string[]): string {
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
}
