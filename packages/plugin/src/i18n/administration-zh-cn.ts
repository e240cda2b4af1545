import { adminTextsZh } from './zh-CN/admin.ts'
import { jobTextsZh } from './zh-CN/jobs.ts'
import { securityTextsZh } from './zh-CN/security.ts'
import { statisticTextsZh } from './zh-CN/statistics.ts'

/** The texts of the screens that administrators open, in Chinese. */
export const administrationZh = {
  ...adminTextsZh,
  ...jobTextsZh,
  ...securityTextsZh,
  ...statisticTextsZh,
}
