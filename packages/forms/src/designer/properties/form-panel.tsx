import { Input, Switch } from 'antd'
import { onForm } from '../document/draft.ts'
import { setForm } from '../document/edits/set-properties.ts'
import { useDesigner } from '../state/use-designer.ts'
import { useTexts } from '../texts.ts'
import { Panel } from './panel.tsx'

/** What the form and its paper say besides the table. */
export function FormPanel() {
  const designer = useDesigner()
  const texts = useTexts()
  const words = texts.properties
  const { form, readOnly } = designer
  const { paper } = form
  const text = (label: string, value: string, change: (value: string) => Parameters<typeof setForm>) => (
    <div className="zpd-line">
      <span>{label}</span>
      <Input
        size="small"
        aria-label={label}
        value={value}
        disabled={readOnly}
        onChange={(event) => designer.run(onForm(setForm(...change(event.target.value))), `form ${label}`)}
      />
    </div>
  )
  const flag = (label: string, checked: boolean, change: (on: boolean) => Parameters<typeof setForm>) => (
    <div className="zpd-line">
      <span>{label}</span>
      <Switch
        size="small"
        checked={checked}
        disabled={readOnly}
        aria-label={label}
        onChange={(on) => designer.run(onForm(setForm(...change(on))))}
      />
    </div>
  )
  return (
    <Panel title={words.form}>
      {text(words.formTitle, form.title, (title) => [{ title }])}
      {paper && (
        <>
          {text(words.paperTitle, paper.title, (title) => [{}, { title }])}
          {text(words.caption, paper.caption ?? '', (caption) => [{}, { caption: caption || undefined }])}
          <div className="zpd-line">
            <span>{words.notes}</span>
            <Input.TextArea
              autoSize={{ minRows: 2, maxRows: 8 }}
              value={(paper.notes ?? []).join('\n')}
              disabled={readOnly}
              aria-label={words.notes}
              onChange={({ target }) =>
                designer.run(
                  onForm(setForm({}, { notes: target.value === '' ? undefined : target.value.split('\n') })),
                  'notes',
                )
              }
            />
          </div>
          {flag(words.duplex, paper.duplex === true, (on) => [{}, { duplex: on || undefined }])}
          {flag(words.landscape, paper.orientation === 'landscape', (on) => [
            {},
            { orientation: on ? 'landscape' : undefined },
          ])}
        </>
      )}
    </Panel>
  )
}
