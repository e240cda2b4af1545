/**
 * The hand-written transactions behind a bare Koa: reads a JSON body, writes the rows, answers JSON. The parent is told the
 * port when it listens.
 *
 * Arguments: URL of the database, connections, id of the case whose rows are the models.
 */
import type { AddressInfo } from 'node:net'
import Koa from 'koa'
import { openByHand } from './hand-driver.ts'
import { workByHand } from './work-by-hand.ts'

const [url = '', connections = '16', caseId = ''] = process.argv.slice(2)
const work = await workByHand(openByHand(url, Number(connections)), caseId)
const app = new Koa()
app.use(async (ctx) => {
  const chunks: Buffer[] = []
  for await (const chunk of ctx.req) chunks.push(chunk)
  JSON.parse(Buffer.concat(chunks).toString())
  const [, kind, id = ''] = ctx.path.split('/')
  if (kind === 'approve') {
    await work.approve(id)
    ctx.body = { taskId: id }
  } else {
    ctx.status = 201
    ctx.body = { taskId: await work.submit() }
  }
})
const server = app.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
