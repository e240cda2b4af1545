import type { OpinionRule } from '@zhupi/flows'
import type { z } from 'zod'
import { type ErrorIssue, ServerError } from '../../errors.ts'
import type { Actor } from '../../http/actor.ts'
import type { KeptOpinion } from '../cases/case-record.ts'
import type { OpinionInput as OpinionSchema } from './task-schema.ts'

export type OpinionInput = z.output<typeof OpinionSchema>

/**
 * Checks an opinion against what its step demands.
 *
 * @param formal the decision counts (approve, reject): signature and seal are demanded. A return needs its reason only.
 * @throws ServerError `OPINION_INVALID` with issues, `SEAL_NOT_ALLOWED`
 */
export function checkOpinion(
  rule: OpinionRule | undefined,
  opinion: OpinionInput | undefined,
  actor: Actor,
  { formal }: { formal: boolean },
): void {
  const issues: ErrorIssue[] = []
  const missing = (part: string, message: string) => issues.push({ code: 'REQUIRED', path: ['opinion', part], message })
  if (!opinion?.text.trim() && (rule?.required || !formal)) {
    missing('text', formal ? '请填写意见。' : '请写明退回的原因。')
  }
  if (formal && rule?.signature && !opinion?.signature) missing('signature', '请签名。')
  if (formal && rule?.seal && !opinion?.seal) missing('seal', '请盖章。')
  if (issues.length) throw new ServerError('OPINION_INVALID', { issues })
  if (opinion?.seal !== undefined && (opinion.seal !== actor.unit.id || !actor.unit.seal)) {
    throw new ServerError('SEAL_NOT_ALLOWED', { seal: opinion.seal })
  }
}

/** @throws ServerError `OPINION_INVALID` when the picture is not one that the signer uploaded */
export function checkSignature(opinion: OpinionInput | undefined, owner: string | null, actor: Actor): void {
  if (!opinion?.signature || owner === actor.person.id) return
  const issue = { code: 'FILE', path: ['opinion', 'signature'], message: '签名图片不是您上传的，请重新签名。' }
  throw new ServerError('OPINION_INVALID', { issues: [issue] })
}

/** The opinion as its 意见栏 keeps it. */
export function toKeptOpinion(
  field: string,
  opinion: OpinionInput | undefined,
  { taskId, decision, actor, at }: { taskId: string; decision: string; actor: Actor; at: string },
): KeptOpinion {
  const { person, unit } = actor
  return {
    field,
    taskId,
    decision,
    text: opinion?.text.trim() ?? '',
    signer: { id: person.id, name: person.name },
    unit: { id: unit.id, name: unit.name },
    ...(opinion?.signature && { signature: opinion.signature }),
    ...(opinion?.seal && { seal: { unitId: unit.id, name: unit.name } }),
    at,
    undone: false,
  }
}
