import serialize from 'canonicalize'

// The package's types describe an ES module; what Node loads is the function itself.
const canonicalize = serialize as unknown as (value: unknown) => string | undefined

/** The one JSON text of a value: equal values, equal text. Source: RFC 8785 (JSON Canonicalization Scheme). */
export function canonicalJson(value: unknown): string {
  return canonicalize(value) ?? 'null'
}
