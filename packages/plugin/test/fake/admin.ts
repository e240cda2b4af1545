import type { FormDefinition } from '@zhupi/forms'
import type {
  DefinitionImpact,
  DefinitionIssue,
  Migration,
  MigrationSurvey,
  PublicationSchedule,
} from '../../src/api/types.ts'
import { starterOf } from '../../src/panels/AdminMatter/starter.ts'
import { json, problem } from './answers.ts'

/** The drafts of one matter, its form and its flow, and what the server says of them. */
export interface FakeDefinitions {
  drafts: Record<string, { content: unknown; etag: string }>
  issues: DefinitionIssue[]
  impact: DefinitionImpact
  migrations: Migration[]
  schedule: PublicationSchedule['schedule']
  /** Whether the matter is published: only then are there cases to move. */
  isPublished: boolean
}

const AT = '2026-03-18T02:00:00.000Z'

export function fakeDefinitions(): FakeDefinitions {
  const imported = {
    key: 'x',
    title: 'x',
    schema: {
      type: 'object',
      properties: {
        姓名: { type: 'string', title: '姓名', required: true, 'x-component': 'Input' },
        用人单位意见: { type: 'object', title: '用人单位意见', 'x-component': 'Opinion' },
      },
    },
  } as unknown as FormDefinition
  const { form, flow, matter } = starterOf({ key: 'm1', title: '人才引进', category: '人才', imported })
  return {
    drafts: {
      'forms/m1': { content: form, etag: 'f0' },
      'flows/m1': { content: flow, etag: 'l0' },
      'matters/m1': { content: matter, etag: 'm0' },
    },
    issues: [
      {
        kind: 'flow',
        key: 'm1',
        code: 'NO_PEOPLE',
        severity: 'warning',
        message: '“用人单位意见”没有写谁来办。',
        path: ['step-1'],
        element: 'step-1',
      },
    ],
    migrations: [],
    schedule: null,
    isPublished: false,
    impact: {
      items: [
        {
          matter: 'm1',
          matterTitle: '人才引进',
          version: 1,
          steps: [{ id: 'old', name: '复核' }],
          count: 4,
          fate: 'keeps',
          gone: [{ id: 'old', name: '复核' }],
        },
      ],
      surveys: [
        {
          matter: 'm1',
          version: 1,
          open: 4,
          examined: 4,
          moves: 2,
          needsDecision: 1,
          cannot: 1,
          reasons: [],
          staying: [
            {
              caseId: 'c9',
              number: 'RC-2026-0009',
              verdict: 'cannot',
              words: [{ zh: '「复核」正在加签', en: 'Signers are being added at 复核' }],
            },
            {
              caseId: 'c10',
              number: 'RC-2026-0010',
              verdict: 'needs-decision',
              words: [{ zh: '新版没有「复核」', en: 'The new version has no 复核' }],
            },
          ],
        },
      ],
    },
  }
}

interface Asked {
  method: string
  path: string
  body: Record<string, unknown>
  headers: Headers
}

