import { authorizationDocument } from './features/authorization-document.ts'
import { ENDPOINTS } from './features/endpoints.ts'
import { errorDocument } from './http/error-document.ts'
import { openApiDocument } from './http/openapi.ts'

/** The documents of `docs/` that are made from code: file name -> text. */
export function documents(): Record<string, string> {
  return {
    'openapi.json': `${JSON.stringify(openApiDocument(ENDPOINTS), null, 2)}\n`,
    'errors.md': errorDocument(),
    'authorization.md': authorizationDocument(),
  }
}
