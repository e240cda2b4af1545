import type { Text } from '../../text.ts'

/** Thrown inside the translation of one expression; why it has no FEEL. Never leaves `translateJuel`. */
export class Untranslatable extends Error {
  readonly why: Text

  constructor(why: Text) {
    super(why.en)
    this.why = why
  }
}
