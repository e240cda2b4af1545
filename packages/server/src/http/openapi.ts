import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from '@asteasolutions/zod-to-openapi'
import type { z } from 'zod'
import type { Endpoint } from './route.ts'
import { Problem } from './schema.ts'

/** The OpenAPI 3.1 document of these endpoints. Paths stand below `/api/v1`. */
export function openApiDocument(endpoints: readonly Endpoint[]): object {
  const registry = new OpenAPIRegistry()
  registry.registerComponent('securitySchemes', 'ticket', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'A signed ticket of the host system: `sub` person id, `aud` `zhupi`, at most 5 minutes.',
  })
  registry.registerComponent('securitySchemes', 'session', { type: 'apiKey', in: 'cookie', name: 'zhupi_session' })
  for (const endpoint of endpoints) registry.registerPath(pathOf(endpoint))
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Zhupi 朱批',
      version: '1',
      description: 'Forms and approvals for government OA systems. Every refusal is an RFC 9457 problem with a `code`.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
  })
}

function pathOf(endpoint: Endpoint): RouteConfig {
  const idempotent = endpoint.method === 'post' && endpoint.who !== 'anyone'
  return {
    operationId: endpoint.operationId,
    method: endpoint.method,
    path: endpoint.path.replaceAll(/:(\w+)/g, '{$1}'),
    tags: [endpoint.tag],
    summary: endpoint.summary,
    security: endpoint.who === 'anyone' ? [] : [{ session: [] }, { ticket: [] }],
    request: {
      ...(endpoint.params && { params: endpoint.params as z.ZodObject }),
      ...(endpoint.query && { query: endpoint.query as z.ZodObject }),
      ...(endpoint.body && { body: bodyOf(endpoint.body) }),
    },
    ...(idempotent && { parameters: [IDEMPOTENCY_KEY] }),
    responses: {
      [endpoint.status ?? (endpoint.response === 'none' ? 204 : 200)]: answerOf(endpoint),
      default: {
        description: 'Refused: what, which, and what to do.',
        content: { 'application/problem+json': { schema: Problem } },
      },
    },
  }
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  required: false,
  description: 'Makes a repeat harmless: the same key with the same body answers as the first time.',
  schema: { type: 'string' as const, maxLength: 128 },
}

const FILE_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

function bodyOf(body: z.ZodType | 'file') {
  if (body !== 'file') return { required: true, content: { 'application/json': { schema: body } } }
  const schema = {
    type: 'object' as const,
    properties: { file: { type: 'string' as const, format: 'binary' } },
    required: ['file'],
  }
  return { required: true, content: { 'multipart/form-data': { schema } } }
}

function answerOf({ response, path }: Endpoint) {
  if (response === 'none') return { description: 'Done.' }
  if (response === 'events') {
    return { description: 'Until either side ends it.', content: { 'text/event-stream': { schema: { type: 'string' as const } } } }
  }
  if (response !== 'file') return { description: 'Done.', content: { 'application/json': { schema: response } } }
  const type = FILE_TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
  return { description: 'The file.', content: { [type]: { schema: { type: 'string' as const, format: 'binary' } } } }
}
