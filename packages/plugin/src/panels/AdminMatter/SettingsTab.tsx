import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaveDraft, useVocabulary } from '../../api/admin.ts'
import type { Definition } from '../../api/types.ts'
import '../../components/admin-form.css'
import { ConflictLine } from './ConflictLine.tsx'
import { PairList } from './PairList.tsx'
import { SaveLine } from './SaveLine.tsx'
import { settingsOf } from './settings-of.ts'
import { CheckLine, SelectLine, TextLine } from './step-lines.tsx'
import { useAutosave } from './use-autosave.ts'

type Settings = Record<string, unknown>

/** The settings of a matter: what it is called, who may apply, how cases are numbered and named. */
export function SettingsTab({ definition, onReload }: { definition: Definition; onReload: () => void }) {
  const { t } = useTranslation()
  const { data: vocabulary } = useVocabulary()
  const save = useSaveDraft()
  const [settings, setSettings] = useState<Settings>(() => settingsOf(definition))
  const autosave = useAutosave<Settings>(definition.etag, (content, etag) =>
    save('matters', definition.key, { content }, etag),
  )
  const categories = useId()

  function set(change: Settings) {
    const next = { ...settings, ...change }
    setSettings(next)
    autosave.change(next)
  }
  const text = (key: string) => String(settings[key] ?? '')
  const names = (key: string, part: string) => {
    const group = settings[key] as Record<string, string[]> | undefined
    return group?.[part] ?? []
  }
  const toggle = (key: string, part: string, name: string) => {
    const chosen = names(key, part)
    const next = chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name]
    set({ [key]: { ...(settings[key] as object), [part]: next } })
  }
  const choices = (key: string, part: string, all: readonly string[], label: (name: string) => string) => (
    <div className="za-admin-choices">
      {[...new Set([...all, ...names(key, part)])].map((name) => (
        <CheckLine key={name} checked={names(key, part).includes(name)} onChange={() => toggle(key, part, name)}>
          {label(name)}
        </CheckLine>
      ))}
    </div>
  )
  const kindOf = (kind: string) => (kind in KINDS ? t(`settings.kinds.${kind as keyof typeof KINDS}`) : kind)
  const line = (key: string, label: string, hint?: string, isRequired = false) => (
    <Labelled label={label} hint={hint}>
      <span className="za-field">
        <input
          required={isRequired}
          value={text(key)}
          onChange={(event) => set({ [key]: event.target.value })}
          {...(key === 'category' && { list: categories })}
        />
      </span>
    </Labelled>
  )
  const pairs = (key: string) => (settings[key] ?? {}) as Record<string, string>

  return (
    <div className="za-settings">
      <div className="za-settings-bar">
        <h2>{t('settings.head')}</h2>
        <SaveLine autosave={autosave} />
      </div>
      {autosave.conflict && (
        <ConflictLine
          conflict={autosave.conflict}
          onKeepMine={autosave.keepMine}
          onTakeTheirs={() => {
            autosave.takeTheirs()
            onReload()
          }}
        />
      )}
      <div className="za-panel za-admin-form">
        {line('title', t('settings.title'), undefined, true)}
        <Labelled label={t('settings.description')}>
          <textarea
            className="za-text"
            value={text('description')}
            onChange={(event) => set({ description: event.target.value })}
          />
        </Labelled>
        {line('category', t('settings.category'))}
        <datalist id={categories}>
          {vocabulary?.categories.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        <fieldset>
          <legend>{t('settings.initiators')}</legend>
          <p className="za-small za-second">{t('settings.initiatorsHint')}</p>
          <h3>{t('settings.unitKinds')}</h3>
          {choices('initiators', 'unitKinds', vocabulary?.unitKinds ?? [], kindOf)}
          <h3>{t('settings.roles')}</h3>
          {choices('initiators', 'roles', vocabulary?.roles ?? [], (role) => role)}
        </fieldset>
        <fieldset>
          <legend>{t('settings.readers')}</legend>
          {choices('readers', 'roles', vocabulary?.roles ?? [], (role) => role)}
        </fieldset>
        {line(
          'numbering',
          t('settings.numbering'),
          t('settings.numberingHint', { example: 'HCK-{year}-{seq:4}' }),
          true,
        )}
        {line('caseTitle', t('settings.caseTitle'), t('settings.caseTitleHint', { example: '{{ 姓名 }}' }), true)}
        {line('digest', t('settings.digest'))}
        <PairList
          label={t('settings.prefill')}
          hint={t('settings.prefillHint', { example: '{{ initiator.unit.name }}' })}
          names={{ name: t('settings.field'), value: t('settings.value') }}
          pairs={pairs('prefill')}
          onChange={(prefill) => set({ prefill })}
        />
        <PairList
          label={t('settings.owners')}
          hint={t('settings.ownersHint')}
          names={{ name: t('flow.opinion'), value: t('settings.value') }}
          pairs={pairs('owners')}
          onChange={(owners) => set({ owners })}
        />
        <Limits
          limits={(settings.limits as Limit[] | undefined) ?? []}
          registers={vocabulary?.registers ?? []}
          onChange={(limits) => set({ limits })}
        />
        <Labelled label={t('settings.phrases')} hint={t('settings.phrasesHint')}>
          <textarea
            className="za-text"
            value={((settings.phrases as string[] | undefined) ?? []).join('\n')}
            onChange={(event) => set({ phrases: event.target.value.split('\n') })}
          />
        </Labelled>
        <fieldset>
          <legend>{t('settings.retire')}</legend>
          <div className="za-admin-choices">
            <CheckLine checked={settings.retired === true} onChange={(retired) => set({ retired })}>
              {t('settings.retired')}
            </CheckLine>
          </div>
          <p className="za-small za-second">{t('settings.retiredHint')}</p>
        </fieldset>
      </div>
    </div>
  )
}

