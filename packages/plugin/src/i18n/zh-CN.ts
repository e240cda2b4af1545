import { applyTextsZh } from './zh-CN/apply.ts'
import { caseTextsZh } from './zh-CN/cases.ts'
import { commonTextsZh } from './zh-CN/common.ts'
import { inboxTextsZh } from './zh-CN/inbox.ts'
import { migrationTextsZh } from './zh-CN/migration.ts'
import { notificationTextsZh } from './zh-CN/notifications.ts'
import { taskTextsZh } from './zh-CN/task.ts'

/** The texts that everybody may read, in Chinese, the language they are written in. */
export const zhCN = {
  ...applyTextsZh,
  ...caseTextsZh,
  ...commonTextsZh,
  ...inboxTextsZh,
  ...migrationTextsZh,
  ...notificationTextsZh,
  ...taskTextsZh,
}
