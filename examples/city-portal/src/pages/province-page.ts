import type { Account } from '../accounts.ts'
import { type Html, html } from '../html.ts'
import { layout } from './layout.ts'

/** A case that waits for the province's result. */
export interface WaitingCase {
  number: string
  title: string
  digest: string
  since: string
}

export interface ProvinceNotice {
  kind: 'done' | 'problem'
  text: string
}

/** Stands in for the province's platform: it receives the recommended cases and answers each with its result. */
export function provincePage(account: Account, waiting: readonly WaitingCase[], notice?: ProvinceNotice): string {
  return layout({
    title: '省平台',
    at: '/province',
    account,
    content: html`<div class="home"><h1>山东惠才卡 · 待出结果</h1>
<p class="unit">示例：代替省级平台，把审核结果发回市里。</p>
${notice && html`<p class="${notice.kind}" role="${notice.kind === 'done' ? 'status' : 'alert'}">${notice.text}</p>`}
${
  waiting.length
    ? html`<ul class="list">${waiting.map(item)}</ul>`
    : html`<p class="empty">没有等结果的办件。市人社局推荐申领以后会出现在这里。</p>`
}</div>`,
  })
}

function item({ number, title, digest, since }: WaitingCase): Html {
  return html`<li class="waiting"><div><b>${title}</b><span>${number} · ${digest}</span><span>${since.slice(0, 10)} 报来</span></div>
<form method="post" action="/province"><input type="hidden" name="number" value="${number}">
<button type="submit" name="passed" value="true" class="push primary answer">通过</button><button type="submit" name="passed" value="false" class="push answer">不通过</button></form></li>`
}
