import type { Account } from '../accounts.ts'
import { html } from '../html.ts'
import { layout } from './layout.ts'

/** A part of an OA that this example does not have, and says so. */
export function notConnectedPage(account: Account, path: string, title: string): string {
  return layout({
    title,
    at: path,
    account,
    content: html`<div class="home"><h1>${title}</h1><p class="empty">示例门户未接入${title}。本示例只接入了“审批”。</p><p><a href="/approvals">去审批</a></p></div>`,
  })
}
