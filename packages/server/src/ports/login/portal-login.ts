import type { Login } from './login.ts'
import { loginPage } from './login-page.ts'

/** Where only tickets sign in: whoever comes without one is told to come from the portal. */
export function createPortalLogin(): Login {
  return {
    name: 'portal',
    authenticate: async () => undefined,
    pages: async (ctx, next) => {
      if (ctx.method !== 'GET' || ctx.path !== '/login') return next()
      ctx.status = 401
      ctx.set('Cache-Control', 'no-store')
      ctx.type = 'html'
      ctx.body = loginPage({ title: '请从门户进入', text: '请先登录本单位的办公门户，再从那里打开审批。' })
    },
  }
}
