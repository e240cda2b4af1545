import { fileURLToPath } from 'node:url'
import { expect, type Locator, test } from '@playwright/test'
import { cascade, date, fillPerson, signIn, write, zhupi } from './portal.ts'

const TABLE = fileURLToPath(new URL('../../../packages/forms/src/word/fixtures/attachment-2.docx', import.meta.url))
const TITLE = '前端引才申领（由 Word 表建）'

/** Leaves the input that was written in: its text is taken then. */
async function chooseIn(panel: Locator, label: string, value: string): Promise<void> {
  await panel.getByLabel(label, { exact: true }).selectOption(value)
}

test('附件2: from the Word file to a published matter that an enterprise applies to, without code', async ({
  page,
}) => {
  let clicks = 0
  const click = async (target: Locator) => {
    clicks += 1
    await target.click()
  }
  const frame = zhupi(page)
  const tab = (name: string) => frame.getByRole('navigation', { name: '事项的几个部分' }).getByRole('link', { name })

  await signIn(page, '市人社局系统管理员')
  const began = Date.now()
  await page.goto('/approvals#/admin')

  await test.step('the Word file becomes a form and a flow', async () => {
    await click(frame.getByRole('button', { name: '新建事项' }))
    await frame.getByLabel('事项名称').fill(TITLE)
    clicks += 1
    await frame.getByLabel('Word 或 Excel 表').setInputFiles(TABLE)
    await page.screenshot({ path: 'test-results/admin-new-1440.png' })
    await click(frame.getByRole('button', { name: '生成表单和流程' }))
    await expect(frame.getByRole('region', { name: '导入' }).or(frame.locator('.zpd-strip'))).toBeVisible()
    await page.screenshot({ path: 'test-results/admin-form-1440.png' })
  })

  await test.step('each step is given its people', async () => {
    await click(tab('流程'))
    const steps = frame.getByRole('navigation', { name: '流程里的步骤' })
    const panel = frame.locator('.za-flow-panel')
    await click(steps.getByRole('button', { name: /^用人单位意见 人办/ }))
    await click(panel.getByRole('button', { name: '添一类人' }))
    await chooseIn(panel, '谁来办', 'leader')
    await page.screenshot({ path: 'test-results/admin-flow-1440.png' })
    await click(steps.getByRole('button', { name: /^主管部门或区县人社部门意见 人办/ }))
    await click(panel.getByRole('button', { name: '添一类人' }))
    await chooseIn(panel, '是谁', '市人社推荐')
    clicks += 2
    await expect(frame.getByText(/^已保存/)).toBeVisible()
  })

  await test.step('who may apply is set', async () => {
    await click(tab('设置'))
    await click(frame.getByLabel('企业', { exact: true }))
    await expect(frame.getByText(/^已保存/)).toBeVisible()
    await page.screenshot({ path: 'test-results/admin-settings-1440.png' })
  })

  await test.step('it is published', async () => {
    await click(tab('发布'))
    const publish = frame.getByRole('button', { name: '发布', exact: true })
    await expect(publish).toBeEnabled()
    await page.screenshot({ path: 'test-results/admin-publish-1440.png' })
    await click(publish)
    await click(frame.getByRole('dialog').getByRole('button', { name: '发布 v1' }))
    await expect(frame.getByText('已发布 v1')).toBeVisible()
    await page.screenshot({ path: 'test-results/admin-published-1440.png' })
  })
  console.log(`附件2 rebuilt from Word and published: ${clicks} clicks, ${((Date.now() - began) / 1000).toFixed(1)} s`)

  await test.step('an enterprise applies', async () => {
    await signIn(page, '淄博示例新材料公司经办')
    await page.goto('/approvals#/apply')
    await frame.getByRole('link', { name: TITLE }).click()
    await expect(frame.getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
    await page.screenshot({ path: 'test-results/admin-apply-1440.png' })
    await fillPerson(page)
    await cascade(frame, '单位所属区域', ['山东省', '淄博市', '张店区'])
    await write(frame, { 引才单位: '淄博示例新材料有限公司', 认定依据: '《淄博市高层次人才分类目录》B类第3项' })
    await date(frame, '拟引进时间', '2027年9月')
    await frame.getByText('B（省级杰出人才）').first().click()
    await frame.getByRole('button', { name: '提交', exact: true }).click()
    await expect(frame.getByText(/^M\d+-\d{4}-0001/).first()).toBeVisible()
    await expect(frame.getByText('淄博示例新材料公司经办 提交')).toBeVisible()
  })
})
