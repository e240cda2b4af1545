import bpmn from '../../../../examples/zibo-talent-cards/flows/huicai-quota.bpmn?raw'
import type { Case, Diagram, ForecastStep, HistoryEntry, PersonRef, Task } from '../../src/api/types.ts'
import { applicantValues, formFile } from './form-values.ts'
import { closing, hoursAgo } from './tasks.ts'

const person = (id: string, name: string, unitName: string): PersonRef => ({ id, name, unitName })
const applicant = person('xcl-clerk', '单位经办', '淄博XX新材料股份有限公司')
const countyClerk = person('zd-clerk', '张店区工信局经办', '张店区工信局')
const countyHead = person('zd-head', '张店区工信局负责人', '张店区工信局')
const bureauClerk = person('gxj-clerk', '市工信局人才工作科经办', '市工信局')
const leader = person('gxj-leader', '市工信局分管领导', '市工信局')

const employer = { id: 'employer', name: '用人单位意见' }
const county = { id: 'county', name: '区县主管部门意见' }
const city = { id: 'city-iit', name: '市工信局审核' }
const apply = { id: 'apply', name: '填表申报' }

type Row = Partial<HistoryEntry> & Pick<HistoryEntry, 'kind' | 'element' | 'person'>

const rows: Array<[hours: number, Row]> = [
  [380, { kind: 'started', element: apply, person: applicant, decision: 'submit' }],
  [
    358,
    {
      kind: 'completed',
      element: employer,
      person: applicant,
      decision: 'approve',
      opinion: '情况属实，同意申报。',
      round: 1,
      undone: true,
    },
  ],
  [
    310,
    {
      kind: 'returned',
      element: county,
      person: countyClerk,
      decision: 'return',
      to: '用人单位意见',
      opinion: '学习工作简历第四段起止时间与社保缴纳记录不一致，引进时间请以劳动合同为准，补正后重报。',
      round: 1,
    },
  ],
  [
    236,
    {
      kind: 'completed',
      element: employer,
      person: applicant,
      decision: 'approve',
      opinion: '情况属实，同意申报。',
      round: 2,
      changes: [
        { path: '引进时间', title: '引进时间', before: '2023年8月', after: '2023年9月' },
        { path: '学习工作简历', title: '学习工作简历', before: '2020.01—2023.07', after: '2020.01—2023.08' },
      ],
    },
  ],
  [
    172,
    {
      kind: 'completed',
      element: county,
      person: countyHead,
      decision: 'approve',
      opinion: '经审核，该同志符合急需紧缺人才条件，材料已按要求补正，同意推荐。',
      round: 2,
      seat: { index: 2, of: 2 },
    },
  ],
  [
    68,
    {
      kind: 'completed',
      element: city,
      person: bureauClerk,
      decision: 'approve',
      opinion: '材料齐全，符合配额制条件，本局今年名额剩2个，拟同意推荐。',
      round: 1,
      seat: { index: 1, of: 2 },
    },
  ],
]

function history(): HistoryEntry[] {
  return rows.map(([hours, row], index) => ({
    id: `h-${index + 1}`,
    seq: index + 1,
    at: hoursAgo(hours),
    round: null,
    seat: null,
    to: null,
    decision: null,
    opinion: null,
    undone: false,
    changes: [],
    hash: `sm3-${index + 1}`,
    ...row,
  }))
}

const opinion = (signer: PersonRef, unitName: string, text: string, hours: number, sealed = true) => ({
  taskId: `done-${hours}`,
  decision: 'approve',
  text,
  signer: { id: signer.id, name: signer.name },
  unit: { id: `u-${signer.id}`, name: unitName },
  ...(sealed ? { seal: { unitId: `u-${signer.id}`, name: unitName } } : {}),
  at: hoursAgo(hours),
})

/** The case of the pictures: returned once, corrected, now at the city department. */
export function fakeCase(): Case {
  return {
    id: 'c-06',
    number: 'HCK-2024-0017',
    title: '申领“山东惠才卡”：XX，淄博XX新材料股份有限公司',
    digest: '特种工程塑料首席工程师，2023年9月引进，“四链”融合机制重点实施企业',
    matter: { key: 'huicai-quota', title: '“山东惠才卡”配额制申领' },
    status: 'running',
    initiator: applicant,
    startedAt: hoursAgo(380),
    endedAt: null,
    updatedAt: hoursAgo(44),
    at: [city],
    round: 2,
    version: 7,
    form: formFile,
    access: { '*': 'read' },
    values: {
      ...applicantValues,
      用人单位意见: [opinion(applicant, '淄博XX新材料股份有限公司', '情况属实，同意申报。', 236)],
      区县主管部门意见: [
        opinion(
          countyHead,
          '张店区工业和信息化局',
          '经审核，该同志符合急需紧缺人才条件，材料已按要求补正，同意推荐。',
          172,
        ),
      ],
      市主管部门意见: [],
    },
    masked: ['身份证或护照号', '联系电话'],
    corrections: [
      { path: '引进时间', title: '引进时间', before: '2023年8月', after: '2023年9月', at: hoursAgo(236) },
      {
        path: '学习工作简历',
        title: '学习工作简历',
        before: '2020.01—2023.07',
        after: '2020.01—2023.08',
        at: hoursAgo(236),
      },
    ],
    history: history(),
    tasks: [
      {
        id: 't-06',
        element: city,
        people: [leader],
        seat: { index: 2, of: 2 },
        round: 1,
        openedAt: hoursAgo(68),
        dueAt: closing(1),
        mine: true,
      },
    ],
    actions: ['withdraw', 'urge', 'cc', 'comment', 'print'],
    jump: null,
    migrate: null,
  }
}

