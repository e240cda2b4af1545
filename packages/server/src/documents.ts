import { formJsonSchema } from '@zhupi/forms'
import { authorizationDocument } from './features/authorization-document.ts'
import { ENDPOINTS } from './features/endpoints.ts'
import { errorDocument } from './http/error-document.ts'
import { openApiDocument } from './http/openapi.ts'

/** The documents of `docs/` that are made from code: file name -> text. The package of forms brings its own copy of one. */
export function documents(): Record<string, string> {
  const formSchema = `${JSON.stringify(formJsonSchema(), null, 2)}\n`
  return {
    'form.schema.json': formSchema,
    '../packages/forms/form.schema.json': formSchema,
    'openapi.json': `${JSON.stringify(openApiDocument(ENDPOINTS), null, 2)}\n`,
    'errors.md': errorDocument(),
    'authorization.md': authorizationDocument(),
  }
}
