import { fileURLToPath } from 'node:url'
import { createTestApp, type TestApp } from '@zhupi/server/testing'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { person } from './test/applicant.ts'
import { office, picture } from './test/office.ts'

interface Case {
  id: string
  number: string
  status: string
  at: Array<{ id: string; name: string }>
  values: Record<string, unknown>
  history: Array<{ kind: string; element: { id: string } | null; undone: boolean; changes: Array<{ path: string }> }>
}
interface Row {
  values: Record<string, unknown>
}

let app: TestApp

beforeEach(async () => {
  app = await createTestApp({ appFolder: fileURLToPath(new URL('.', import.meta.url)) })
  onTestFinished(() => app.close())
})

/** Everything of 附件1 that the enterprise fills in, beside what the directory has filled in already. */
async function application(enterprise: string, values: Record<string, unknown> = {}) {
  const { client } = office(app, `${enterprise}-clerk`)
  const matter = await client.get<{ values: Record<string, unknown> }>('/matters/huicai-quota')
  const pictures = {
    photo: await client.upload('photo.png', picture(295, 413)),
    signature: await client.upload('signature.png', picture(200, 80)),
  }
  return {
    ...matter.values,
    ...person(pictures),
    引进时间: '2023-09',
    企业类型: '“四链”融合机制重点实施企业',
    企业情况介绍: '主营特种工程塑料及改性材料，建有省级企业技术中心。',
    ...values,
  }
}

async function apply(enterprise: string, values: Record<string, unknown> = {}): Promise<Case> {
  const { client } = office(app, `${enterprise}-clerk`)
  return client.post<Case>('/matters/huicai-quota/cases', { values: await application(enterprise, values) })
}

function read(caseId: string, by = 'xincailiao-clerk'): Promise<Case> {
  return app.as(by).get<Case>(`/cases/${caseId}`)
}

describe('the whole way', () => {
  it('goes through four offices, with a return and a correction, to the card', async () => {
    const [clerk, leader] = [office(app, 'xincailiao-clerk'), office(app, 'xincailiao-leader')]
    const [county, bureau] = [office(app, 'zhangdian-iit-leader'), office(app, 'city-iit-clerk')]
    const hrss = office(app, 'city-hrss-clerk')
    const { id, number } = await apply('xincailiao')
    expect(number).toBe('HCK-2026-0001')

    await leader.approve(id, '情况属实，同意申报。')
    await county.return(id, 'apply', '引进时间请以劳动合同为准，补正后重报。')
    expect((await read(id)).at.map(({ name }) => name)).toEqual(['填表申报'])
    await clerk.resubmit(id, { 引进时间: '2023-10' })

    await leader.approve(id, '情况属实，同意申报。')
    await county.approve(id, '材料已按要求补正，同意推荐。')
    await bureau.approve(id, '同意推荐。')
    await hrss.approve(id, '已推荐申领。')
    expect((await read(id)).at.map(({ name }) => name)).toEqual(['省厅审核结果'])

    const waiting = await app.as('province-platform-account').get('/messages/province.result/waiting')
    expect(waiting).toMatchObject({ items: [{ correlationKey: number, title: 'XX · 淄博示例新材料有限公司' }] })
    expect((await clerk.client.request('GET', '/messages/province.result/waiting')).status).toBe(403)
    await app.as('province-platform-account').post('/messages/province.result', {
      correlationKey: number,
      variables: { 通过: true },
    })
    const done = await read(id)
    expect(done.status).toBe('completed')
    expect(done.values.引进时间).toBe('2023-10')
    expect(done.values.用人单位意见).toMatchObject([
      { text: '情况属实，同意申报。', seal: { name: '淄博示例新材料有限公司' } },
    ])
    expect(done.values.区县主管部门意见).toMatchObject([
      { text: '材料已按要求补正，同意推荐。', seal: { name: '张店区工业和信息化局' } },
    ])
    expect(done.values.市主管部门意见).toMatchObject([{ text: '同意推荐。', seal: { name: '淄博市工业和信息化局' } }])
    expect(done.history.filter(({ undone }) => undone).map(({ element }) => element?.id)).toContain('employer')

    const { items } = await hrss.client.get<{ items: Row[] }>('/registers/talent-cards/rows')
    expect(items.map(({ values }) => values)).toMatchObject([
      { 卡号: 'ZBRC-2026-00001', 卡种: '山东惠才卡', 持卡人: 'XX', 有效期至: '2029-03-17', 状态: 'valid' },
    ])
  })

  it('ends without a card when the province does not pass it', async () => {
    const { id, number } = await apply('xincailiao')
    for (const by of ['xincailiao-leader', 'zhangdian-iit-leader', 'city-iit-leader', 'city-hrss-leader']) {
      await office(app, by).approve(id)
    }
    const province = app.as('province-platform-account')
    await province.post('/messages/province.result', { correlationKey: number, variables: { 通过: false } })
    expect((await read(id)).status).toBe('completed')
    const { items } = await app.as('city-hrss-clerk').get<{ items: Row[] }>('/registers/talent-cards/rows')
    expect(items).toEqual([])
  })

  it('goes by the type of the enterprise to the departments of development and reform', async () => {
    const { id } = await apply('huagong', { 企业类型: '“十强”产业集群领军企业' })
    await office(app, 'huagong-leader').approve(id)
    await office(app, 'linzi-drc-leader').approve(id)
    await office(app, 'city-drc-clerk').approve(id)
    const { items } = await app.as('city-drc-clerk').get<{ items: Row[] }>('/registers/huicai-recommendations/rows')
    expect(items.map(({ values }) => values)).toMatchObject([
      { 年度: '2026', 推荐部门: '市发展改革委', 企业名称: '淄博示例化工有限公司', 推荐人选: 'XX' },
    ])
  })
})

