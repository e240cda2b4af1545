/** A label as it is set on paper. */
export interface LabelLines {
  lines: string[]
  /** Whether the lines are spread to a width of four characters (姓　　名). */
  justified: boolean
}

/** Lines of a label; blanks within Chinese words are the typist's way to spread them and are dropped. */
export function labelLines(text: string): LabelLines {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/(?<=[\p{Script=Han}（）])[\s\u3000]+(?=[\p{Script=Han}（）])/gu, '').trim())
  return { lines, justified: lines.every((line) => /^[\p{Script=Han}]{2,4}$/u.test(line)) }
}
