import type Router from '@koa/router'
import { isProvince } from './pages/layout.ts'
import { type ProvinceNotice, provincePage, type WaitingCase } from './pages/province-page.ts'
import type { PortalState } from './portal-routes.ts'
import { type ZhupiClient, ZhupiProblem } from './zhupi-client.ts'

const MESSAGE = '/messages/province.result'

interface WaitingList {
  items: Array<{ correlationKey: string; title: string; digest: string; since: string }>
}

/** The province's platform: pulls the cases that wait for its result, and sends the result as a message. */
export function provinceRoutes(router: Router<PortalState>, zhupi: ZhupiClient) {
  async function waiting(personId: string): Promise<WaitingCase[]> {
    const { items } = await zhupi.get<WaitingList>(personId, `${MESSAGE}/waiting`)
    return items.map(({ correlationKey, ...rest }) => ({ number: correlationKey, ...rest }))
  }

  router.get('/province', async (ctx) => {
    const { account } = ctx.state
    if (!isProvince(account)) return ctx.redirect('/')
    ctx.body = provincePage(account, await waiting(account.id))
  })

  router.post('/province', async (ctx) => {
    const { account } = ctx.state
    if (!isProvince(account)) ctx.throw(403)
    const { number, passed } = ctx.request.body as Record<string, unknown>
    const notice = await send(zhupi, account.id, String(number), passed === 'true')
    ctx.body = provincePage(account, await waiting(account.id), notice)
  })
}

async function send(zhupi: ZhupiClient, personId: string, number: string, passed: boolean): Promise<ProvinceNotice> {
  try {
    await zhupi.post(personId, MESSAGE, { correlationKey: number, variables: { 通过: passed } })
    return { kind: 'done', text: `${number}：${passed ? '通过' : '不通过'}，已发回市里。` }
  } catch (error) {
    if (!(error instanceof ZhupiProblem)) throw error
    return { kind: 'problem', text: `${number} 没有发出：${error.message}` }
  }
}
