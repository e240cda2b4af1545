import { writeFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { choose, date, decide, fillPerson, openTask, signIn, write, zhupi } from './portal.ts'

const CASE = 'XX · 淄博示例新材料有限公司'
const CLERK = '淄博示例新材料公司经办'
const LEADER = '淄博示例新材料公司负责人'
const COUNTY = '张店区工信局负责人'
const BUREAU = '市工信局经办'
const HRSS = '市人社局人才卡经办'

test('附件1: from the paper form, with a return and a correction, to the card and the printed table', async ({
  page,
}) => {
  await test.step('the enterprise fills in the table and submits', async () => {
    await signIn(page, CLERK)
    await page.goto('/approvals#/apply/huicai-quota')
    const frame = zhupi(page)
    await expect(frame.getByText('申领人员信息').first()).toBeVisible()
    await fillPerson(page)
    await date(frame, '引进时间', '2014年6月')
    await choose(frame, '企业类型', '“四链”融合机制重点实施企业')
    await write(frame, {
      企业情况介绍:
        '公司主营特种工程塑料及改性材料，现有职工640人，建有省级企业技术中心，列入“四链”融合机制重点实施企业名单。',
    })
    await page.screenshot({ path: 'test-results/apply-1440.png' })
    await frame.getByRole('button', { name: '提交', exact: true }).click()
    await expect(frame.getByText('HCK-').first()).toBeVisible()
  })

  await test.step('the employer agrees, the county returns it for a correction', async () => {
    await signIn(page, LEADER)
    await openTask(page, CASE)
    await page.screenshot({ path: 'test-results/task-1440.png' })
    await decide(page, { decision: '同意', opinion: '情况属实，同意申报。', signature: '负责人' })
    await signIn(page, COUNTY)
    await openTask(page, CASE)
    await decide(page, { decision: '退回', opinion: '引进时间请以劳动合同为准，补正后重报。', to: '填表申报' })
  })

  await test.step('the enterprise corrects and submits again', async () => {
    await signIn(page, CLERK)
    await openTask(page, CASE)
    const frame = zhupi(page)
    await expect(frame.getByText('引进时间请以劳动合同为准，补正后重报。').first()).toBeVisible()
    await date(frame, '引进时间', '2023年9月')
    await frame.getByRole('button', { name: /^提交：/ }).click()
    await expect(frame.getByText(/^已(重新)?提交/).first()).toBeVisible()
  })

  await test.step('employer, county and bureau agree, 市人社局 recommends', async () => {
    const opinions = [
      [LEADER, '情况属实，已补正，同意申报。', '负责人'],
      [COUNTY, '材料已按要求补正，同意推荐。', '张店工信'],
      [BUREAU, '同意推荐申领。', '市工信'],
      [HRSS, '已推荐申领。', undefined],
    ] as const
    for (const [account, opinion, signature] of opinions) {
      await signIn(page, account)
      await openTask(page, CASE)
      await page.screenshot({
        path: `test-results/task-${opinions.findIndex((one) => one[0] === account) + 2}-1440.png`,
      })
      await decide(page, { decision: '同意', opinion, signature })
    }
  })

  await test.step('the province passes it', async () => {
    await signIn(page, '省级平台（示例）')
    await expect(page.getByText(CASE)).toBeVisible()
    await page.getByRole('button', { name: '通过', exact: true }).click()
    await expect(page.getByRole('status')).toContainText('通过，已发回市里')
    await page.screenshot({ path: 'test-results/province-1440.png' })
  })

  await test.step('the card stands in the register', async () => {
    await signIn(page, HRSS)
    await page.goto('/approvals#/register/talent-cards')
    await expect(
      zhupi(page)
        .getByText(/ZBRC-\d{4}-00001/)
        .first(),
    ).toBeVisible()
    await page.screenshot({ path: 'test-results/register-1440.png' })
  })

  await test.step('the table prints on two pages with every opinion in its box', async () => {
    await signIn(page, CLERK)
    const { items } = await (await page.request.get('/zhupi/api/v1/cases?box=mine', await bearer(page))).json()
    const answer = await page.request.get(`/zhupi/api/v1/cases/${items[0].id}/print.pdf`, await bearer(page))
    await writeFile('test-results/huicai-quota.pdf', await answer.body())
    const { pages, text } = await readPdf(await answer.body())
    expect(pages).toBe(2)
    for (const opinion of ['情况属实，已补正，同意申报。', '材料已按要求补正，同意推荐。', '同意推荐申领。']) {
      expect(text).toContain(opinion.normalize('NFKC'))
    }
  })
})

/** A ticket of whoever is signed in at the portal. */
async function bearer(page: import('@playwright/test').Page) {
  const { ticket } = await (await page.request.get('/ticket')).json()
  return { headers: { authorization: `Bearer ${ticket}` } }
}

/** Number of pages, and the text of all without white space; Chromium writes some characters as their radicals. */
async function readPdf(bytes: Buffer): Promise<{ pages: number; text: string }> {
  const document = await getDocument({ data: new Uint8Array(bytes) }).promise
  let text = ''
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    text += items.map((item) => ('str' in item ? item.str : '')).join('')
  }
  return { pages: document.numPages, text: text.replace(/\s/g, '').normalize('NFKC') }
}
