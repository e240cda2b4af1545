import type { ProcessDefinition } from '../definition/process-definition.ts'
import { nameOf, type Words } from './words.ts'

/** An open element, or a flow before a join, that has no place in the newer version. */
export interface MigrationDecision {
  id: string
  what: 'element' | 'sequenceFlow'
  /** Ids in the newer version; null: it is given up. */
  candidates: (string | null)[]
  words: Words
}

/** Why a case cannot move. */
export interface MigrationProblem {
  reason: keyof typeof REASONS
  /** Of the older version; of a join that starves, of the newer. */
  id: string
  words: Words
}

const REASONS = {
  ended: { zh: '办件已经办结', en: 'The case has ended' },
  'other-process': { zh: '办件用的不是这个流程', en: 'The case runs another process' },
  'mapping-invalid': { zh: '对应关系中的「%」无效', en: '“%” of the mapping is no valid pair' },
  'no-place': { zh: '%在新版本中没有可去的地方', en: 'The % has no place in the newer version' },
  'scope-gone': {
    zh: '%正在办理，新版本中没有它，先把办件跳转出来',
    en: 'The % is open and the newer version has none: jump out of it first',
  },
  'join-starves': {
    zh: '%要等的分支，这个办件不会再有',
    en: 'The % waits for a branch that this case will not have',
  },
  'token-doubled': {
    zh: '并行的两条分支在%会各走一遍，新版本不再汇合它们',
    en: 'Two branches would both run through the %, which the newer version no longer joins before',
  },
} as const

export function problem(
  reason: MigrationProblem['reason'],
  definition: ProcessDefinition,
  id: string,
): MigrationProblem {
  const name = labelOf(definition, id)
  const { zh, en } = REASONS[reason]
  return { reason, id, words: { zh: zh.replace('%', name.zh), en: en.replace('%', name.en) } }
}

export function decision(
  definition: ProcessDefinition,
  id: string,
  candidates: readonly (string | null)[],
): MigrationDecision {
  const name = labelOf(definition, id)
  return {
    id,
    what: definition.sequenceFlows[id] ? 'sequenceFlow' : 'element',
    candidates: [...candidates],
    words: { zh: `${name.zh}在新版本中去哪里？`, en: `Where does the ${name.en} go in the newer version?` },
  }
}

/** What people call it; of a flow, the branch that it ends. */
export function labelOf({ elements, sequenceFlows }: ProcessDefinition, id: string): Words {
  const flow = sequenceFlows[id]
  const element = elements[flow ? flow.source : id]
  if (!element) return { zh: id, en: id }
  const name = nameOf(element)
  return flow ? { zh: `办完「${element.name || element.id}」的分支`, en: `branch after the ${name.en}` } : name
}
