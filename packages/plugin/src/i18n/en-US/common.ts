import type { Texts } from '../texts.ts'
import type { commonTextsZh } from '../zh-CN/common.ts'

export const commonTextsEn: Texts<typeof commonTextsZh> = {
  common: { all: 'All', close: 'Close', cancel: 'Cancel', back: 'Back' },
  menu: {
    label: 'Approvals',
    product: 'Approvals',
    open: 'Open the menu',
    apply: 'New application',
    todo: 'To do',
    done: 'Done',
    mine: 'My applications',
    drafts: 'Drafts',
    statistics: 'Statistics',
    registers: 'Registers',
  },
  notFound: {
    title: 'There is no such page',
    text: 'The address may be mistyped, or the page has moved.',
    toInbox: 'Go to the inbox',
  },
  broken: { title: 'The page could not be opened', safe: 'What was saved is not lost. ' },
  loading: 'Opening',
  failed: {
    retry: 'Try again',
    copy: 'Copy problem number {{number}}',
    copied: 'Copied {{number}}',
    retried: 'Tried again {{n}} times already.',
    network: 'The network is not reachable. ',
    timeout: 'The server did not answer within 10 seconds. ',
    server: 'The server has a problem. ',
    unexpected: 'Something unexpected happened. ',
    notFound: 'It was not found; it may be finished or withdrawn. ',
    forbidden: 'You may not see this. Ask the system administrator if you need to. ',
  },
  time: { day: '{{month}}/{{date}}', fullDay: '{{year}}/{{month}}/{{date}}', today: 'today {{clock}}' },
  due: {
    none: 'no deadline',
    overdueDays: '{{days}} d overdue',
    overdueHours: '{{hours}} h {{minutes}} min overdue',
    hoursLeft: '{{hours}} h {{minutes}} min left',
    daysLeft: '{{days}} d left',
  },
  list: {
    shown: '{{shown}} {{unit}} shown',
    shownOf: '{{shown}} of {{total}} {{unit}} shown',
    more: 'Load more',
    loading: 'Loading…',
    moreFailed: 'The next ones could not be loaded. Please try again.',
  },
  quota: {
    title: 'Quota',
    spoken: '{{used}} of {{max}} used',
    line: '{{label}} {{used}}/{{max}}, {{withThis}}/{{max}} with this one',
    note: 'Submitting takes no place; the competent department’s approval takes one (the outlined block). When all are taken nothing more can be submitted.',
    full: '“{{label}}” is full ({{used}}/{{max}}): this cannot be submitted. The competent department can tell more.',
  },
}
