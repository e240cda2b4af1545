import type { AccessMap } from '@zhupi/forms'
import type { FormServices } from '@zhupi/forms/react'
import { useTranslation } from 'react-i18next'
import type { Case } from '../api/types.ts'
import { Dialog } from './Dialog.tsx'
import { FormSheet } from './FormSheet.tsx'

export interface PaperDialogProps {
  owner: { form: Case['form'] }
  values: Record<string, unknown>
  access: AccessMap
  services: FormServices
  onClose: () => void
}

/** The original table on a phone: the whole sheet, to be scrolled in both directions. */
export function PaperDialog({ owner, values, access, services, onClose }: PaperDialogProps) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('paper.title')} wide onClose={onClose}>
      <div className="za-paper-scroll">
        <FormSheet
          form={owner.form}
          values={values}
          access={access}
          services={services}
          layout="paper"
          zoom={0.7}
          readOnly
        />
      </div>
    </Dialog>
  )
}
