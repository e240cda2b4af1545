import { legacyLogicalPropertiesTransformer, StyleProvider } from '@ant-design/cssinjs'
import type { FormDefinition } from '@zhupi/forms'
import { FormView, type FormViewProps, zhupiTheme } from '@zhupi/forms/react'
import { ConfigProvider, type ConfigProviderProps } from 'antd'
import enUS from 'antd/es/locale/en_US.js'
import zhCN from 'antd/es/locale/zh_CN.js'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Case } from '../api/types.ts'

type Locale = ConfigProviderProps['locale']

// antd writes ES modules without saying so: bundlers hand over the locale, TypeScript sees a CommonJS module.
const LOCALES: Record<string, Locale> = { 'en-US': enUS as unknown as Locale, 'zh-CN': zhCN as unknown as Locale }

export interface FormSheetProps extends Omit<FormViewProps, 'form'> {
  /** A form as the server hands it out, which has checked it. */
  form: Case['form']
}

/** A form inside what its antd fields need: theme, language, and styles that older Chromium understands. */
export function FormSheet({ form, ...rest }: FormSheetProps) {
  return (
    <AntdFrame>
      <FormView form={form as unknown as FormDefinition} {...rest} />
    </AntdFrame>
  )
}

/** Theme and language for parts drawn by antd. */
export function AntdFrame({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation()
  return (
    <StyleProvider hashPriority="high" transformers={[legacyLogicalPropertiesTransformer]}>
      <ConfigProvider theme={zhupiTheme} locale={LOCALES[i18n.language]} getPopupContainer={topmostLayer}>
        {children}
      </ConfigProvider>
    </StyleProvider>
  )
}

/** While a modal `<dialog>` is open, only what stands inside it can be used. */
function topmostLayer(): HTMLElement {
  return [...document.querySelectorAll<HTMLElement>('dialog[open]')].pop() ?? document.body
}
