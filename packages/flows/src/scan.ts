/**
 * The words of a text, one after the other, as a pattern reads them.
 *
 * @param pattern sticky (`y`); each match takes at least one sign
 * @returns undefined when something in the text is no word
 */
export function scan(pattern: RegExp, text: string): RegExpExecArray[] | undefined {
  const words: RegExpExecArray[] = []
  const end = text.trimEnd().length
  pattern.lastIndex = 0
  while (pattern.lastIndex < end) {
    const word = pattern.exec(text)
    if (!word) return undefined
    words.push(word)
  }
  return words
}
