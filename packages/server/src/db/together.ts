/**
 * Waits for statements that were sent without waiting for one another; each works whatever became of those before it. They
 * run in the order in which they were sent, and where the database lets them go out together they cost one way there and back.
 *
 * @throws what the first of them threw, however many failed after it
 */
export async function together(statements: ReadonlyArray<Promise<unknown>>): Promise<void> {
  for (const result of await Promise.allSettled(statements)) if (result.status === 'rejected') throw result.reason
}
