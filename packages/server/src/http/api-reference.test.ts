import { expect, it } from 'vitest'
import { createShell } from '../../test/shell.ts'
import { temporaryServer } from '../../test/temporary-server.ts'
import { ENDPOINTS } from '../features/endpoints.ts'
import { apiReference } from './api-reference.ts'
import { ERROR_TITLES } from './error-title.ts'
import { openApiDocument } from './openapi.ts'

const page = apiReference(openApiDocument(ENDPOINTS))

it('shows every endpoint and every error, each under its own address', () => {
  for (const { operationId } of ENDPOINTS) expect(page).toContain(`<details id="${operationId}">`)
  for (const code of Object.keys(ERROR_TITLES)) expect(page).toContain(`id="error-${code}"`)
})

it('links to nothing that is not there', () => {
  const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
  for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target)
})

it('is one page: no script, nothing from elsewhere, and no text becomes markup', async () => {
  expect(page).not.toMatch(/<script|<link|<img|@import|url\(|\bon\w+=/)
  const hostile = [{ ...ENDPOINTS[0], summary: '<img src=x onerror=alert(1)>' }] as unknown as typeof ENDPOINTS
  expect(apiReference(openApiDocument(hostile))).not.toContain('<img')
  const answer = await fetch(`${await temporaryServer(await createShell())}/docs/api`)
  expect(answer.headers.get('content-type')).toContain('text/html')
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'")
})
