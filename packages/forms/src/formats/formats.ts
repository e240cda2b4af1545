import { creditCode } from './credit-code.ts'
import { division } from './division.ts'
import { documentNumber } from './document-number.ts'
import { email } from './email.ts'
import type { Format } from './format.ts'
import { mobile } from './mobile.ts'
import { passport } from './passport.ts'
import { phone } from './phone.ts'
import { residentId } from './resident-id.ts'
import { residentIdOrPassport } from './resident-id-or-passport.ts'

/** Every format that `x-format` and `x-validator` may name. */
export const FORMATS: readonly Format[] = [
  residentId,
  creditCode,
  mobile,
  phone,
  email,
  passport,
  residentIdOrPassport,
  division,
  documentNumber,
]

const byName = new Map(FORMATS.map((format) => [format.name, format]))

/** The format of that name, or `undefined`. */
export function formatNamed(name: string): Format | undefined {
  return byName.get(name)
}
