import { fileURLToPath } from 'node:url'
import { expect, type FrameLocator, type Page } from '@playwright/test'

/** Zhupi, in its frame of the portal's page. */
export function zhupi(page: Page): FrameLocator {
  return page.frameLocator('iframe')
}

/** Signs an account in at the portal, after whoever was signed in before. */
export async function signIn(page: Page, account: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: account, exact: true }).first().click()
  await expect(page).not.toHaveURL(/sign-in/)
}

/** Opens the first task of the portal's home page whose title has these words. */
export async function openTask(page: Page, title: string): Promise<void> {
  await page.goto('/')
  await page.getByRole('main').getByRole('link', { name: title }).first().click()
  await expect(zhupi(page).getByRole('heading', { level: 1 })).toBeVisible()
}

/** Writes a name in the dialog for signatures. */
export async function sign(page: Page, name: string): Promise<void> {
  const typed = zhupi(page).getByLabel('不便手写，可键入姓名')
  await typed.fill(name)
  await zhupi(page).getByRole('button', { name: '用这个签名' }).click()
  await expect(typed).toBeHidden()
}

export interface Decision {
  decision: '同意' | '退回' | '不同意'
  opinion: string
  signature?: string
  /** Name of the step that a return goes to. */
  to?: string
}

/** Decides on the task that is open, on the desktop. */
export async function decide(page: Page, { decision, opinion, signature, to }: Decision): Promise<void> {
  const frame = zhupi(page)
  await frame.getByRole('radio', { name: new RegExp(`^${decision}`) }).check()
  await complete(page, { opinion, signature, to })
}

/** Decides on the task that is open, on a phone: the bar, then the sheet that rises from it. */
export async function decideOnPhone(page: Page, { decision, ...rest }: Decision): Promise<void> {
  await zhupi(page).locator('.za-phone-bar').getByRole('button', { name: decision, exact: true }).click()
  await complete(page, rest)
}

async function complete(page: Page, { opinion, signature, to }: Omit<Decision, 'decision'>): Promise<void> {
  const frame = zhupi(page)
  if (to) await frame.getByRole('radio', { name: to }).check()
  await frame.locator('textarea.za-opinion').fill(opinion)
  if (signature) {
    await frame.getByRole('button', { name: '现在签名' }).click()
    await sign(page, signature)
  }
  await frame.getByRole('button', { name: /^提交：/ }).click()
  await expect(frame.getByText(/^已(同意|退回|不同意|提交)/).first()).toBeVisible()
}

/** The person's part, the same in 附件1 and 附件2. */
export async function fillPerson(page: Page): Promise<void> {
  const frame = zhupi(page)
  await write(frame, {
    姓名: 'XX',
    身份证或护照号: '370303198605210023',
    专业技术职务: '高级工程师',
    毕业院校及专业: 'XX大学材料科学与工程专业',
    联系电话: '13900000000',
    通讯地址: '淄博市张店区XX路XX号',
    邮箱: 'xx@example.com',
    单位服务专员: 'XX',
    专员联系电话: '0533-3000000',
    主要业绩及获得荣誉称号:
      '主持完成特种工程塑料连续聚合中试线建设，解决高黏体系传热与脱挥难题，建成年产三百吨示范装置。\n以第一完成人获省部级科学技术奖二等奖1项，授权发明专利11件。',
  })
  await frame.getByRole('radio', { name: '女' }).check()
  await date(frame, '出生日期', '1986.05.21')
  await date(frame, '毕业时间', '2014年6月')
  await choose(frame, '民族', '汉族')
  await choose(frame, '政治面貌', '群众')
  await choose(frame, '文化程度', '博士研究生')
  await cascade(frame, '籍贯', ['山东省', '淄博市'])
  await uploadPhoto(frame)
  await fillResume(frame)
  await frame.getByRole('button', { name: '申领人签字，现在签名' }).click()
  await sign(page, 'XX')
}

export async function write(frame: FrameLocator, values: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(values)) await frame.getByLabel(label, { exact: true }).fill(value)
}

export async function date(frame: FrameLocator, label: string, value: string): Promise<void> {
  const input = frame.getByLabel(label, { exact: true })
  await input.fill(value)
  await input.press('Enter')
}

export async function choose(frame: FrameLocator, label: string, option: string): Promise<void> {
  await frame.getByLabel(label, { exact: true }).click()
  await frame.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option }).first().click()
}

export async function cascade(frame: FrameLocator, label: string, path: readonly string[]): Promise<void> {
  await frame.getByLabel(label, { exact: true }).click()
  for (const name of path) {
    await frame.locator('.ant-cascader-menu-item', { hasText: name }).last().click()
  }
}

async function uploadPhoto(frame: FrameLocator): Promise<void> {
  await frame
    .locator('input[type=file]')
    .first()
    .setInputFiles(fileURLToPath(new URL('photo.png', import.meta.url)))
  await frame.getByRole('button', { name: '用这张' }).click()
}

async function fillResume(frame: FrameLocator): Promise<void> {
  const lines = [
    ['2004.09', '2008.06', 'XX大学材料科学与工程学院，大学本科'],
    ['2008.09', '2014.06', 'XX大学材料科学与工程专业，硕博连读，获工学博士学位'],
    ['2014.07', '至今', 'XX研究院高分子材料研究所，副研究员'],
  ] as const
  for (const [index, [from, to, text]] of lines.entries()) {
    if (index > 0) await frame.getByRole('button', { name: '添一段' }).click()
    const place = `第 ${index + 1} 段`
    await frame.getByLabel(`${place}，起`).fill(from)
    await frame.getByLabel(`${place}，止`).fill(to)
    await frame.getByLabel(`${place}，经历`).fill(text)
  }
}
