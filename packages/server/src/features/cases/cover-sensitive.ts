import { type FormDefinition, type FormValues, maskValues } from '@zhupi/forms'

/** Shorter texts occur by chance, inside of words that tell nothing. */
const MIN_LENGTH = 6

/** A text with every sensitive value of the form that occurs in it covered, as titles stand in lists that many read. */
export function coverSensitive(form: FormDefinition, values: FormValues, text: string): string {
  let covered = text
  for (const [plain, mask] of differences(values, maskValues(form, values))) {
    if (plain.length >= MIN_LENGTH) covered = covered.replaceAll(plain, mask)
  }
  return covered
}

function* differences(plain: unknown, masked: unknown): Generator<[string, string]> {
  if (typeof plain === 'string') {
    if (typeof masked === 'string' && plain !== masked) yield [plain, masked]
  } else if (typeof plain === 'object' && plain !== null && typeof masked === 'object' && masked !== null) {
    for (const [key, value] of Object.entries(plain)) {
      yield* differences(value, (masked as Record<string, unknown>)[key])
    }
  }
}
