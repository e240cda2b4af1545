import type { Sql } from '../../db/sql.ts'
import type { LinkedRecord } from './history-chain.ts'
import { readHistorySince } from './history-repository.ts'

/** One thing that happened while a reader had an older version open. */
export interface ChangeSince {
  at: string
  person: string | null
  /** 市工信局经办 同意（市工信局审核） */
  text: string
}

const VERBS: Record<LinkedRecord['kind'], string> = {
  started: '提交',
  resubmitted: '重新提交',
  completed: '办理',
  returned: '退回',
  withdrawn: '撤回',
  transferred: '转办',
  delegated: '请人代拟',
  resolved: '拟好交回',
  claimed: '签收',
  signersAdded: '加签',
  signersRemoved: '减签',
  copied: '抄送',
  suspended: '暂停办件',
  resumed: '恢复办件',
  jumped: '调整到别的步骤',
  migrated: '迁移到别的版本',
  message: '收到消息',
  service: '系统办理',
  timer: '到期',
  incident: '系统办理没有成功',
  commented: '留言',
  urged: '催办',
  ended: '办件结束',
}

const DECISIONS: Record<string, string> = { approve: '同意', reject: '不同意' }

/** What came after the version somebody read, first to last. */
export async function changesSince(sql: Sql, caseId: string, version: number): Promise<ChangeSince[]> {
  return describeChanges(await readHistorySince(sql, caseId, version))
}

export function describeChanges(records: readonly LinkedRecord[]): ChangeSince[] {
  return records.map((record) => ({ at: record.at, person: record.personName, text: describeRecord(record) }))
}

export function describeRecord({ kind, personName, decision, elementName, toName }: LinkedRecord): string {
  const verb = (kind === 'completed' && decision && DECISIONS[decision]) || VERBS[kind]
  const said = [personName, `${verb}${toName ? `，到“${toName}”` : ''}`].filter(Boolean).join(' ')
  return elementName ? `${said}（${elementName}）` : said
}
