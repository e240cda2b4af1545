import { ServerError } from '../errors.ts'
import { findSourceRow } from '../features/registers/row-repository.ts'
import { chinaDate } from './china-date.ts'
import { lastDay, parseDuration } from './iso-duration.ts'
import type { LocalService } from './local-service.ts'
import { nextNumber } from './numbering.ts'
import { readInput, writeSourceRow } from './register-services.ts'

/**
 * `card.issue`: a row in a register of cards, with the next number, its validity and the first status of the column. A case
 * that comes here again keeps its card and number.
 *
 * Result: `{ id, number, validFrom, validUntil }`.
 */
export const issueCard: LocalService = async (call) => {
  const { table, row, values } = readInput(call)
  const { card, key, columns } = table.definition
  if (!card) {
    throw new ServerError('SERVICE_INPUT_INVALID', {
      detail: `台账“${table.definition.title}”没有写卡的编号与有效期。`,
      elementId: call.elementId,
    })
  }
  const existing = await findSourceRow(call.sql, table, call.case.id, row)
  if (existing) {
    await writeSourceRow(call, table, row, values)
    const { [card.number]: number, [card.validFrom]: validFrom, [card.validUntil]: validUntil } = existing.values
    return { id: existing.id, number, validFrom, validUntil }
  }
  const validity = parseDuration(card.validity)
  if (!validity) throw new ServerError('SERVICE_INPUT_INVALID', { detail: `有效期 ${card.validity} 不是时长。` })
  const number = await nextNumber(call.sql, `card:${key}`, card.numbering, call.at)
  const validFrom = chinaDate(call.at)
  const validUntil = lastDay(validFrom, validity)
  const { id } = await writeSourceRow(call, table, row, {
    ...values,
    [card.number]: number,
    [card.validFrom]: validFrom,
    [card.validUntil]: validUntil,
    [card.status]: columns.find((column) => column.key === card.status)?.options?.[0]?.value ?? '有效',
  })
  return { id, number, validFrom, validUntil }
}
