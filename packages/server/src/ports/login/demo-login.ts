import { bodyParser } from '@koa/bodyparser'
import { escapeHtml } from '@zhupi/forms'
import type { Context } from 'koa'
import type { AuditLog } from '../../audit/audit-log.ts'
import { auditedFrom } from '../../audit/audit-request.ts'
import { basePath, type HttpConfig, safeReturn } from '../../http/http-config.ts'
import type { Directory, Unit } from '../directory/directory.ts'
import type { Login } from './login.ts'
import type { Sessions } from './session.ts'

export interface DemoLoginDeps {
  config: Pick<HttpConfig, 'publicUrl'>
  directory: Directory
  sessions: Sessions
  audit: Pick<AuditLog, 'record'>
}

/** Signs a browser in as whichever account it chooses, without a password: for demonstrations on one's own machine only. */
export function createDemoLogin({ config, directory, sessions, audit }: DemoLoginDeps): Login {
  const readForm = bodyParser({ enableTypes: ['form'], formLimit: '4kb' })
  const action = `${basePath(config)}login`

  return {
    name: 'demo',
    authenticate: async () => undefined,
    pages: async (ctx, next) => {
      if (ctx.path !== '/login') return next()
      ctx.set('Cache-Control', 'no-store')
      if (ctx.method === 'POST') await readForm(ctx, () => signIn(ctx))
      else choose(ctx)
    },
  }

  async function signIn(ctx: Context): Promise<void> {
    const { person: personId, return: wanted } = (ctx.request.body ?? {}) as Record<string, unknown>
    const person = typeof personId === 'string' ? directory.person(personId) : undefined
    if (!person?.enabled) {
      const claimed = person?.id ?? null
      await audit.record({
        ...auditedFrom(ctx, claimed),
        kind: 'signInFailed',
        outcome: 'refused',
        detail: 'demo PERSON_UNKNOWN',
      })
      choose(ctx)
      ctx.status = 403
      return
    }
    await sessions.open(ctx, person.id, 'demo')
    ctx.redirect(safeReturn(wanted, config))
  }

  function choose(ctx: Context): void {
    ctx.status = 200
    ctx.type = 'html'
    ctx.body = accountPage(directory, action, safeReturn(ctx.query.return, config))
  }
}

function accountPage(directory: Directory, action: string, returnTo: string): string {
  const people = directory.people().filter(({ enabled, roles }) => enabled && !roles.includes('integration'))
  const sections = directory.units().map((unit: Unit) => {
    const members = people.filter(({ unitId }) => unitId === unit.id)
    if (members.length === 0) return ''
    const buttons = members.map(
      ({ id, name }) => `<button name="person" value="${escapeHtml(id)}">${escapeHtml(name)}</button>`,
    )
    return `<h2>${escapeHtml(unit.name)}</h2><p>${buttons.join('\n')}</p>`
  })
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>选择演示账号</title>
<style>
body { margin: 0 auto; padding: 48px 24px; max-width: 720px; color: #1b2430;
  font: 16px/1.75 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 22px; }
h2 { font-size: 16px; margin: 24px 0 8px; color: #465261; font-weight: normal; }
p { margin: 0; display: flex; flex-wrap: wrap; gap: 8px; }
button { font: inherit; padding: 6px 16px; border: 1px solid #8590a0; border-radius: 4px; background: #fff; color: #1d4c80; cursor: pointer; }
button:hover { background: #f1f4f8; }
button:focus-visible { outline: 3px solid #9cc0e6; outline-offset: 2px; }
</style>
</head>
<body>
<main>
<h1>选择演示账号</h1>
<form method="post" action="${escapeHtml(action)}">
<input type="hidden" name="return" value="${escapeHtml(returnTo)}">
${sections.join('\n')}
</form>
</main>
</body>
</html>
`
}
