import { expect, it, onTestFinished } from 'vitest'
import { APPLICATION, TALENT_APP } from '../../../test/talent-office.ts'
import { createTestApp, type TestApp } from '../../testing/create-test-app.ts'

async function statementsOf(app: TestApp): Promise<number> {
  return Number(/zhupi_database_statements_total (\d+)/.exec(await app.server.metrics.text())?.[1])
}

it('adds no statement to an approval: who has opened the page is known', async () => {
  const app = await createTestApp({ appFolder: TALENT_APP })
  onTestFinished(() => app.close())
  const opened = await fetch(`${app.api}/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ticket: await app.ticket('firm-1-leader') }),
  })
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? ''

  async function approve(headers: Record<string, string>): Promise<number> {
    const { id } = await app.as('firm-1-clerk').post<{ id: string }>('/matters/talent/cases', { values: APPLICATION })
    const page = await fetch(`${app.api}/cases/${id}`, { headers })
    const { tasks, version } = (await page.json()) as { tasks: Array<{ id: string }>; version: number }
    const before = await statementsOf(app)
    const response = await fetch(`${app.api}/tasks/${tasks[0]?.id}/actions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin', ...headers },
      body: JSON.stringify({ type: 'approve', version, opinion: { text: '同意。', seal: 'firm-1' } }),
    })
    expect(response.status).toBe(200)
    return (await statementsOf(app)) - before
  }

  const withTicket = await approve({ authorization: `Bearer ${await app.ticket('firm-1-leader')}` })
  expect(await approve({ cookie })).toBe(withTicket)
})
