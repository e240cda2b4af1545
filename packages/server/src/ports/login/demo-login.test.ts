import { expect, it } from 'vitest'
import { auditOn, createShell, directory, NOW, sessionsOn } from '../../../test/shell.ts'
import { temporaryDatabase } from '../../../test/temporary-database.ts'
import { temporaryServer } from '../../../test/temporary-server.ts'
import { createDemoLogin } from './demo-login.ts'

async function start() {
  const config = { publicUrl: 'http://oa.example.test/zhupi/', secret: 'session-secret-of-the-tests-0123456789' }
  const db = await temporaryDatabase()
  const sessions = sessionsOn(db, config, () => NOW)
  const { pages } = createDemoLogin({ config, directory, sessions, audit: auditOn(db, () => NOW) })
  const url = await temporaryServer(await createShell({ db, config, loginPages: pages && [pages] }))
  return {
    page: () => fetch(`${url}/login?return=${encodeURIComponent('/zhupi/task?id=1')}`),
    choose: (person: string, wanted: string) =>
      fetch(`${url}/login`, {
        method: 'POST',
        body: new URLSearchParams({ person, return: wanted }),
        redirect: 'manual',
      }),
  }
}

it('offers the enabled accounts of people, by their units', async () => {
  const text = await (await (await start()).page()).text()
  expect(text).toContain(
    '<h2>办公室</h2><p><button name="person" value="clerk">办公室经办</button>\n<button name="person" value="security">办公室安全管理员</button></p>',
  )
  expect(text).toContain('name="return" value="/zhupi/task?id=1"')
  expect(text).not.toContain('已停用账号')
  expect(text).not.toContain('省平台')
})

it('signs in as the account that was chosen, and goes back', async () => {
  const host = await start()
  const response = await host.choose('clerk', '/zhupi/task?id=1')
  expect([response.status, response.headers.get('location')]).toEqual([302, '/zhupi/task?id=1'])
  expect(response.headers.get('set-cookie')).toContain('zhupi_session=')
  expect((await host.choose('clerk', 'https://evil.example.test/')).headers.get('location')).toBe('/zhupi/')
  const refused = await host.choose('gone', '/zhupi/')
  expect([refused.status, refused.headers.get('set-cookie')]).toEqual([403, null])
})
