import { toText } from '../values/to-text.ts'
import { builtin, text } from './builtin.ts'

/** Source: DMN 1.5, 10.3.4.1 and 10.3.4.2. */
export const CONVERSION_FUNCTIONS = {
  number: builtin(
    { from: 'string', 'grouping separator': 'string?', 'decimal separator': 'string?' },
    (from, grouping, decimal) => {
      const plain = grouping ? text(from).split(text(grouping)).join('') : text(from)
      const usual = decimal && decimal !== '.' ? plain.split('.').join('#').split(text(decimal)).join('.') : plain
      const number = Number(usual)
      return Number.isNaN(number) ? null : number
    },
  ),
  string: builtin({ from: 'any' }, (from) => (from === null ? null : toText(from))),
  not: builtin({ negand: 'any' }, (negand) => (typeof negand === 'boolean' ? !negand : null)),
}
