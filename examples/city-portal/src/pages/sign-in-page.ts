import type { Account, Accounts, AccountUnit } from '../accounts.ts'
import { type Html, html } from '../html.ts'
import { layout } from './layout.ts'

/** Everyone's password. It protects nothing: the portal is an example. */
export const DEMO_PASSWORD = 'zhupi-demo'

const WALK = [
  { id: 'xincailiao-clerk', does: '填表申报（附件1、附件2）' },
  { id: 'xincailiao-leader', does: '用人单位意见' },
  { id: 'zhangdian-iit-leader', does: '附件1：区县主管部门意见' },
  { id: 'city-iit-clerk', does: '附件1：市主管部门意见' },
  { id: 'zhangdian-hrss-leader', does: '附件2：区县人社部门意见' },
  { id: 'city-hrss-clerk', does: '推荐申领、发卡、人才卡台账' },
  { id: 'province-platform-account', does: '附件1：省厅审核结果' },
]

const GROUPS: ReadonlyArray<{ kind: AccountUnit['kind']; title: string }> = [
  { kind: 'city', title: '市直部门' },
  { kind: 'county', title: '区县与功能区' },
  { kind: 'enterprise', title: '企业（示例）' },
]

/** The page where one picks an account: first those of one walk through the matters, then everyone by unit. */
export function signInPage(accounts: Accounts, returnTo: string, problem?: string): string {
  return layout({
    title: '登录',
    at: '/sign-in',
    content: html`<form class="sign-in" method="post" action="/sign-in">
<h1>登录</h1>
<p class="note">这是示例门户，账号都是单位岗位，不是真人；点一下账号就用示例密码登录。</p>
${problem && html`<p class="problem" role="alert">${problem}</p>`}
<input type="hidden" name="return" value="${returnTo}">
<label class="field">示例密码<input name="password" value="${DEMO_PASSWORD}" autocomplete="off" required></label>
<h2>走一遍人才卡申领</h2>
<ol class="walk">${WALK.map(({ id, does }) => {
      const account = accounts.find(id)
      return account && html`<li class="step">${button(account)}<span>${does}</span></li>`
    })}</ol>
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

function button(account: Account): Html {
  return html`<button type="submit" class="push" name="account" value="${account.id}">${account.name}</button>`
}
