import type { Endpoint } from '../http/route.ts'
import { ASKERS, AUTHORIZATION_RULES } from './authorization-rules.ts'
import { ENDPOINTS } from './endpoints.ts'

/** `docs/authorization.md`: each endpoint and each kind of asker, with the status that a test has seen. */
export function authorizationDocument(): string {
  return `# Who may what

Each endpoint below \`/api/v1\` and each kind of person who may ask it, with the status of the answer. The table is the
test: \`packages/server/src/features/authorization.test.ts\` asks every endpoint of \`openapi.json\` as each of them on a running server,
and an endpoint without a row fails it. This page is generated from the code (\`npx tsx --conditions=source scripts/docs.mjs\`).

- **nobody** has no session; **initiator** started the case that is asked about; **candidate** has its open task; **reader** may
  read the cases of the matter and edit a register, by role; **other** is a person of another enterprise; **administrator**, **security** and
  **auditor** are the system, security and audit administrators, who have no part in cases; **integration** is the account of another system.
- 401: sign in first. 403: may not. 404: may not, and learns not even that it exists. Any other status is the answer to one who
  may: 409 and 428 say that the state of things, not the person, stands in the way.
- Lists are answered to every person with what is theirs: an empty list where nothing is. Of a batch each item is answered by itself.

| | ${ASKERS.join(' | ')} |
|---|${ASKERS.map(() => '---|').join('')}
${ENDPOINTS.map(line).join('\n')}
`
}

function line({ method, path, operationId }: Endpoint): string {
  const rule = AUTHORIZATION_RULES[operationId]
  const statuses = ASKERS.map((asker) => rule?.[asker] ?? '')
  return `| \`${method.toUpperCase()} ${path}\` | ${statuses.join(' | ')} |`
}