/** Drafts are kept with their etags, as the server does; everything else is answered alike. */
export function answerAdmin(state: FakeDefinitions, { method, path, body, headers }: Asked): Response {
  const route = `${method} ${path}`
  if (route === 'GET /admin/matters') return json({ items: [summary] })
  if (route === 'GET /admin/matters/m1/schedule') return json({ schedule: state.schedule })
  if (route === 'PUT /admin/matters/m1/schedule') {
    const scheduled = { scheduledBy: '市人社局系统管理员', scheduledAt: AT, isCurrent: true, failure: null }
    state.schedule = { publishAt: String(body.publishAt), note: String(body.note), ...scheduled }
    return json({ schedule: state.schedule })
  }
  if (route === 'DELETE /admin/matters/m1/schedule') {
    state.schedule = null
    return new Response(null, { status: 204 })
  }
  if (route === 'GET /admin/vocabulary') return json(vocabulary)
  if (route === 'GET /admin/matters/m1/versions') return json({ items: VERSIONS })
  if (route.startsWith('GET /admin/matters/m1/versions/')) {
    return json({ changes: [{ area: 'form', kind: 'added', path: '姓名', message: '新增了「姓名」', breaks: false }] })
  }
  if (route === 'POST /admin/matters/m1/versions/1/restore') {
    if (headers.get('If-Match') !== '"c1"') return problem(412, 'DEFINITION_DRAFT_CHANGED', '')
    return json({ parts: [{ kind: 'form', key: 'm1' }] })
  }
  if (route === 'GET /admin/migrations') {
    return json({ current: 2, open: [{ version: 1, count: 4 }], items: state.migrations })
  }
  if (route === 'POST /admin/migrations') return json(migrate(state, body))
  if (/^POST \/admin\/cases\/[^/]+\/migrate$/.test(route)) {
    return json({ caseId: 'c-06', version: 8, matterVersion: Number(body.to) })
  }
  const [, collection, key, part = ''] = /^\/admin\/(\w+)\/([\w-]+)(\/\w+)?$/.exec(path) ?? []
  const name = `${collection}/${key}`
  const draft = state.drafts[name]
  if (part === '' && draft) {
    const { content, etag } = draft
    const kind = collection?.slice(0, -1)
    return json({
      kind,
      key,
      etag,
      published: state.isPublished ? { version: 2, content, publishedAt: AT, publishedBy: null, note: null } : null,
      draft: { content, updatedAt: AT, updatedBy: 'X', report: null },
    })
  }
  if (method === 'PUT' && draft) {
    if (headers.get('If-Match') !== `"${draft.etag}"`) {
      const theirs = { theirs: draft.content, etag: draft.etag, updatedBy: '市工信局系统管理员', updatedAt: AT }
      const changes = [{ message: '“说明”有改动' }]
      return problem(412, 'DEFINITION_DRAFT_CHANGED', '', { ...theirs, changes })
    }
    state.drafts[name] = { content: body.content, etag: `${draft.etag}+` }
    return json({ etag: `${draft.etag}+`, updatedAt: AT })
  }
  if (part === '/check') {
    const isClean = !state.issues.some(({ severity }) => severity === 'error')
    return json({ etag: 'c1', isClean, parts: [{ kind: 'matter', key }], matters: ['m1'], issues: state.issues })
  }
  if (part === '/diff') {
    return json({ changes: [{ area: 'flow', kind: 'removed', path: 'old', message: '删去了「复核」', breaks: true }] })
  }
  if (part === '/impact') return json(state.impact)
  if (part === '/versions') return json({ version: 1 }, 201)
  return problem(404, 'DEFINITION_NOT_FOUND', '')
}

const VERSIONS = [
  { version: 2, publishedAt: AT, publishedBy: '市人社局系统管理员', note: '加了学历' },
  { version: 1, publishedAt: AT, publishedBy: null, note: null },
]

const summary = {
  kind: 'matter',
  key: 'm1',
  title: '人才引进',
  isRetired: false,
  category: '人才',
  version: null,
  publishedAt: null,
  publishedBy: null,
  draftUpdatedAt: AT,
  draftUpdatedBy: '市人社局系统管理员',
}

const vocabulary = {
  roles: ['企业经办', '市人社推荐'],
  posts: ['经办'],
  unitKinds: ['city', 'enterprise'],
  units: [{ id: 'city-hrss', name: '淄博市人力资源和社会保障局' }],
  categories: ['人才'],
  services: ['register.put', 'card.issue'],
  registers: [{ key: 'cards', title: '人才卡台账', columns: ['持卡人'] }],
}

/** Three cases move, the fourth stands at a step that is gone until somebody says where it goes. */
function migrate(state: FakeDefinitions, body: Record<string, unknown>) {
  const mapping = body.mapping as Record<string, string | null>
  const isSettled = mapping.old !== undefined
  const words = { zh: '审批步骤「复核」在新版本中去哪里？', en: 'Where does the step “复核” go in the newer version?' }
  const staying = [{ caseId: 'c4', number: 'RC-2026-0004', verdict: 'needs-decision' as const, words: [words] }]
  const open = Array.isArray(body.cases) ? body.cases.length : 4
  const survey: MigrationSurvey = {
    open,
    examined: open,
    moves: isSettled ? open : open - 1,
    needsDecision: isSettled ? 0 : 1,
    cannot: 0,
    reasons: isSettled
      ? []
      : [
          {
            verdict: 'needs-decision',
            id: 'old',
            words,
            count: 1,
            candidates: [{ id: 'step-1', name: '用人单位意见' }],
          },
        ],
    staying: isSettled ? [] : staying,
  }
  if (body.dryRun) return { migration: null, survey, mapping }
  const migration: Migration = {
    id: 'g1',
    matter: 'm1',
    from: 1,
    to: 2,
    state: 'finished',
    startedAt: AT,
    startedBy: '市人社局系统管理员',
    endedAt: AT,
    moved: survey.moves,
    stayed: survey.needsDecision,
    left: 0,
    staying: survey.staying,
  }
  state.migrations = [migration, ...state.migrations]
  return { migration, survey: null, mapping }
}
