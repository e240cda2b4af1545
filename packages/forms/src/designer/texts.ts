import { createContext, useContext } from 'react'
import { zhCN } from './texts/zh-cn.ts'

/** The words of the designer in one language; a language is one object of this type. */
export type DesignerTexts = typeof zhCN

export const TextsContext = createContext<DesignerTexts>(zhCN)

export function useTexts(): DesignerTexts {
  return useContext(TextsContext)
}
