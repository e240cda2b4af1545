import type { NoticeKind } from '../../features/notifications/notice.ts'

/** What one person is told, as it leaves for another system. Nothing of what is written in the form goes with it. */
export interface OutgoingNotification {
  id: string
  kind: NoticeKind
  at: string
  person: { id: string; name: string }
  /** `title` is null for an administrator, who has no part in cases. */
  case: { id: string; number: string; title: string | null; matter: { key: string; title: string } }
  /** Id of the task it is about. */
  task: string | null
  /** Name of the step it is about. */
  element: string | null
  /** Where a browser opens it. */
  url: string
}

/**
 * Tells people outside of the plugin: the OA's message centre, an SMS gateway, 企业微信. What the plugin itself shows under the bell is
 * there without one.
 */
export interface Notifier {
  /** Unique among the notifiers of a server; part of the key of a delivery. */
  name: string
  /** Kinds that it wants; by default all. */
  kinds?: readonly NoticeKind[]
  /**
   * Sends what came of one act, perhaps once more when a process died in the middle.
   *
   * @param key the same for a repeat: the receiver may drop it
   * @throws whatever went wrong: it is tried again later
   */
  send(notifications: readonly OutgoingNotification[], key: string): Promise<void>
}
