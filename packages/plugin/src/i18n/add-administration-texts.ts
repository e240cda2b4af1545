import i18next from 'i18next'

/**
 * Brings the texts of the screens that administrators open: most people never read them. To be awaited before such a
 * screen is drawn.
 */
export async function addAdministrationTexts(): Promise<void> {
  const { language } = i18next
  const texts =
    language === 'en-US'
      ? (await import('./administration-en-us.ts')).administrationEn
      : (await import('./administration-zh-cn.ts')).administrationZh
  i18next.addResourceBundle(language, 'translation', texts, true)
}
