import { fileURLToPath } from 'node:url'
import { createTestApp, type TestApp } from '@zhupi/server/testing'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { person } from './test/applicant.ts'
import { office, picture } from './test/office.ts'

interface Case {
  id: string
  number: string
  status: string
  at: Array<{ id: string; name: string }>
  values: Record<string, unknown>
}

let app: TestApp

beforeEach(async () => {
  app = await createTestApp({ appFolder: fileURLToPath(new URL('.', import.meta.url)) })
  onTestFinished(() => app.close())
})

/** Fills in 附件2 and submits it. */
async function apply(enterprise: string, sequence = 2): Promise<Case> {
  const client = app.as(`${enterprise}-clerk`)
  const matter = await client.get<{ values: Record<string, unknown> }>('/matters/jingying')
  const pictures = {
    photo: await client.upload('photo.png', picture(295, 413)),
    signature: await client.upload('signature.png', picture(200, 80)),
  }
  const values = {
    ...matter.values,
    ...person(pictures, sequence),
    拟引进时间: '2026-09',
    拟认定层次: 'B',
    认定依据: '《淄博市高层次人才分类目录》B类第3项',
  }
  return client.post<Case>('/matters/jingying/cases', { values })
}

it('goes by the county and 市人社局 to the card, with a correction of the level on the way', async () => {
  const { id, number } = await apply('xincailiao')
  expect(number).toBe('JYK-2026-0001')
  await office(app, 'xincailiao-leader').approve(id, '情况属实，同意申报。')
  await office(app, 'zhangdian-hrss-leader').approve(id, '经审核，按C类认定，同意推荐。', { 拟认定层次: 'C' })
  await office(app, 'city-hrss-clerk').approve(id, '同意发卡。')

  const done = await app.as('xincailiao-clerk').get<Case>(`/cases/${id}`)
  expect([done.status, done.values.拟认定层次]).toEqual(['completed', 'C'])
  expect(done.values.主管部门意见).toMatchObject([{ seal: { name: '张店区人力资源和社会保障局' } }])
  const rows = await app.as('city-hrss-clerk').get<{ items: Array<{ values: object }> }>('/registers/talent-cards/rows')
  expect(rows.items.map(({ values }) => values)).toMatchObject([
    { 卡种: '淄博精英卡', 持卡人: 'XX', 工作单位: '淄博示例新材料有限公司', 认定层次: 'C' },
  ])
})

it('goes to the department in charge for an enterprise of the city', async () => {
  const { id } = await apply('guozi')
  await office(app, 'guozi-leader').approve(id)
  await office(app, 'city-iit-clerk').approve(id, '经审核，同意推荐。')
  await office(app, 'city-hrss-leader').approve(id)
  expect((await app.as('guozi-clerk').get<Case>(`/cases/${id}`)).status).toBe('completed')
})

it('comes back corrected after 市人社局 returned it, and straight to it', async () => {
  const { id } = await apply('xincailiao')
  await office(app, 'xincailiao-leader').approve(id)
  await office(app, 'zhangdian-hrss-leader').approve(id)
  const hrss = office(app, 'city-hrss-clerk')
  expect((await hrss.task(id)).returnTargets.map(({ element }) => element.id)).toEqual(
    expect.arrayContaining(['apply', 'employer', 'county-hrss']),
  )
  await hrss.return(id, 'apply', '认定依据请写明条款。', 'straight')
  await office(app, 'xincailiao-clerk').resubmit(id, { 认定依据: '《淄博市高层次人才分类目录》B类第3项第2款' })
  await hrss.approve(id, '同意发卡。')
  expect((await app.as('xincailiao-clerk').get<Case>(`/cases/${id}`)).status).toBe('completed')
})

it('ends when the employer does not agree', async () => {
  const { id } = await apply('xincailiao')
  await office(app, 'xincailiao-leader').reject(id, '尚未与该人选签订协议。')
  expect((await app.as('xincailiao-clerk').get<Case>(`/cases/${id}`)).status).toBe('rejected')
})
