import type { Attributes, StepSettings } from '@zhupi/flows/modeler'
import { useTranslation } from 'react-i18next'
import type { DefinitionVocabulary } from '../../api/types.ts'
import { PairList } from './PairList.tsx'
import { SelectLine } from './step-lines.tsx'

export interface StepServiceProps {
  service: StepSettings['service']
  vocabulary: DefinitionVocabulary | undefined
  onChange: (service: StepSettings['service']) => void
}

const SERVICES = ['register_put', 'register_check', 'register_remove', 'card_issue', 'webhook_call'] as const

/** What is done by itself, what it is given, and what is taken from it. */
export function StepService({ service, vocabulary, onChange }: StepServiceProps) {
  const { t } = useTranslation()
  const { type = '', inputs = [], outputs = [] } = service ?? {}
  const named = (one: string) => {
    const known = SERVICES.find((service) => service === one.replace('.', '_'))
    return known ? t(`flow.services.${known}`) : one
  }
  const names = { name: t('flow.inputName'), value: t('flow.inputValue') }
  return (
    <>
      <SelectLine
        label={t('flow.service')}
        value={type}
        options={[['', '—'], ...(vocabulary?.services ?? []).map((one): [string, string] => [one, named(one)])]}
        onChange={(next) => onChange({ type: next, inputs, outputs })}
      />
      <PairList
        label={t('flow.inputs')}
        names={names}
        pairs={pairsOf(inputs)}
        onChange={(pairs) => onChange({ type, inputs: attributesOf(pairs), outputs })}
      />
      <PairList
        label={t('flow.outputs')}
        names={names}
        pairs={pairsOf(outputs)}
        onChange={(pairs) => onChange({ type, inputs, outputs: attributesOf(pairs) })}
      />
    </>
  )
}

function pairsOf(mappings: readonly Attributes[]): Record<string, string> {
  return Object.fromEntries(mappings.map(({ name = '', value = '' }) => [name, value]))
}

function attributesOf(pairs: Record<string, string>): Attributes[] {
  return Object.entries(pairs).map(([name, value]) => ({ name, value }))
}
