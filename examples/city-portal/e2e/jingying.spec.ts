import { expect, test } from '@playwright/test'
import { date, decideOnPhone, fillPerson, openTask, signIn, write, zhupi } from './portal.ts'

const CASE = 'XX · 淄博示例新材料有限公司'
const PHONE = { width: 390, height: 844 }

test('附件2: filled in on the desktop, decided on a phone, to the card', async ({ page }) => {
  await test.step('the enterprise fills in the table and submits', async () => {
    await signIn(page, '淄博示例新材料公司经办')
    await page.goto('/approvals#/apply/jingying')
    const frame = zhupi(page)
    await expect(frame.getByText('拟引进时间').first()).toBeVisible()
    await fillPerson(page)
    await date(frame, '拟引进时间', '2027年9月')
    await frame.getByText('B（省级杰出人才）').first().click()
    await write(frame, { 认定依据: '《淄博市高层次人才分类目录》B类第3项' })
    await frame.getByRole('button', { name: '提交', exact: true }).click()
    await expect(frame.getByText('JYK-').first()).toBeVisible()
    await expect(frame.getByText('淄博示例新材料公司经办 提交')).toBeVisible()
  })

  await page.setViewportSize(PHONE)
  const reviewers = [
    ['淄博示例新材料公司负责人', '情况属实，同意申报。', '负责人'],
    ['张店区人社局负责人', '经审核，符合认定条件，同意推荐。', '张店人社'],
    ['市人社局人才卡经办', '同意发卡。', undefined],
  ] as const
  for (const [index, [account, opinion, signature]] of reviewers.entries()) {
    await test.step(`${account} agrees on a phone`, async () => {
      await signIn(page, account)
      await openTask(page, CASE)
      await page.screenshot({ path: `test-results/task-${index + 1}-390.png` })
      await decideOnPhone(page, { decision: '同意', opinion, signature })
    })
  }

  await test.step('the card stands in the register', async () => {
    await page.goto('/approvals#/register/talent-cards')
    await expect(zhupi(page).getByText('淄博精英卡').first()).toBeVisible()
    await page.screenshot({ path: 'test-results/register-390.png' })
  })
})
