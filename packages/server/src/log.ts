import { type DestinationStream, type Logger, pino } from 'pino'

/** Where libraries keep what people typed: statements with their values, heads and bodies of requests. */
const REDACTED = ['err.sql', 'err.parameters', 'err.bindings', 'err.detail', 'err.where', 'err.config', 'err.input']

/** Whatever looks like one is one: a resident's number (GB 11643), a mobile telephone, a ticket or session (JWT, JWE). */
const PERSONAL = [
  { pattern: /(?<!\d)(\d{6})\d{8}(\d{3}[\dXx])(?![\dA-Za-z])/g, mask: '$1********$2' },
  { pattern: /(?<![\d.])(1[3-9]\d)\d{4}(\d{4})(?!\d)/g, mask: '$1****$2' },
  { pattern: /eyJ[\w-]{8,}(?:\.[\w-]*){2,4}/g, mask: '[token]' },
]

/** Lines are written together, after a tenth of a second at the latest, and what is left when the process ends by itself. */
const GATHERED = { sync: false, minLength: 4096, periodicFlush: 100 }

/**
 * The log of a server: JSON lines. What is personal is masked in the finished line, whoever wrote it and wherever it stands.
 *
 * @param destination by default the standard output
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    redact: { paths: REDACTED, censor: '[redacted]' },
    hooks: { streamWrite: masked },
  }
  return pino(options, destination ?? pino.destination(GATHERED))
}

function masked(line: string): string {
  return PERSONAL.reduce((text, { pattern, mask }) => text.replace(pattern, mask), line)
}
