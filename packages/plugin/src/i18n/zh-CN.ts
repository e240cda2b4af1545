import { adminTextsZh } from './zh-CN/admin.ts'
import { applyTextsZh } from './zh-CN/apply.ts'
import { caseTextsZh } from './zh-CN/cases.ts'
import { commonTextsZh } from './zh-CN/common.ts'
import { inboxTextsZh } from './zh-CN/inbox.ts'
import { notificationTextsZh } from './zh-CN/notifications.ts'
import { securityTextsZh } from './zh-CN/security.ts'
import { statisticTextsZh } from './zh-CN/statistics.ts'
import { taskTextsZh } from './zh-CN/task.ts'

/** Every text of the application in Chinese, the language it is written in. */
export const zhCN = {
  ...commonTextsZh,
  ...inboxTextsZh,
  ...caseTextsZh,
  ...taskTextsZh,
  ...applyTextsZh,
  ...adminTextsZh,
  ...notificationTextsZh,
  ...securityTextsZh,
  ...statisticTextsZh,
}
