/**
 * Keys of elements in a definition. An element of the diagram has its own id; one of a called process is
 * `process/id`; what is run again and again by a marker on an activity is `id#each`. Ids of BPMN hold neither sign.
 */

/** What stands before the ids of a called process. */
export function prefixOf(processKey: string): string {
  return `${processKey}/`
}

/** What is run once for every instance of the activity. */
export function eachOf(elementId: string): string {
  return `${elementId}#each`
}

/** The id as it is drawn. */
export function bareIdOf(key: string): string {
  const id = key.slice(key.lastIndexOf('/') + 1)
  return id.endsWith('#each') ? id.slice(0, -'#each'.length) : id
}
