import type { FlowModeler, StepSettings, StepView } from '@zhupi/flows/modeler'
import { useTranslation } from 'react-i18next'
import type { DefinitionVocabulary } from '../../api/types.ts'
import { Button } from '../../components/Button.tsx'
import type { FieldName } from './FlowTab.tsx'
import { PeopleList } from './PeopleList.tsx'
import { StepFields } from './StepFields.tsx'
import { StepService } from './StepService.tsx'
import { CheckLine, SelectLine, TextLine } from './step-lines.tsx'

export interface StepPanelProps {
  step: StepView
  typeName: string
  fields: readonly FieldName[]
  vocabulary: DefinitionVocabulary | undefined
  modeler: () => FlowModeler | undefined
}

const ROUNDS = ['single', 'all', 'any', 'sequential', 'vote'] as const
const ON_REJECT = ['end', 'return', 'continue', 'all'] as const
const NOBODY = ['stop', 'skip', 'administrator'] as const
const OVERDUE = ['remind', 'none', 'approve', 'reject'] as const
const BY = ['count', 'share', 'weight'] as const
const ACTIONS = ['approve', 'reject', 'return', 'transfer', 'delegate', 'addSigners', 'claim', 'cc'] as const
const DEFAULT_ACTIONS = 'approve reject return transfer claim cc'

type RoundType = (typeof ROUNDS)[number]