const KINDS = { city: true, county: true, enterprise: true, province: true }

function Labelled({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label>
      {label}
      {children}
      {hint && <span className="za-small za-second">{hint}</span>}
    </label>
  )
}

interface Limit {
  register: string
  label: string
  group: Record<string, string>
}

interface LimitsProps {
  limits: Limit[]
  registers: ReadonlyArray<{ key: string; title: string }>
  onChange: (limits: Limit[]) => void
}

/** Quotas of registers that are shown while applying and deciding. */
function Limits({ limits, registers, onChange }: LimitsProps) {
  const { t } = useTranslation()
  const change = (index: number, part: Partial<Limit>) =>
    onChange(limits.map((one, at) => (at === index ? { ...one, ...part } : one)))
  return (
    <fieldset>
      <legend>{t('settings.limits')}</legend>
      <p className="za-small za-second">{t('settings.limitsHint')}</p>
      {limits.map((limit, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a quota has no name of its own
        <div key={index} className="za-admin-limit">
          <SelectLine
            label={t('settings.limitRegister')}
            value={limit.register}
            options={registers.map(({ key, title }): [string, string] => [key, title])}
            onChange={(register) => change(index, { register })}
          />
          <TextLine
            label={t('settings.limitLabel')}
            value={limit.label}
            onChange={(label) => change(index, { label })}
          />
          <PairList
            label={t('settings.limitGroup')}
            names={{ name: t('settings.field'), value: t('settings.value') }}
            pairs={limit.group}
            onChange={(group) => change(index, { group })}
          />
          <button
            type="button"
            className="za-button za-button-link"
            onClick={() => onChange(limits.filter((_, at) => at !== index))}
          >
            {t('settings.remove')}
          </button>
        </div>
      ))}
      <button
        type="button"
        className="za-button za-button-link"
        disabled={registers.length === 0}
        onClick={() => onChange([...limits, { register: registers[0]?.key ?? '', label: '', group: {} }])}
      >
        {t('settings.add')}
      </button>
    </fieldset>
  )
}
