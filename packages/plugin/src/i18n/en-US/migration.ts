import type { Texts } from '../texts.ts'
import type { migrationTextsZh } from '../zh-CN/migration.ts'

export const migrationTextsEn: Texts<typeof migrationTextsZh> = {
  migration: {
    title: 'Cases of earlier versions',
    none: 'No open case runs on an earlier version.',
    open: 'v{{version}} still has open cases: {{n}}',
    look: 'See which can move to v{{version}}',
    looking: 'Looking at each case…',
    lookFailed: 'They were not looked at.',
    survey: '{{moves}} can move, {{decide}} need a decision, {{cannot}} cannot.',
    examined: ' (the oldest {{n}} were looked at)',
    stay: 'does not move',
    giveUp: 'this branch is given up',
    staying: 'Cases that stay, and why: {{n}}',
    go: 'Move to v{{version}}',
    confirmTitle: 'Move from v{{from}} to v{{to}}?',
    confirm:
      '{{n}} cases go on with the form and flow of v{{version}}; each history and the audit say so. They do not move back by themselves.',
    failed: 'Not begun; the cases are as they were.',
    range: 'v{{from}} → v{{to}}',
    states: { running: 'under way', finished: 'finished', failed: 'not finished' },
    progress: '{{moved}} moved, {{stayed}} stayed',
    left: ', {{n}} left',
  },
}
