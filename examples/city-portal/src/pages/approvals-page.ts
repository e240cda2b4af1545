import type { Account } from '../accounts.ts'
import { html } from '../html.ts'
import { layout } from './layout.ts'

/** The page that Zhupi fills: `assets/approvals.js` mounts it and keeps its place in the hash. */
export function approvalsPage(account: Account): string {
  return layout({
    title: '审批',
    at: '/approvals',
    account,
    full: true,
    content: html`<div id="zhupi"></div><noscript>审批需要浏览器允许运行脚本。</noscript>`,
    scripts: ['/zhupi/zhupi.js', '/assets/approvals.js'],
  })
}
