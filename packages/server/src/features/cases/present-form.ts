import type { FormDefinition } from '@zhupi/forms'

/** A form as it goes out: the file's own keys. */
export function presentForm({ key, title, schema, paper, dictionaries }: FormDefinition) {
  return { key, title, schema: { ...schema }, ...(paper && { paper }), ...(dictionaries && { dictionaries }) }
}
