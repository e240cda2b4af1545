import { expect, test } from '@playwright/test'

const APPLICANT = '淄博示例新材料公司经办'

test('an enterprise signs in at the portal and finds the official table to fill in', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: APPLICANT }).first().click()
  await expect(page.getByText(APPLICANT).first()).toBeVisible()

  await page.goto('/approvals')
  const zhupi = page.frameLocator('iframe')
  await expect(zhupi.getByRole('heading', { name: '待办' })).toBeVisible()
  await page.screenshot({ path: 'test-results/inbox-1440.png' })

  await zhupi.getByRole('link', { name: '发起申请' }).first().click()
  await zhupi.getByText('“山东惠才卡”配额制申领').first().click()
  await expect(zhupi.getByText('申领人员信息').first()).toBeVisible()
  await expect(zhupi.getByText('区县主管部门意见').first()).toBeVisible()
  await page.screenshot({ path: 'test-results/apply-1440.png', fullPage: true })
})
