const WORDS: Record<string, string> = { approve: '同意', reject: '不同意', return: '退回' }

/** A decision in words; an outcome of a flow is its own word. */
export function decisionWord(decision: string): string {
  return WORDS[decision] ?? decision
}
