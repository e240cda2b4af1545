import type { Texts } from '../texts.ts'
import type { jobTextsZh } from '../zh-CN/jobs.ts'

export const jobTextsEn: Texts<typeof jobTextsZh> = {
  jobs: {
    title: 'Jobs',
    note: 'Timers, deliveries, services outside and migrations. What did not succeed at the last try is retried or discarded here.',
    which: 'Which jobs',
    failed: 'Failed',
    waiting: 'Waiting',
    notFetched: 'The jobs could not be loaded',
    safe: 'No job is lost. ',
    notMended: 'It was not done. ',
    loading: 'Loading jobs',
    noneFailed: 'No job has failed',
    noneWaiting: 'No job waits',
    noneText: 'Everything is in order.',
    unit: 'jobs',
    tried: 'Tried {{attempts}} of {{most}} times',
    retry: 'Retry',
    retryOne: 'Retry {{of}}',
    discard: 'Discard',
    discardOne: 'Discard {{of}}',
    discardTitle: 'Discard this job?',
    discardText:
      'It will not be done. A case that waits for it stays where it is until an administrator moves or ends it.',
    discardNotification: 'It will not be sent to the other system; the notification in these pages stays.',
    reason: 'Reason (kept in the audit)',
    kind: {
      timer: 'Timer',
      service: 'Service outside',
      migration: 'Migration of cases',
      notification: 'Delivery of notifications',
      publication: 'Publication at its time',
    },
  },
}
