import { FlowError, type ProcessDefinition, parse, parseAll } from '@zhupi/flows'

/**
 * The processes of a diagram: the one that a matter runs, and the others, which call activities find by their ids. One of
 * the others that cannot run does not keep the first from it.
 *
 * @throws FlowError when the first cannot run
 */
export async function readProcesses(
  source: string,
): Promise<{ definition: ProcessDefinition; others: readonly ProcessDefinition[] }> {
  const definition = await parse(source)
  try {
    const [, ...others] = await parseAll(source)
    return { definition, others }
  } catch (error) {
    if (!(error instanceof FlowError)) throw error
    return { definition, others: [] }
  }
}
