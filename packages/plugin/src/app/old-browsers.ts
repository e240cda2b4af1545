/*
 * What the libraries use and Chromium 86, the oldest browser we serve (domestic office computers), does not have.
 * Syntax is lowered by the build; these are the functions.
 */
function define(owner: object, name: string, value: unknown) {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, writable: true, configurable: true })
}

function at(this: ArrayLike<unknown>, index: number): unknown {
  return this[index < 0 ? this.length + index : index]
}

define(Object, 'hasOwn', (object: object, key: PropertyKey) => Object.hasOwn(object, key))
define(Array.prototype, 'at', at)
define(String.prototype, 'at', at)
define(globalThis, 'structuredClone', (value: unknown) => JSON.parse(JSON.stringify(value)))
