import { labelLines } from '../../paper/label-lines.ts'

/** Lines of a label as offices type them: 姓  名, and under four characters 区    域. */
export function spreadLabel(text: string): string[] {
  const { lines, justified } = labelLines(text)
  if (!justified) return lines
  const longest = Math.max(...lines.map((line) => line.length))
  const width = lines.length > 1 ? Math.max(longest, 3) : 3
  return lines.map((line) =>
    [...line].join(' '.repeat(Math.max(0, Math.round(((width - line.length) * 2) / (line.length - 1))))),
  )
}
