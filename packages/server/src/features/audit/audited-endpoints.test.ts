import { expect, it } from 'vitest'
import { ADMINISTRATOR_ROLES } from '../../http/actor.ts'
import { limitedKindOf } from '../../http/rate-limits.ts'
import { ENDPOINTS } from '../endpoints.ts'

it('is told by every endpoint through which something is taken away, and by every change of an administrator', () => {
  const silent = ENDPOINTS.filter((endpoint) => {
    const { method, who, audited } = endpoint
    const takesAway = limitedKindOf(endpoint) === 'export'
    const changes = Object.hasOwn(ADMINISTRATOR_ROLES, who) && method !== 'get'
    return (takesAway || changes) && audited === undefined
  })
  expect(silent.map(({ operationId }) => operationId)).toEqual([])
})
