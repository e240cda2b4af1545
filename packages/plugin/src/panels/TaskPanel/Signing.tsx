import { SignatureDialog } from '@zhupi/forms/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormServices } from '../../api/form-services.ts'
import { Button } from '../../components/Button.tsx'
import { Choice } from '../../components/Choice.tsx'
import { AntdFrame } from '../../components/FormSheet.tsx'
import type { TaskDesk } from './task-desk.ts'

/** Signature and seal, where the step wants them. */
export function Signing({ desk }: { desk: TaskDesk }) {
  const { t } = useTranslation()
  const { opinion } = desk.task
  const { decision, decide } = desk
  if (decision.type !== 'approve' || (!opinion.signature && !opinion.seal)) return null
  return (
    <dl className="za-signing">
      {opinion.signature && (
        <>
          <dt>{t('task.signature')}</dt>
          <dd>
            <SignatureChoice value={decision.signature} onChange={(signature) => decide({ signature })} />
          </dd>
        </>
      )}
      {opinion.seal && (
        <>
          <dt>{t('task.seal')}</dt>
          <dd>
            {opinion.seals.length > 0 ? (
              <Choice
                bare
                label={t('task.seal')}
                value={decision.seal ?? ''}
                options={opinion.seals.map((unit) => ({ value: unit.id, label: unit.name }))}
                onChange={(seal) => decide({ seal })}
              />
            ) : (
              <span className="za-muted za-small">{t('task.noSealHeld')}</span>
            )}
          </dd>
        </>
      )}
    </dl>
  )
}

function SignatureChoice({ value, onChange }: { value?: string; onChange: (fileId: string) => void }) {
  const { t } = useTranslation()
  const services = useFormServices()
  const [open, setOpen] = useState(false)
  const [saving, setSaving] = useState(false)
  const [failed, setFailed] = useState(false)

  async function handleSigned(picture: Blob) {
    setSaving(true)
    setFailed(false)
    try {
      onChange((await services.upload(picture, 'signature.png')).id)
    } catch {
      setFailed(true)
    } finally {
      setSaving(false)
      setOpen(false)
    }
  }
  return (
    <>
      {value && <img className="za-signature" src={services.fileUrl(value)} alt={t('task.signature')} />}
      <Button size="small" icon="signature" onClick={() => setOpen(true)}>
        {t(value ? 'task.signAgain' : 'task.sign')}
      </Button>
      {failed && <span className="za-wrong za-small">{t('task.signFailed')}</span>}
      {open && (
        <AntdFrame>
          <SignatureDialog
            title={t('task.signature')}
            saving={saving}
            onSigned={(picture) => void handleSigned(picture)}
            onCancel={() => setOpen(false)}
          />
        </AntdFrame>
      )}
    </>
  )
}
