import type { administrationZh } from './administration-zh-cn.ts'
import { adminTextsEn } from './en-US/admin.ts'
import { jobTextsEn } from './en-US/jobs.ts'
import { securityTextsEn } from './en-US/security.ts'
import { statisticTextsEn } from './en-US/statistics.ts'
import type { Texts } from './texts.ts'

/** The texts of the screens that administrators open, in English. A missing key does not compile. */
export const administrationEn: Texts<typeof administrationZh> = {
  ...adminTextsEn,
  ...jobTextsEn,
  ...securityTextsEn,
  ...statisticTextsEn,
}
