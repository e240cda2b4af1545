import { applyTextsEn } from './en-US/apply.ts'
import { caseTextsEn } from './en-US/cases.ts'
import { commonTextsEn } from './en-US/common.ts'
import { inboxTextsEn } from './en-US/inbox.ts'
import { migrationTextsEn } from './en-US/migration.ts'
import { notificationTextsEn } from './en-US/notifications.ts'
import { taskTextsEn } from './en-US/task.ts'
import type { Texts } from './texts.ts'
import type { zhCN } from './zh-CN.ts'

/** The texts that everybody may read, in English. A missing key does not compile. */
export const enUS: Texts<typeof zhCN> = {
  ...applyTextsEn,
  ...caseTextsEn,
  ...commonTextsEn,
  ...inboxTextsEn,
  ...migrationTextsEn,
  ...notificationTextsEn,
  ...taskTextsEn,
}
