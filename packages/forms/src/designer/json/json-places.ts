/** Where a value stands in JSON text: characters from, to. */
export interface TextRange {
  from: number
  to: number
}

/**
 * The place of each value of a JSON text, by its path, each key after a NUL. The text is JSON: it has been parsed.
 */
export function jsonPlaces(text: string): Map<string, TextRange> {
  const places = new Map<string, TextRange>()
  let at = 0
  const skip = () => {
    while (/\s/.test(text[at] ?? '')) at++
  }
  const readString = () => {
    const from = at++
    while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1
    at++
    return JSON.parse(text.slice(from, at)) as string
  }
  const readMembers = (path: string[], close: string) => {
    at++
    skip()
    for (let index = 0; text[at] !== close; index++) {
      let key = String(index)
      if (close === '}') {
        key = readString()
        skip()
        at++
      }
      readValue([...path, key])
      skip()
      if (text[at] === ',') at++
      skip()
    }
    at++
  }
  const readValue = (path: string[]) => {
    skip()
    const from = at
    if (text[at] === '{') readMembers(path, '}')
    else if (text[at] === '[') readMembers(path, ']')
    else if (text[at] === '"') readString()
    else while (at < text.length && !/[\s,}\]]/.test(text[at] ?? '')) at++
    places.set(pathKey(path), { from, to: at })
  }
  readValue([])
  return places
}

/** The place of a path, or of the nearest value around it that is there. */
export function placeOf(
  places: ReadonlyMap<string, TextRange>,
  path: ReadonlyArray<string | number>,
): TextRange | undefined {
  for (let length = path.length; length >= 0; length--) {
    const place = places.get(pathKey(path.slice(0, length).map(String)))
    if (place) return place
  }
  return undefined
}

/** The line of a character, from 1. */
export function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length
}

/** Where `JSON.parse` stopped, from its message; the end of the text when it does not say. */
export function syntaxErrorAt(text: string, error: unknown): number {
  const found = error instanceof Error ? /position (\d+)/.exec(error.message) : null
  return found ? Math.min(Number(found[1]), text.length) : text.length
}

function pathKey(path: readonly string[]): string {
  return path.map((key) => `\u0000${key}`).join('')
}
