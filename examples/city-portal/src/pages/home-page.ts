import type { Account } from '../accounts.ts'
import { html } from '../html.ts'
import { layout } from './layout.ts'

/** What the home page shows of Zhupi; undefined when Zhupi does not answer. */
export interface Desk {
  counts: { todo: number; mine: number; drafts: number }
  tasks: ReadonlyArray<{ id: string; title: string; matter: string; step: string }>
  matters: ReadonlyArray<{ key: string; title: string; description: string }>
}

export function homePage(account: Account, desk: Desk | undefined): string {
  return layout({
    title: '首页',
    at: '/',
    account,
    content: html`<div class="home"><h1>${account.name}</h1><p class="unit">${account.unit.name}</p>${
      desk
        ? [cards(desk), todo(desk), apply(desk)]
        : html`<p class="problem" role="alert">审批系统暂时没有应答，待办数取不到。请稍后刷新；已提交的事项不受影响。</p>`
    }</div>`,
  })
}

function cards({ counts }: Desk) {
  return html`<ul class="cards">
<li><a class="card" href="/approvals#/inbox"><b>${counts.todo}</b>待办</a></li>
<li><a class="card" href="/approvals#/mine"><b>${counts.mine}</b>我发起</a></li>
<li><a class="card" href="/approvals#/drafts"><b>${counts.drafts}</b>草稿</a></li>
</ul>`
}

function todo({ tasks }: Desk) {
  return html`<section><h2>待办</h2>${
    tasks.length
      ? html`<ul class="list">${tasks.map(
          ({ id, title, matter, step }) =>
            html`<li><a class="item" href="/approvals#/task/${id}"><b>${title}</b><span>${matter} · ${step}</span></a></li>`,
        )}</ul>`
      : html`<p class="empty">没有等您办理的事项。</p>`
  }</section>`
}

function apply({ matters }: Desk) {
  return matters.length
    ? html`<section><h2>发起申请</h2><ul class="list">${matters.map(
        ({ key, title, description }) =>
          html`<li><a class="item" href="/approvals#/apply/${key}"><b>${title}</b><span>${description}</span></a></li>`,
      )}</ul></section>`
    : html``
}
