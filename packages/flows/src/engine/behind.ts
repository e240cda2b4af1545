import type { Activation, Round, Seat } from './instance.ts'

/**
 * What lies behind, as text: a line for each visit that was left and is no more than its element, where it came from and
 * who decided. JSON costs by the value far more than by the letter, and of the forty visits behind the forty-first step
 * that step needs none: they stay text until a return, a withdrawal or a migration asks for them.
 *
 * ```
 * ;element id from done scope[ number roundId outcome[ task,by,decision[,people]]…]
 * ```
 *
 * What is absent is empty, a round's id also where it is the usual one, and people where they are who decided. `from` and
 * `people` are separated by commas. Nothing is escaped: a visit with a word that holds a separator, or with anything else
 * to tell, has no line and stays an object. The lines stand in the order of the visits' numbers.
 */

const FIELDS: ReadonlySet<string> = new Set<keyof Activation>(['id', 'element', 'from', 'scope', 'done', 'round'])
const ROUND_FIELDS: ReadonlySet<string> = new Set<keyof Round>(['id', 'number', 'seats', 'outcome'])
const SEAT_FIELDS: ReadonlySet<string> = new Set<keyof Seat>(['people', 'task', 'by', 'decision'])
const WORD = /^[^ ,;]+$/

/** The usual id of a round: unique in its case, and told by its visit. */
export function roundIdOf(activationId: number, number: number): string {
  return `${activationId}.${number}`
}

/** The line of a visit; undefined for one that is open or has more to tell. */
export function toLine(activation: Activation): string | undefined {
  const { id, element, from, done, scope = '', round } = activation
  if (done === undefined || !WORD.test(element) || !hasOnly(activation, FIELDS)) return undefined
  const visit = `;${element} ${id} ${from.join(',')} ${done} ${scope}`
  if (!round) return visit
  const theirs = toWords(id, round)
  return theirs && `${visit} ${theirs}`
}

function toWords(activationId: number, round: Round): string | undefined {
  const { id, number, outcome, seats } = round
  if (!hasOnly(round, ROUND_FIELDS) || !isWord(id) || !isWord(outcome)) return undefined
  let words = `${number} ${id === roundIdOf(activationId, number) ? '' : id} ${outcome ?? ''}`
  for (const seat of seats) {
    const { people, task, by, decision } = seat
    if (!hasOnly(seat, SEAT_FIELDS) || ![task, by, decision, ...people].every(isWord)) return undefined
    words += ` ${task ?? ''},${by ?? ''},${decision ?? ''}`
    if (people.length !== 1 || people[0] !== by) words += `,${people.join(',')}`
  }
  return words
}

function hasOnly(thing: object, fields: ReadonlySet<string>): boolean {
  for (const field in thing) {
    if (!fields.has(field) && (thing as Record<string, unknown>)[field] !== undefined) return false
  }
  return true
}

function isWord(text: string | undefined): boolean {
  return text === undefined || WORD.test(text)
}

/** The visits of all lines, in the order of their numbers. */
export function fromLines(behind: string): Activation[] {
  return behind.split(';').slice(1).map(fromLine)
}

function fromLine(line: string): Activation {
  const [element = '', id, from = '', done, scope, number, roundId, outcome, ...seats] = line.split(' ')
  const activation: Activation = { id: Number(id), element, from: from ? from.split(',').map(Number) : [] }
  if (scope) activation.scope = Number(scope)
  activation.done = Number(done)
  if (number === undefined) return activation
  const usual = roundIdOf(activation.id, Number(number))
  const round: Round = { id: roundId || usual, number: Number(number), seats: seats.map(fromSeat) }
  if (outcome) round.outcome = outcome
  return { ...activation, round }
}

function fromSeat(words: string): Seat {
  const [task, by, decision, ...people] = words.split(',')
  const seat: Seat = { people: by && people.length === 0 ? [by] : people.filter((person) => person !== '') }
  if (task) seat.task = task
  if (by) seat.by = by
  if (decision) seat.decision = decision
  return seat
}

/** Puts the lines of visits among those that stand already. Both are in the order of the visits' numbers. */
export function withLines(behind: string, added: readonly { id: number; line: string }[]): string {
  if (behind === '') return added.map(({ line }) => line).join('')
  return added.reduce(withLine, behind)
}

function withLine(behind: string, { id, line }: { id: number; line: string }): string {
  let end = behind.length
  while (end > 0) {
    const start = behind.lastIndexOf(';', end - 1)
    if (idAt(behind, start) < id) break
    end = start
  }
  return behind.slice(0, end) + line + behind.slice(end)
}

function idAt(behind: string, start: number): number {
  const place = behind.indexOf(' ', start) + 1
  return Number(behind.slice(place, behind.indexOf(' ', place)))
}

/** True when a visit of the element is among the lines. */
export function wasPassed(behind: string, element: string): boolean {
  return behind.includes(`;${element} `)
}
