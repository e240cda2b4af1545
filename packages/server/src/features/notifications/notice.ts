/**
 * What a person is told: a task has come (`task`), or come back (`returned`); somebody asks for haste (`urged`); a case was sent for
 * information (`copied`) or has ended (`ended`); a task falls due soon (`dueSoon`) or is overdue (`overdue`); an administrator must look
 * (`incident`).
 */
export const NOTICE_KINDS = ['task', 'returned', 'urged', 'copied', 'ended', 'dueSoon', 'overdue', 'incident'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** Whom a command tells of what, as it is kept on the command's first history record. */
export interface Notice {
  kind: NoticeKind
  /** Ids of people. */
  to: readonly string[]
  task?: string
  /** Name of the step that it is about. */
  element?: string
  /** `ended`: how. */
  status?: string
}
