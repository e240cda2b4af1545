/** What is said to people, in both languages of the interface. */
export interface Text {
  zh: string
  en: string
}
