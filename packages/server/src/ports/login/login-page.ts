import { escapeHtml } from '@zhupi/forms'

export interface LoginPage {
  title: string
  /** What happened, and what to do. */
  text: string
  link?: { href: string; label: string }
}

/** A small page that a person sees when signing in did not end in the application. It stands alone: no scripts, no files. */
export function loginPage({ title, text, link }: LoginPage): string {
  const anchor = link ? `<p><a href="${escapeHtml(link.href)}" target="_top">${escapeHtml(link.label)}</a></p>` : ''
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
body { margin: 0; padding: 20vh 24px 0; background: #fff; color: #1b2430; text-align: center;
  font: 16px/1.75 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 22px; margin: 0 0 8px; }
p { margin: 0 auto 24px; max-width: 32em; color: #465261; }
a { display: inline-block; padding: 6px 24px; border-radius: 4px; background: #1d4c80; color: #fff; text-decoration: none; }
a:focus-visible { outline: 3px solid #9cc0e6; outline-offset: 2px; }
</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
${anchor}
</main>
</body>
</html>
`
}
