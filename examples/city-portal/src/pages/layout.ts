import type { Account } from '../accounts.ts'
import { type Html, html } from '../html.ts'

export interface Page {
  title: string
  /** Path of the entry of the menu that is on. */
  at: string
  account?: Account
  content: Html
  /** The content fills the window below the header. */
  full?: boolean
  /** Files of `/assets/` to run, in order, and scripts of Zhupi. */
  scripts?: readonly string[]
}

const ENTRIES = [
  { path: '/', title: '首页' },
  { path: '/documents', title: '公文' },
  { path: '/approvals', title: '审批' },
  { path: '/meetings', title: '会议' },
  { path: '/supervision', title: '督办' },
  { path: '/contacts', title: '通讯录' },
]
const PROVINCE_ENTRIES = [{ path: '/province', title: '省平台（示例）' }]

/** True for the account of the province's platform: a system, which sees its own page only. */
export function isProvince(account: Account): boolean {
  return account.roles.includes('integration')
}

/** The whole HTML document: header with menu and account, then the content. */
export function layout({ title, at, account, content, full, scripts = [] }: Page): string {
  const page = html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · 淄博市协同办公门户（示例）</title>
<link rel="stylesheet" href="/assets/portal.css">
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
</head>
<body${full ? html` class="full"` : ''}>
<a class="skip" href="#content">跳到内容</a>
<header class="portal">
<a class="brand" href="/"><b>淄博市协同办公门户</b><span class="demo">示例</span></a>
${account && menu(account, at)}
</header>
<main id="content">${content}</main>
<script src="/assets/portal.js" defer></script>
${scripts.map((src) => html`<script src="${src}" defer></script>\n`)}</body>
</html>
`
  return page.text
}

function menu(account: Account, at: string): Html {
  const entries = isProvince(account) ? PROVINCE_ENTRIES : ENTRIES
  return html`<button type="button" class="bar-button menu" aria-expanded="false" aria-controls="menu">菜单</button>
<div class="drawer" id="menu">
<nav aria-label="门户">${entries.map(
    ({ path, title }) =>
      html`<a href="${path}" class="entry${path === at && ' on'}"${path === at && html` aria-current="page"`}>${title}</a>`,
  )}</nav>
<form class="who" method="post" action="/sign-out"><span>${account.name}</span><button type="submit" class="bar-button switch">切换账号</button></form>
</div>`
}
