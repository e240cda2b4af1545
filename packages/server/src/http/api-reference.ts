import { HTTP_STATUS } from './error-status.ts'
import { ERROR_TITLES } from './error-title.ts'

/** The parts of an OpenAPI document that the page shows. */
interface ApiDocument {
  info: { title: string; description?: string }
  servers?: Array<{ url: string }>
  paths: Record<string, Record<string, Operation>>
  components?: { schemas?: Record<string, Schema> }
}

interface Operation {
  operationId: string
  summary?: string
  tags?: string[]
  security?: unknown[]
  parameters?: Array<{ name: string; in: string; required?: boolean; description?: string; schema?: Schema }>
  requestBody?: { content?: Record<string, { schema?: Schema }> }
  responses: Record<string, { description?: string; content?: Record<string, { schema?: Schema }> }>
}

interface Schema {
  $ref?: string
  type?: string | string[]
  format?: string
  description?: string
  enum?: unknown[]
  const?: unknown
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  additionalProperties?: Schema | boolean
  minimum?: number
  maximum?: number
  maxLength?: number
  default?: unknown
}

/**
 * The reference of the API as one page, made from its OpenAPI document: no script, no font, nothing from elsewhere.
 * Everything folds, so that it is found by the browser's own search.
 */
export function apiReference(document: object): string {
  const api = document as ApiDocument
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags?.slice(0, 1) ?? []))]
  const prefix = api.servers?.[0]?.url ?? ''
  const sections = tags.map((tag) => {
    const own = operations.filter(({ operation }) => operation.tags?.[0] === tag)
    return `<section id="${text(tag)}"><h2>${text(tag)}</h2>${own.map((one) => operationHtml(one, prefix)).join('')}</section>`
  })
  const schemas = Object.entries(api.components?.schemas ?? {}).sort(([one], [other]) => one.localeCompare(other))
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(api.info.title)} API</title><style>${STYLE}</style></head><body>
<nav aria-label="目录"><a class="name" href="#top">${text(api.info.title)}</a>${tags.map((tag) => `<a href="#${text(tag)}">${text(tag)}</a>`).join('')}<a href="#schemas">数据结构</a><a href="#errors">错误代码</a></nav>
<main id="top"><h1>API 参考</h1><p>${text(api.info.description ?? '')}</p>
<p>机器可读：<a href="../openapi.json">openapi.json</a>（OpenAPI 3.1）。请求带会话 Cookie，或 <code>Authorization: Bearer</code> 加门户签发的票据；修改数据的请求可带 <code>Idempotency-Key</code>，重发无害。</p>
${sections.join('\n')}
<section id="schemas"><h2>数据结构</h2>${schemas.map(([name, schema]) => `<details id="schema-${text(name)}"><summary><code>${text(name)}</code> <span>${text(schema.description ?? '')}</span></summary>${fieldsHtml(schema)}</details>`).join('')}</section>
<section id="errors"><h2>错误代码</h2><p>每次拒绝都是 <code>application/problem+json</code>（RFC 9457）；按 <code>code</code> 判断，不要按文字判断。</p>
<table><thead><tr><th>code</th><th>HTTP</th><th>说明</th></tr></thead><tbody>${errorRows()}</tbody></table></section>
</main></body></html>
`
}

function operationHtml(
  { path, method, operation }: { path: string; method: string; operation: Operation },
  prefix: string,
): string {
  const { operationId, summary = '', parameters = [], requestBody, responses, security } = operation
  const [status = '200', done] = Object.entries(responses).find(([code]) => code !== 'default') ?? []
  return `<details id="${text(operationId)}"><summary><b class="${method}">${method.toUpperCase()}</b> <code>${text(path)}</code> <span>${text(summary)}</span></summary>
<p><code>${text(operationId)}</code> · ${security?.length === 0 ? '不需要登录' : '需要登录'} · <code>${method.toUpperCase()} ${text(prefix + path)}</code></p>
${parameters.length > 0 ? `<h3>参数</h3>${parametersHtml(parameters)}` : ''}
${Object.entries(requestBody?.content ?? {})
  .map(([type, { schema }]) => `<h3>请求体 <code>${text(type)}</code></h3>${fieldsHtml(schema ?? {})}`)
  .join('')}
<h3>成功 <code>${text(status)}</code></h3>${
    Object.entries(done?.content ?? {})
      .map(
        ([type, { schema }]) =>
          `<p><code>${text(type)}</code> ${typeHtml(schema ?? {})}</p>${fieldsHtml(schema ?? {})}`,
      )
      .join('') || '<p>没有内容。</p>'
  }</details>`
}

function parametersHtml(parameters: NonNullable<Operation['parameters']>): string {
  const rows = parameters.map(
    ({ name, in: place, required, description = '', schema = {} }) =>
      `<tr><td><code>${text(name)}</code>${required ? ' <em>必填</em>' : ''}</td><td>${text(place)}</td><td>${typeHtml(schema)}</td><td>${text(description || (schema.description ?? ''))}</td></tr>`,
  )
  return `<table><thead><tr><th>名称</th><th>位置</th><th>类型</th><th>说明</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