const expected = { state: 'expected' as const, at: null }

export const fakeForecast: ForecastStep[] = [
  {
    ...expected,
    element: { id: 'recommend', name: '市人社局推荐申领' },
    kind: 'task',
    people: [person('rsj-clerk', '市人社局经办', '市人社局')],
    why: '流程指定角色“市人社推荐”，现有 2 人，先到先办',
    alternatives: [{ id: 'card-list', name: '列入下一年名单' }],
    otherwise: [],
    mayHappen: [
      { name: null, kind: 'timer', at: null, leadsTo: [{ id: 'remind', name: '市人社局负责人督办' }] },
      { name: '企业被移出名单', kind: 'message', at: null, leadsTo: [] },
    ],
  },
  {
    ...expected,
    element: { id: 'province', name: '省厅审核结果' },
    kind: 'wait',
    people: [],
    why: '流程在此等“省厅审核结果”消息',
    alternatives: [],
    otherwise: [],
    mayHappen: [],
  },
  {
    ...expected,
    element: { id: 'issue', name: '发卡' },
    kind: 'service',
    people: [],
    why: '结果为“通过”时自动制卡',
    alternatives: [],
    otherwise: [],
    mayHappen: [],
  },
]

/** The task of the pictures. */
export function fakeTask(): Task {
  return {
    id: 't-06',
    version: 7,
    state: 'open',
    element: city,
    resubmit: false,
    round: 1,
    seat: { index: 2, of: 2, type: 'sequential' },
    openedAt: hoursAgo(68),
    dueAt: closing(1),
    dueInWorkdays: 1,
    case: fakeCase(),
    access: { '*': 'read', 企业类型: 'edit' },
    opinion: {
      field: '市主管部门意见',
      required: true,
      signature: false,
      seal: true,
      seals: [{ id: 'gxj', name: '淄博市工业和信息化局', shortName: '市工信局' }],
      phrases: ['同意推荐。', '拟同意，请市人社局按程序办理。', '情况属实。', '请补正后重报。'],
    },
    actions: [
      { type: 'approve', label: '同意', hint: '送市人社局' },
      { type: 'return', label: '退回', hint: '退给前面某步' },
      { type: 'reject', label: '不同意', hint: '办件结束' },
      { type: 'transfer', label: '转办', hint: '交给别人办' },
      { type: 'delegate', label: '请人代拟', hint: '拟好意见后交回您决定' },
      { type: 'addSigners', label: '加签', hint: '再请别人会签' },
      { type: 'cc', label: '抄送', hint: '送给别人知悉，不用办理' },
    ],
    delegatedBy: null,
    signers: [],
    waits: false,
    returnTargets: [
      {
        element: county,
        initiator: false,
        people: '张店区工信局，2 席重新会签',
        undoes: ['区县主管部门意见', '人才工作科经办意见'],
      },
      {
        element: employer,
        initiator: false,
        people: '单位经办',
        undoes: ['用人单位意见', '区县主管部门意见', '人才工作科经办意见'],
      },
      {
        element: apply,
        initiator: true,
        people: '发起人，可改全部申报字段',
        undoes: ['用人单位意见', '区县主管部门意见', '人才工作科经办意见'],
      },
    ],
    forecast: fakeForecast,
    limits: [
      {
        register: 'huicai-recommendations',
        label: '本局名额',
        group: { 推荐部门: '市工业和信息化局' },
        used: 3,
        max: 5,
      },
      { register: 'huicai-recommendations', label: '全市名额', group: {}, used: 6, max: 10 },
    ],
    neighbours: { previous: 't-05', next: 't-07', index: 6, total: 12 },
  }
}

export const fakeDiagram: Diagram = {
  xml: bpmn,
  marks: [
    { elementId: 'apply', state: 'done' },
    { elementId: 'employer', state: 'done' },
    { elementId: 'county', state: 'done' },
    { elementId: 'bureau', state: 'done' },
    { elementId: 'city-iit', state: 'active' },
  ],
  taken: ['apply-to-employer', 'employer-to-county', 'county-to-bureau', 'bureau-to-city-iit'],
  returns: [{ from: 'county', to: 'employer', at: hoursAgo(310) }],
}
