import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { administrationZh } from './administration-zh-cn.ts'
import { zhCN } from './zh-CN.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof zhCN & typeof administrationZh }
  }
}

/** Chooses the language: English where it is asked for, Chinese otherwise. Also names it on the document. */
export async function startTranslation(preferred: string): Promise<void> {
  const english = preferred.toLowerCase().startsWith('en')
  const language = english ? 'en-US' : 'zh-CN'
  const texts = english ? (await import('./en-US.ts')).enUS : zhCN
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: texts } },
    interpolation: { escapeValue: false },
    returnNull: false,
    showSupportNotice: false,
  })
  document.documentElement.lang = language
}
