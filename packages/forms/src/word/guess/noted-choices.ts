import { clean } from './form-cell.ts'
import { safeText } from './label.ts'

/**
 * Choices that the notes below the table list for a field: 企业类型请填写：A或B。 An enumeration of two to eight short words counts,
 * a sentence does not.
 *
 * @param title label of the field
 */
export function notedChoices(title: string, notes: readonly string[]): string[] | undefined {
  const name = clean(title)
  if (name.length < 2) return undefined
  for (const note of notes.map(clean)) {
    const at = note.indexOf(name)
    const before = at > 0 ? (note[at - 1] ?? '') : ''
    if (at < 0 || !/^[：:。；;、.．，,“「）)\d]?$/.test(before)) continue
    const rest = note.slice(at + name.length).replace(/^[”」]?(一?栏)?/, '')
    const listed =
      /^(?:请|可|应|须|按)?(?:选填|填写|填报|选择|填|选|分为|包括)[：:]?(.{3,200}?)(?:[。；;]|中(?:的)?一项|$)/.exec(
        rest,
      )?.[1]
    const options = (listed ?? '').split(/或者|或|、|\/|，|,/).map((option) => safeText(option.trim()))
    const short = options.every((option) => option.length > 0 && option.length <= 40 && !/[：:]/.test(option))
    if (options.length >= 2 && options.length <= 8 && short && new Set(options).size === options.length) return options
  }
  return undefined
}
