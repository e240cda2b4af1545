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

/** Of what is run for every instance: the activity. */
export function wholeOf(key: string): string | undefined {
  return key.endsWith('#each') ? key.slice(0, -'#each'.length) : undefined
}

/** What stands before the id in a key: empty, or that of the called process around it. */
export function prefixIn(key: string): string {
  return key.slice(0, key.lastIndexOf('/') + 1)
}

/** The id as it is drawn. */
export function bareIdOf(key: string): string {
  const id = key.slice(prefixIn(key).length)
  return wholeOf(id) ?? id
}

/** The key whichever version of a process is called: `process/element` for `process@version/element` as well. */
export function versionlessKey(key: string): string {
  return key.replace(/@[^/]*\//, '/')
}
