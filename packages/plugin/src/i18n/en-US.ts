import { adminTextsEn } from './en-US/admin.ts'
import { applyTextsEn } from './en-US/apply.ts'
import { caseTextsEn } from './en-US/cases.ts'
import { commonTextsEn } from './en-US/common.ts'
import { inboxTextsEn } from './en-US/inbox.ts'
import { notificationTextsEn } from './en-US/notifications.ts'
import { securityTextsEn } from './en-US/security.ts'
import { statisticTextsEn } from './en-US/statistics.ts'
import { taskTextsEn } from './en-US/task.ts'
import type { Texts } from './texts.ts'
import type { zhCN } from './zh-CN.ts'

/** Every text of the application in English. A missing key does not compile. */
export const enUS: Texts<typeof zhCN> = {
  ...commonTextsEn,
  ...inboxTextsEn,
  ...caseTextsEn,
  ...taskTextsEn,
  ...applyTextsEn,
  ...adminTextsEn,
  ...notificationTextsEn,
  ...securityTextsEn,
  ...statisticTextsEn,
}
