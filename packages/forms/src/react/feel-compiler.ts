import { Schema } from '@formily/react'
import { createFormilyCompiler } from '../feel/index.ts'

/**
 * Makes FEEL the language of `{{ }}` for every Formily schema of this page. Without it Formily would compile
 * expressions by `new Function`, which runs whatever an imported form says and breaks under a strict CSP.
 */
export function registerFeelCompiler(): void {
  Schema.registerCompiler(createFormilyCompiler())
}
