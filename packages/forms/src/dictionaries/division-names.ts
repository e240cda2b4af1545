import names from './division-names.json' with { type: 'json' }

/** A division as it is numbered: `37`, `3703`, `370303`. */
export interface NumberedDivision {
  code: string
  name: string
  children?: NumberedDivision[]
}

/**
 * The divisions of GB/T 2260 from their names in the order of their codes: `,` goes on to the next, `(…)` holds those below. A number is
 * written only where one is left out, so that the list is two thirds of its size in a browser; cities without counties go on with
 * five digits (东莞 441900003). `division-names.test.ts` holds it against the package it was made of.
 */
export function numberedDivisions(): NumberedDivision[] {
  let at = 0
  function level(prefix: string): NumberedDivision[] {
    const found: NumberedDivision[] = []
    let number: string | undefined
    while (at < names.length) {
      const [, digits = '', name = ''] = /^(\d*)([^\d(),]+)/.exec(names.slice(at, at + LONGEST)) ?? []
      at += digits.length + name.length
      number = digits === '' ? after(number) : digits.padStart(2, '0')
      const code = prefix + number
      const isAbove = names[at] === '('
      if (isAbove) at += 1
      found.push(isAbove ? { code, name, children: level(code) } : { code, name })
      at += 1
      if (names[at - 1] !== ',') break
    }
    return found
  }
  return level('')
}

/** No number with its name is longer. */
const LONGEST = 40

function after(number = '00'): string {
  return String(Number(number) + 1).padStart(number.length, '0')
}

/** The names as `numberedDivisions` reads them. */
export function divisionNames(divisions: readonly NumberedDivision[], prefix = ''): string {
  let last: string | undefined
  return divisions
    .map(({ code, name, children }) => {
      const number = code.slice(prefix.length)
      const digits = number === after(last) ? '' : number.length > 2 ? number : String(Number(number))
      last = number
      return `${digits}${name}${children ? `(${divisionNames(children, code)})` : ''}`
    })
    .join(',')
}