describe('what is refused', () => {
  it('says every wrong value with its place', async () => {
    const values = await application('xincailiao', {
      身份证或护照号: '370303198605210020',
      引进时间: '2014-05',
      姓名: '',
    })
    const answer = await app.as('xincailiao-clerk').request('POST', '/matters/huicai-quota/cases', { values })
    expect(answer.status).toBe(422)
    const { code, issues } = (await answer.json()) as { code: string; issues: Array<{ path: string[] }> }
    expect(code).toBe('VALUES_INVALID')
    expect(issues.map(({ path }) => path[0])).toEqual(expect.arrayContaining(['姓名', '引进时间', '身份证或护照号']))
  })

  it('is deaf to values that the step may not change', async () => {
    const { id } = await apply('xincailiao')
    const leader = office(app, 'xincailiao-leader')
    const refused = await leader
      .approve(id, '同意。', { 姓名: '另一人' })
      .catch((error: { code: string }) => error.code)
    expect(refused).toBe('VALUES_INVALID')
    expect((await read(id)).values.姓名).toBe('XX')
  })

  it('keeps the task of another county out of reach', async () => {
    const { id } = await apply('xincailiao')
    await office(app, 'xincailiao-leader').approve(id)
    const { id: taskId } = await office(app, 'zhangdian-iit-leader').task(id)
    expect((await app.as('linzi-iit-leader').request('GET', `/tasks/${taskId}`)).status).toBe(404)
  })
})

describe('the quota', () => {
  const ENTERPRISES = [
    { key: 'xincailiao', county: 'zhangdian' },
    { key: 'huagong', county: 'linzi' },
    { key: 'zhuangbei', county: 'boshan' },
    { key: 'yiyao', county: 'yiyuan' },
    { key: 'taoci', county: 'zichuan' },
    { key: 'fangzhi', county: 'zhoucun' },
    { key: 'dianzi', county: 'gaoxin' },
    { key: 'qipei', county: 'jingkai' },
    { key: 'shipin', county: 'gaoqing' },
    { key: 'huanbao', county: 'huantai' },
  ]

  /** Brings an application to the desk of 市工信局. */
  async function bring({ key, county }: (typeof ENTERPRISES)[number]): Promise<string> {
    const { id } = await apply(key)
    await office(app, `${key}-leader`).approve(id)
    await office(app, `${county}-iit-leader`).approve(id)
    return id
  }

  async function decide(caseId: string): Promise<string> {
    return office(app, 'city-iit-clerk')
      .approve(caseId)
      .then(() => 'approved')
      .catch((error: { code: string }) => error.code)
  }

  it('refuses the sixth enterprise of one bureau, and leaves its case where it was', async () => {
    const cases = []
    for (const enterprise of ENTERPRISES.slice(0, 6)) cases.push(await bring(enterprise))
    const answers = []
    for (const id of cases) answers.push(await decide(id))
    expect(answers).toEqual([...Array(5).fill('approved'), 'LIMIT_REACHED'])
    expect((await read(cases[5] ?? '', 'fangzhi-clerk')).at.map(({ id }) => id)).toEqual(['city-iit'])
  })

  it('refuses the second person of an enterprise in a year', async () => {
    const [first, second] = [
      await bring({ key: 'huagong', county: 'linzi' }),
      await bring({ key: 'huagong', county: 'linzi' }),
    ]
    expect([await decide(first), await decide(second)]).toEqual(['approved', 'LIMIT_REACHED'])
    app.clock.set('2027-01-04T02:00:00.000Z')
    const nextYear = await bring({ key: 'huagong', county: 'linzi' })
    expect(await decide(nextYear)).toBe('approved')
  })

  it('lets five of ten pass that are decided at once', async () => {
    const cases = []
    for (const enterprise of ENTERPRISES) cases.push(await bring(enterprise))
    const answers = await Promise.all(cases.map(decide))
    expect(answers.sort()).toEqual([...Array(5).fill('LIMIT_REACHED'), ...Array(5).fill('approved')])
    const { items } = await app.as('city-iit-clerk').get<{ items: Row[] }>('/registers/huicai-recommendations/rows')
    expect(items).toHaveLength(5)
  })
})
