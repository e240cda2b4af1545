import { fileURLToPath } from 'node:url'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { signIn, zhupi } from '../e2e/portal.ts'

const TABLE = fileURLToPath(new URL('../../../packages/forms/src/word/fixtures/attachment-2.docx', import.meta.url))
const TITLE = '前端引才申领'
const PHONE = { width: 390, height: 844 }

const fileOf = (name: string) => fileURLToPath(new URL(`../../../docs/images/administer/${name}.jpg`, import.meta.url))

/** JPEG: a page of grey, white and letters is a third of its PNG. */
async function picture(of: Page | Locator, name: string): Promise<void> {
  await of.screenshot({ path: fileOf(name), type: 'jpeg', quality: 72, animations: 'disabled', caret: 'hide' })
}

test('the pictures of docs/guides/administer.zh.md and add-a-field.md', async ({ page }) => {
  const frame = zhupi(page)
  const tab = (name: string) => frame.getByRole('navigation', { name: '事项的几个部分' }).getByRole('link', { name })
  const checked = () => expect(frame.getByText('正在检查…')).toBeHidden()
  const saved = () => expect(frame.getByText(/^已保存/)).toBeVisible()

  await signIn(page, '市人社局系统管理员')
  await page.goto('/approvals#/admin')
  await expect(frame.getByRole('link', { name: '前端引才“淄博精英卡”申领' })).toBeVisible()
  await picture(page, 'matters')

  await frame.getByRole('button', { name: '新建事项' }).click()
  await frame.getByLabel('事项名称').fill(TITLE)
  await frame.getByLabel('Word 或 Excel 表').setInputFiles(TABLE)
  await picture(page, 'new-matter')

  await frame.getByRole('button', { name: '生成表单和流程' }).click()
  await expect(frame.locator('.zpd-strip')).toBeVisible()
  await picture(page, 'form')

  await frame.locator('[data-node$="认定依据"]').click()
  await frame.getByRole('button', { name: '添一条规则' }).click()
  const choose = async (label: string, option: string) => {
    await frame.locator('.zpd-rule').getByRole('combobox', { name: label, exact: true }).first().click()
    await frame.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option }).first().click()
  }
  await choose('字段', '拟认定层次')
  await choose('值', 'B')
  await expect(frame.locator('.zpd-trial')).toBeVisible()
  await frame.locator('.zpd-rule').scrollIntoViewIfNeeded()
  await picture(page, 'rule')
  await picture(frame.locator('.zpd-left'), 'components')

  await frame.locator('.zpd-bar').getByText('预览', { exact: true }).click()
  await expect(frame.locator('.zpd-preview')).toBeVisible()
  await frame.locator('.zpd-canvas-tools').getByText('手机', { exact: true }).click()
  await checked()
  await picture(page, 'preview')

  await tab('流程').click()
  const steps = frame.getByRole('navigation', { name: '流程里的步骤' })
  await steps.getByRole('button', { name: /^用人单位意见 人办/ }).click()
  await frame.getByRole('button', { name: '添一类人' }).click()
  await frame.getByLabel('谁来办', { exact: true }).selectOption('leader')
  await saved()
  await picture(page, 'flow')

  await frame.getByText('字段权限', { exact: true }).click()
  await frame.getByLabel('姓名，填表申报').selectOption('require')
  await saved()
  await picture(page, 'access')

  await tab('设置').click()
  await frame.getByLabel('企业', { exact: true }).check()
  await saved()
  await picture(page, 'settings')

  await tab('发布').click()
  await expect(frame.getByRole('button', { name: '发布', exact: true })).toBeVisible()
  await expect(frame.getByText('没有在办的办件。')).toBeVisible()
  await checked()
  await picture(page, 'publish')

  await page.setViewportSize(PHONE)
  await checked()
  await picture(page, 'publish-phone')
  await page.setViewportSize({ width: 1280, height: 800 })

  await page.goto('/')
  await page.goto('/approvals#/admin/jingying')
  await tab('设置').click()
  await frame.getByLabel(/^说明/).fill('人才来淄以前先发卡，到岗以后再核验。')
  await saved()
  await tab('发布').click()
  await frame.getByLabel('给办件人的说明').fill('说明改得更清楚。')
  await frame.getByRole('button', { name: '发布', exact: true }).click()
  await frame.getByRole('dialog').getByRole('button', { name: '发布 v2' }).click()
  await expect(frame.getByText('已发布 v2')).toBeVisible()
  await tab('版本').click()
  await expect(frame.getByRole('heading', { name: '对比两个版本' })).toBeVisible()
  await expect(frame.locator('.za-publish-changes')).toBeVisible()
  await picture(page, 'versions')
})
