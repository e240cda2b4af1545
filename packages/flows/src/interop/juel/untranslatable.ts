/** Thrown inside the translation of one expression; why it has no FEEL. Never leaves `translateJuel`. */
export class Untranslatable extends Error {}
