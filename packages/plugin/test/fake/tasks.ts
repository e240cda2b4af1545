import type { TaskSummary } from '../../src/api/types.ts'
import { dayNumber } from '../../src/time/format-instant.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** 17:30 in China, `days` after today. */
export function closing(days: number, now = Date.now()): string {
  const chinaMidnight = Math.floor((now + 8 * HOUR) / DAY) * DAY - 8 * HOUR
  return new Date(chinaMidnight + days * DAY + 17.5 * HOUR).toISOString()
}

export function hoursAgo(hours: number): string {
  return new Date(Date.now() - hours * HOUR).toISOString()
}

type Row = [
  id: string,
  title: string,
  digest: string,
  matter: [string, string],
  element: [string, string],
  previous: string,
  hours: number,
  due: string | null,
  more?: Partial<TaskSummary>,
]

const QUOTA: [string, string] = ['hui-cai-quota', '惠才卡配额制']
const REVIEW: [string, string] = ['city-review', '市主管部门审核']
const CLERK = '市工信局人才工作科经办'

function rows(): Row[] {
  const today = closing(0) > new Date().toISOString() ? closing(0) : new Date(Date.now() + 20 * 60_000).toISOString()
  return [
    [
      't-01',
      '申领“山东惠才卡”：XX，山东XX精密陶瓷有限公司',
      '“四链”融合机制重点实施企业，区县已同意，附件 4 个',
      QUOTA,
      REVIEW,
      CLERK,
      170,
      closing(-2),
    ],
    [
      't-02',
      '公共服务需求：子女入学协调',
      'XX，山东XX智能装备有限公司；淄川区窗口登记，已联系区教体部门',
      ['public-services', '服务需求台账'],
      ['city-answer', '市直部门答复'],
      '淄川区窗口经办',
      165,
      closing(-1),
    ],
    [
      't-03',
      '关于报送第一季度重点产业人才需求台账的函',
      '淄人社函XX号，收文登记 0312',
      ['documents', '公文办理'],
      ['leader-note', '分管领导批示'],
      '市工信局办公室',
      50,
      today,
    ],
    [
      't-04',
      '申领“山东惠才卡”：XX，山东XX高分子材料有限公司',
      '“四链”融合机制重点实施企业，区县已同意，附件 3 个',
      QUOTA,
      REVIEW,
      CLERK,
      120,
      today,
    ],
    [
      't-05',
      '淄博优秀企业家荣耀卡发放名单（第一批）',
      '“四链”融合机制重点实施企业，共 46 人',
      ['glory-card', '荣耀卡发放'],
      ['list-check', '名单核定'],
      '市工信局企业科经办',
      114,
      today,
    ],
    [
      't-06',
      '申领“山东惠才卡”：XX，淄博XX新材料股份有限公司',
      '“四链”融合机制重点实施企业，区县已同意，附件 4 个',
      QUOTA,
      REVIEW,
      CLERK,
      44,
      closing(1),
      { returned: true },
    ],
    [
      't-07',
      '申领“山东惠才卡”：XX，山东XX医药科技股份有限公司',
      '“四链”融合机制重点实施企业，区县已同意，需核定企业类型',
      QUOTA,
      REVIEW,
      CLERK,
      43,
      closing(1),
      { batchable: false },
    ],
    [
      't-08',
      '关于建立全市重点产业人才精准联系服务机制的通知',
      '市委组织部主办，四部门会签，已签 2 家',
      ['joint-document', '联合发文'],
      ['countersign', '会签'],
      '市委组织部经办',
      25,
      closing(2),
      { seat: { index: 3, of: 4 } },
    ],
    [
      't-09',
      '绿色通道服务：年度体检与就医协助',
      '持卡人 XX，淄博XX电子有限公司；淄博精英卡 B 类',
      ['green-channel', '绿色通道'],
      ['agent-confirm', '服务专员确认'],
      '张店区窗口经办',
      23,
      closing(2),
    ],
    [
      't-10',
      '意见建议：技能人才职称评审贯通办法',
      'XX，桓台县XX化工新材料有限公司',
      ['suggestions', '意见建议台账'],
      ['city-answer', '市直部门答复'],
      '桓台县窗口经办',
      18,
      closing(8),
    ],
    [
      't-11',
      '市场服务需求：中试设备融资租赁',
      'XX，临淄区XX环保科技有限公司',
      ['market-services', '市场服务台账'],
      ['city-answer', '市直部门答复'],
      '临淄区窗口经办',
      3,
      closing(9),
    ],
    [
      't-12',
      '直接颁发“山东惠才卡”信息报送：XX',
      '山东XX陶瓷集团有限公司，省优秀企业家表彰人选',
      ['hui-cai-direct', '惠才卡直颁'],
      ['city-check', '市局复核'],
      '高新区工信商务局经办',
      2,
      null,
    ],
  ]
}

/** The inbox of the pictures, with deadlines around today. */
export function fakeTasks(): TaskSummary[] {
  return rows().map(([id, title, digest, matter, element, previous, hours, dueAt, more], index) => ({
    id,
    state: 'open',
    case: { id: id.replace('t', 'c'), number: `HCK-2024-${String(index + 8).padStart(4, '0')}`, title, digest },
    matter: { key: matter[0], title: matter[1] },
    element: { id: element[0], name: element[1] },
    previous,
    receivedAt: hoursAgo(hours),
    dueAt,
    dueInWorkdays: index % 2 === 0 ? workdaysTo(dueAt) : null,
    completedAt: null,
    decision: null,
    returned: false,
    urgedAt: null,
    seat: { index: 1, of: 1 },
    batchable: true,
    version: 7,
    ...more,
  }))
}

/** As a server would count whose calendar has no weekends. */
function workdaysTo(dueAt: string | null): number | null {
  if (dueAt === null) return null
  return dayNumber(dueAt) - dayNumber(Date.now())
}
