import type { Texts } from '../texts.ts'
import type { notificationTextsZh } from '../zh-CN/notifications.ts'

export const notificationTextsEn: Texts<typeof notificationTextsZh> = {
  notifications: {
    title: 'Notifications',
    openUnread: 'Notifications, {{n}} unread',
    which: 'Which notifications',
    unread: 'Unread',
    isUnread: ' (unread)',
    readAll: 'Mark all as read',
    readFailed: 'They could not be marked as read. Please try again.',
    failed: 'The notifications could not be loaded',
    safe: 'No notification is lost. ',
    loading: 'Loading notifications',
    none: 'There are no notifications yet.',
    noneUnread: 'There are no unread notifications.',
    unit: 'notifications',
    kind: {
      task: 'Waits for you: {{element}}',
      returned: 'Returned to you: {{element}}',
      urged: 'You are asked to hurry: {{element}}',
      copied: 'Sent to you for information',
      ended: 'Your application has ended: {{status}}',
      dueSoon: 'Due soon: {{element}}',
      overdue: 'Overdue: {{element}}',
      incident: 'An administrator is needed: {{element}}',
    },
  },
  copies: {
    title: 'Sent to me',
    failed: 'What was sent to you could not be loaded',
    loading: 'Loading what was sent to you',
    empty: 'Nothing was sent to you',
    emptyText: 'Cases that others send you for information are here. There is nothing to decide.',
    by: 'Sent by',
    at: 'Sent',
    unread: 'unread',
  },
}
