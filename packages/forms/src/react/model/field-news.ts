import type { Issue } from '../../schema/issue.ts'
import { isBelow } from '../path-key.ts'
import type { FieldData } from './form-model.ts'

type FieldNews = Pick<FieldData, 'issues' | 'absent'>

const NO_NEWS: FieldNews = { issues: [], absent: [] }

/** What a check says, told by field: sorted once by the first key, so that three hundred fields do not each look through all of it. */
export function fieldNews(issues: readonly Issue[], absent: readonly string[]): (path: string) => FieldNews {
  const byKey = new Map<string, { issues: Issue[]; absent: string[] }>()
  const newsOf = (key: string) => {
    const known = byKey.get(key) ?? { issues: [], absent: [] }
    byKey.set(key, known)
    return known
  }
  for (const issue of issues) newsOf(String(issue.path[0])).issues.push(issue)
  for (const address of absent) {
    const dot = address.indexOf('.')
    if (dot > 0) newsOf(address.slice(0, dot)).absent.push(address)
  }
  return (path) => {
    const [key = path, ...rest] = path.split('.')
    const news = byKey.get(key) ?? NO_NEWS
    if (rest.length === 0 || news === NO_NEWS) return news
    return {
      issues: news.issues.filter((issue) => isBelow(issue.path, [key, ...rest])),
      absent: news.absent.filter((address) => address.startsWith(`${path}.`)),
    }
  }
}
