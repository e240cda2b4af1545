import { ForeignElement, of } from '../foreign-element.ts'
import { readConditionText, readValue } from '../texts.ts'
import type { Concept } from './concept.ts'

/** Over what a marker repeats, and under which name each entry is known; `take` removes it from the marker. */
export interface Collection {
  collection: string
  item: string
  take(): void
}

/** Looks without taking, since a round may not come of it. */
export function collectionOf(marker: ForeignElement): Collection | undefined {
  const { prefixes } = marker.diagram
  const attribute = (name: string) =>
    [...prefixes].flatMap((prefix) => marker.element.$attrs[`${prefix}:${name}`]?.trim() || [])[0]
  const zeebe = marker.element.extensionElements?.values?.find(
    ({ $type }) => marker.diagram.isForeign($type) && $type.endsWith(':loopCharacteristics'),
  )
  const collection = attribute('collection') ?? of(zeebe, 'inputCollection')
  const item = attribute('elementVariable') ?? of(zeebe, 'inputElement')
  if (collection === undefined || item === undefined) return undefined
  return {
    collection,
    item,
    take() {
      marker.take('collection')
      marker.take('elementVariable')
      marker.takeExtensions('loopCharacteristics')
    },
  }
}

/** Every other repetition: the collection, the entry's name, what is gathered, how often, and until when. */
export const multiInstance: Concept = (at) => {
  const { element } = at
  if (!element.loopCharacteristics) return
  const marker = new ForeignElement(element.loopCharacteristics, at.diagram)
  translateCollection(marker)
  for (const name of ['loopCardinality', 'completionCondition', 'loopCondition'] as const)
    translateExpression(marker, name)
}

function translateCollection(marker: ForeignElement): void {
  const [zeebe] = marker.takeExtensions('loopCharacteristics')
  const given = {
    collection: marker.take('collection') ?? of(zeebe, 'inputCollection'),
    elementVariable: marker.take('elementVariable') ?? of(zeebe, 'inputElement'),
    resultCollection: of(zeebe, 'outputCollection'),
    outputElement: of(zeebe, 'outputElement'),
  }
  for (const [name, text] of Object.entries(given)) {
    if (text === undefined) continue
    const isExpression = name === 'collection' || name === 'outputElement'
    const value = isExpression ? marker.value(name, text) : text
    if (value === undefined) continue
    marker.set(`${name} ${text}`, name, isExpression ? `{{ ${value} }}` : value)
  }
}

function translateExpression(
  marker: ForeignElement,
  name: 'loopCardinality' | 'completionCondition' | 'loopCondition',
): void {
  const held = marker.element[name]
  const body = held?.body?.trim()
  if (!held || !body) return
  const { renamed } = marker.diagram
  const read = name === 'loopCardinality' ? readValue(body, renamed) : readConditionText(body, renamed)
  if (!read) return
  if ('why' in read) {
    marker.refused(name, body, read.why)
    return
  }
  held.body = read.text
  if (read.text !== body) marker.changed(body, read.text)
}
