import type { Account, Accounts, AccountUnit } from '../accounts.ts'
import { DEMO_PASSWORD, DEMO_WALKS } from '../demo-accounts.ts'
import { type Html, html } from '../html.ts'
import { layout } from './layout.ts'

const GROUPS: ReadonlyArray<{ kind: AccountUnit['kind']; title: string }> = [
  { kind: 'city', title: '市直部门' },
  { kind: 'county', title: '区县与功能区' },
  { kind: 'enterprise', title: '企业（示例）' },
]

/** The page where one picks an account: first those of the walks through the matters, then everyone by unit. */
export function signInPage(accounts: Accounts, returnTo: string, problem?: string): string {
  return layout({
    title: '登录',
    at: '/sign-in',
    content: html`<form class="sign-in" method="post" action="/sign-in">
<h1>登录</h1>
<p class="note">示例门户：账号是单位岗位，不是真人。点一个账号，就用示例密码登录。</p>
${problem && html`<p class="problem" role="alert">${problem}</p>`}
<input type="hidden" name="return" value="${returnTo}">
<label class="field">示例密码<input name="password" value="${DEMO_PASSWORD}" autocomplete="off" required></label>
<div class="walks">${DEMO_WALKS.map(
      ({ title, steps }) =>
        html`<section><h2>${title}</h2><ol class="walk">${steps.map(
          ({ id, name, does }) => html`<li class="step">${button({ id, name })}<span>${does}</span></li>`,
        )}</ol></section>`,
    )}</div>
<h2>全部账号</h2>
${GROUPS.map(
  ({ kind, title }) =>
    html`<details><summary>${title}</summary><dl class="units">${units(accounts, kind)}</dl></details>`,
)}
</form>`,
  })
}

function units(accounts: Accounts, kind: AccountUnit['kind']): Html[] {
  const byUnit = new Map<string, Account[]>()
  for (const account of accounts.all()) {
    if (account.unit.kind === kind) byUnit.set(account.unit.name, [...(byUnit.get(account.unit.name) ?? []), account])
  }
  return [...byUnit].map(([name, members]) => html`<div><dt>${name}</dt><dd>${members.map(button)}</dd></div>`)
}

function button({ id, name }: Pick<Account, 'id' | 'name'>): Html {
  return html`<button type="submit" class="push" name="account" value="${id}">${name}</button>`
}