/** What one step does: who decides, how, what they see; a way: when it is taken. */
export function StepPanel({ step, typeName, fields, vocabulary, modeler }: StepPanelProps) {
  const { t } = useTranslation()
  const { id, type, settings } = step
  const change = (part: Partial<StepSettings>) => modeler()?.change(id, { ...settings, ...part })
  const isTask = type === 'bpmn:UserTask'
  const round = roundOf(step)

  function setRound(next: RoundType) {
    modeler()?.change(id, {
      ...settings,
      round: next === 'vote' ? { type: 'vote', threshold: '1', by: 'count' } : { type: next },
    })
    modeler()?.setMarker(id, next === 'single' ? 'none' : next === 'sequential' ? 'sequential' : 'parallel')
  }
  const option = <K extends string>(key: K, label: string): [K, string] => [key, label]

  return (
    <div className="za-step">
      <header>
        <h2>{step.name || typeName}</h2>
        <p className="za-small za-second">{typeName}</p>
      </header>
      <TextLine label={t('flow.name')} value={step.name} onChange={(name) => modeler()?.rename(id, name)} />
      {isTask && (
        <>
          <PeopleList
            people={settings.people}
            fields={fields}
            vocabulary={vocabulary}
            onChange={(people) => change({ people })}
          />
          <SelectLine
            label={t('flow.round')}
            value={round}
            options={ROUNDS.map((one) => option(one, t(`flow.rounds.${one}`)))}
            onChange={(next) => setRound(next as RoundType)}
          />
          {round === 'vote' && (
            <>
              <TextLine
                label={t('flow.threshold')}
                value={settings.round.threshold ?? ''}
                onChange={(threshold) => change({ round: { ...settings.round, threshold } })}
              />
              <SelectLine
                label={t('flow.by')}
                value={settings.round.by ?? 'count'}
                options={BY.map((one) => option(one, t(`flow.bys.${one}`)))}
                onChange={(by) => change({ round: { ...settings.round, by } })}
              />
            </>
          )}
          <SelectLine
            label={t('flow.onReject')}
            value={settings.policies.onReject ?? 'end'}
            options={ON_REJECT.map((one) => option(one, t(`flow.onRejects.${one}`)))}
            onChange={(onReject) => change({ policies: { ...settings.policies, onReject } })}
          />
          <SelectLine
            label={t('flow.nobody')}
            value={settings.policies.nobody ?? 'stop'}
            options={NOBODY.map((one) => option(one, t(`flow.nobodies.${one}`)))}
            onChange={(nobody) => change({ policies: { ...settings.policies, nobody } })}
          />
          <SelectLine
            label={t('flow.opinionField')}
            value={settings.opinion.field ?? ''}
            options={[
              option('', t('flow.opinionNone')),
              ...fields.filter(({ isOpinion }) => isOpinion).map(({ path, title }) => option(path, title)),
            ]}
            onChange={(field) => change({ opinion: { ...settings.opinion, field } })}
          />
          <div className="za-admin-choices">
            {(['required', 'signature', 'seal'] as const).map((one) => (
              <CheckLine
                key={one}
                checked={settings.opinion[one] === 'true'}
                onChange={(checked) => change({ opinion: { ...settings.opinion, [one]: String(checked) } })}
              >
                {t(one === 'required' ? 'flow.opinionRequired' : `flow.${one}`)}
              </CheckLine>
            ))}
          </div>
          <DueLine due={settings.due} onChange={(due) => change({ due })} />
          <fieldset>
            <legend>{t('flow.actions')}</legend>
            <div className="za-admin-choices">
              {ACTIONS.map((one) => {
                const allowed = (settings.actions.allow ?? DEFAULT_ACTIONS).split(/\s+/).filter(Boolean)
                const next = (checked: boolean) =>
                  checked ? [...allowed, one] : allowed.filter((other) => other !== one)
                return (
                  <CheckLine
                    key={one}
                    checked={allowed.includes(one)}
                    onChange={(checked) => change({ actions: { ...settings.actions, allow: next(checked).join(' ') } })}
                  >
                    {t(`flow.actionNames.${one}`)}
                  </CheckLine>
                )
              })}
            </div>
          </fieldset>
        </>
      )}
      {(isTask || type === 'bpmn:StartEvent') && (
        <StepFields access={settings.fields} fields={fields} onChange={(access) => change({ fields: access })} />
      )}
      {type === 'bpmn:ServiceTask' && (
        <StepService service={settings.service} vocabulary={vocabulary} onChange={(service) => change({ service })} />
      )}
      {(type === 'bpmn:ReceiveTask' || settings.subscription.correlationKey !== undefined) && (
        <TextLine
          label={t('flow.correlation')}
          hint={t('flow.correlationHint', { example: '{{ caseNumber }}' })}
          value={settings.subscription.correlationKey ?? ''}
          onChange={(correlationKey) => change({ subscription: { correlationKey } })}
        />
      )}
      {type === 'bpmn:SequenceFlow' && (
        <>
          <TextLine
            label={t('flow.condition')}
            hint={t('flow.conditionHint')}
            value={step.condition}
            onChange={(condition) => modeler()?.setCondition(id, condition)}
          />
          {step.isDefault ? (
            <p className="za-second">{t('flow.isDefault')}</p>
          ) : (
            <Button onClick={() => modeler()?.setDefault(id)}>{t('flow.makeDefault')}</Button>
          )}
        </>
      )}
      {type !== 'bpmn:StartEvent' && (
        <Button icon="trash" onClick={() => modeler()?.remove(id)}>
          {t('flow.remove')}
        </Button>
      )}
    </div>
  )
}

function roundOf({ settings, marker }: StepView): RoundType {
  if (marker === 'none') return 'single'
  if (marker === 'sequential') return 'sequential'
  const type = settings.round.type
  return type === 'any' || type === 'vote' ? type : 'all'
}

interface DueLineProps {
  due: StepSettings['due']
  onChange: (due: StepSettings['due']) => void
}

/** Days are counted here; another duration stays as it is until days are written. */
function DueLine({ due, onChange }: DueLineProps) {
  const { t } = useTranslation()
  const days = /^P(\d+)D$/.exec(due.after ?? '')?.[1] ?? ''
  const handleDays = (value: string) =>
    onChange(/^[1-9]\d{0,2}$/.test(value) ? { calendar: 'work', overdue: 'remind', ...due, after: `P${value}D` } : {})
  return (
    <>
      <TextLine label={t('flow.dueAfter')} type="number" value={days} onChange={handleDays} />
      {due.after !== undefined && (
        <SelectLine
          label={t('flow.overdue')}
          value={due.overdue ?? 'remind'}
          options={OVERDUE.map((one): [string, string] => [one, t(`flow.overdues.${one}`)])}
          onChange={(overdue) => onChange({ ...due, overdue })}
        />
      )}
    </>
  )
}