/** The members of an object, or of each object that it may be. A named one is only linked to. */
function fieldsHtml(schema: Schema): string {
  const choices = schema.oneOf ?? schema.anyOf
  if (choices)
    return choices.map((choice) => (choice.$ref ? `<p>${typeHtml(choice)}</p>` : fieldsHtml(choice))).join('')
  const rows = Object.entries(schema.properties ?? {}).map(
    ([name, field]) =>
      `<tr><td><code>${text(name)}</code>${schema.required?.includes(name) ? ' <em>必填</em>' : ''}</td><td>${typeHtml(field)}</td><td>${text(field.description ?? '')}</td></tr>`,
  )
  if (rows.length === 0) return schema.$ref ? `<p>${typeHtml(schema)}</p>` : ''
  return `<table><thead><tr><th>名称</th><th>类型</th><th>说明</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function typeHtml(schema: Schema): string {
  if (schema.$ref) {
    const name = text(schema.$ref.split('/').at(-1) ?? '')
    return `<a href="#schema-${name}">${name}</a>`
  }
  if (schema.const !== undefined) return `<code>${text(JSON.stringify(schema.const))}</code>`
  if (schema.enum) return schema.enum.map((value) => `<code>${text(JSON.stringify(value))}</code>`).join(' | ')
  const choices = schema.oneOf ?? schema.anyOf
  if (choices) return [...new Set(choices.map(typeHtml))].join(' | ')
  if (schema.items) return `${typeHtml(schema.items)}[]`
  const limits = [
    schema.format,
    schema.minimum === undefined ? '' : `≥ ${schema.minimum}`,
    schema.maximum === undefined ? '' : `≤ ${schema.maximum}`,
    schema.maxLength === undefined ? '' : `至多 ${schema.maxLength} 字`,
    schema.default === undefined ? '' : `默认 ${JSON.stringify(schema.default)}`,
  ].filter(Boolean)
  const kind = [schema.type ?? 'any'].flat().join(' | ')
  return text(limits.length > 0 ? `${kind}（${limits.join('，')}）` : kind)
}

function errorRows(): string {
  return Object.entries(ERROR_TITLES)
    .map(
      ([code, title]) =>
        `<tr id="error-${code}"><td><code>${code}</code></td><td>${HTTP_STATUS[code as keyof typeof HTTP_STATUS]}</td><td>${text(title)}</td></tr>`,
    )
    .join('')
}

function text(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

const STYLE = `
:root{color-scheme:light;--ink:#1f2329;--soft:#5c6470;--line:#dfe3e8;--red:#b3261e;--paper:#fff;--ground:#f6f7f9}
*{box-sizing:border-box}html{scroll-padding-top:16px}
body{margin:0;display:grid;grid-template-columns:220px minmax(0,1fr);font:15px/1.6 system-ui,"Noto Sans SC","Microsoft YaHei",sans-serif;color:var(--ink);background:var(--ground)}
nav{position:sticky;top:0;height:100vh;overflow:auto;padding:20px 16px;border-right:1px solid var(--line);background:var(--paper);display:flex;flex-direction:column;gap:2px}
nav a{color:var(--ink);text-decoration:none;padding:4px 8px;border-radius:4px}nav a:hover{background:var(--ground)}nav .name{font-weight:700;color:var(--red);margin-bottom:8px}
main{padding:24px 32px 80px;max-width:1080px}h1{margin:0 0 8px;font-size:26px}h2{margin:32px 0 8px;font-size:20px}h3{margin:16px 0 6px;font-size:15px}
a{color:#0b57b7}code{font:13px/1.5 ui-monospace,Consolas,monospace;overflow-wrap:anywhere}
details{border:1px solid var(--line);border-radius:6px;background:var(--paper);margin:6px 0}summary{padding:8px 12px;cursor:pointer}summary span{color:var(--soft)}
details>:not(summary){margin-left:16px;margin-right:16px}details>table{width:calc(100% - 32px);margin-bottom:14px}
summary b{display:inline-block;min-width:60px;padding:1px 6px;border-radius:4px;font:600 12px/1.6 ui-monospace,monospace;text-align:center;background:#e8f0fb;color:#0b4a8f}
b.post{background:#e6f4ea;color:#146c2e}b.put,b.patch{background:#fdf1dc;color:#7a4b00}b.delete{background:#fbe9e7;color:var(--red)}
table{border-collapse:collapse;width:100%;font-size:14px}th,td{text-align:left;vertical-align:top;padding:6px 10px;border-bottom:1px solid var(--line)}th{color:var(--soft);font-weight:500}
em{font-style:normal;font-size:12px;color:var(--red)}:focus-visible{outline:2px solid #0b57b7;outline-offset:1px}
@media(max-width:800px){body{display:block}nav{position:static;height:auto;flex-direction:row;flex-wrap:wrap;border-right:0;border-bottom:1px solid var(--line)}main{padding:16px}summary span{display:block}
table,tbody,tr,td{display:block;width:100%}thead{display:none}td{border:0;padding:2px 0}tr{border-bottom:1px solid var(--line);padding:8px 0}}
`
