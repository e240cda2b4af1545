import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { createTestApp } from './create-test-app.ts'

const LEAVE = fileURLToPath(new URL('../../../../examples/leave-request', import.meta.url))

it('runs an application behind a real listener', async () => {
  const app = await createTestApp({ appFolder: LEAVE })
  onTestFinished(() => app.close())
  const me = await app.as('office-clerk').get('/me')
  expect(me).toMatchObject({ id: 'office-clerk', counts: { todo: 0, mine: 0, drafts: 0 } })
  expect((await fetch(`${app.api}/readyz`)).status).toBe(200)
  await expect(app.as('nobody').get('/me')).rejects.toMatchObject({ status: 403, code: 'PERSON_UNKNOWN' })
})
