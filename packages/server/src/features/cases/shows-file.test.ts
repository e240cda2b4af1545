import { expect, it, onTestFinished } from 'vitest'
import { APPLICATION, TALENT_APP } from '../../../test/talent-office.ts'
import { createTestApp } from '../../testing/create-test-app.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

it('gives a file to whom the case shows the field it stands in, and to nobody else who reads the case', async () => {
  const app = await createTestApp({ appFolder: TALENT_APP })
  onTestFinished(() => app.close())
  const county = app.as('county-clerk')
  const { id } = await app.as('firm-1-clerk').post<{ id: string }>('/matters/talent/cases', { values: APPLICATION })
  const read = () => county.get<{ tasks: Array<{ id: string }>; version: number }>(`/cases/${id}`)
  const employer = await app.as('firm-1-leader').get<Awaited<ReturnType<typeof read>>>(`/cases/${id}`)
  const opinion = { text: '同意。', seal: 'firm-1' }
  await app
    .as('firm-1-leader')
    .post(`/tasks/${employer.tasks[0]?.id}/actions`, { type: 'approve', version: employer.version, opinion })
  const { tasks, version } = await read()
  // A field that the county writes and the enterprise never sees; it stands for a picture as for any text.
  const fileId = await county.upload('a.png', PNG)
  await county.post(`/tasks/${tasks[0]?.id}/actions`, {
    type: 'approve',
    version,
    opinion: { text: '同意。' },
    values: { 内部备注: fileId },
  })
  const statusFor = async (person: string) => (await app.as(person).request('GET', `/files/${fileId}`)).status
  expect(await statusFor('hrss-clerk')).toBe(200)
  expect(await statusFor('firm-1-clerk')).toBe(404)
  expect(await statusFor('firm-1-leader')).toBe(404)
})
