import { useTranslation } from 'react-i18next'

const KNOWN = ['approve', 'reject', 'return', 'submit', 'resubmit', 'transfer', 'withdraw'] as const

/** A decision in words; an outcome of a flow's own is already a word. */
export function useDecisionText() {
  const { t } = useTranslation()
  return (decision: string) => {
    const known = KNOWN.find((name) => name === decision)
    return known ? t(`decision.${known}`) : decision
  }
}
