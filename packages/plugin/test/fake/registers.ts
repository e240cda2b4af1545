import type { Register, RegisterRow } from '../../src/api/types.ts'
import { hoursAgo } from './tasks.ts'

const STATES = ['有效', '待到岗', '已过期', '已注销']

export const fakeRegister: Register = {
  key: 'talent-cards',
  title: '人才卡台账',
  unitOfCount: '张',
  columns: [
    { key: '卡号', title: '卡号', type: 'text', filter: false },
    {
      key: '卡种',
      title: '卡种',
      type: 'text',
      filter: true,
      options: ['惠才卡 配额制', '荣耀卡', '精英卡 B类', '精英卡 C类'].map((value) => ({ value, label: value })),
    },
    { key: '持卡人', title: '持卡人', type: 'text', filter: false },
    { key: '工作单位', title: '单位', type: 'text', filter: false },
    {
      key: '所属区域',
      title: '区县',
      type: 'text',
      filter: true,
      options: ['张店区', '博山区', '淄川区', '桓台县', '临淄区', '高青县', '沂源县', '周村区'].map((value) => ({
        value,
        label: value,
      })),
    },
    { key: '推荐部门', title: '推荐部门', type: 'text', filter: false },
    { key: '有效期至', title: '有效期至', type: 'date', filter: false },
    {
      key: '状态',
      title: '状态',
      type: 'status',
      filter: true,
      options: STATES.map((value) => ({ value, label: value })),
    },
  ],
  views: [
    { key: 'all', title: '全部', count: 312 },
    { key: 'quota', title: '惠才卡 配额制', count: 6 },
    { key: 'direct', title: '惠才卡 直接颁发', count: 41 },
    { key: 'glory', title: '荣耀卡', count: 187 },
    { key: 'elite', title: '精英卡', count: 78 },
  ],
  limits: [
    { register: 'talent-cards', label: '市工业和信息化局', group: { 年度: '2024' }, used: 3, max: 5 },
    { register: 'talent-cards', label: '市发展和改革委员会', group: { 年度: '2024' }, used: 3, max: 5 },
    { register: 'talent-cards', label: '全市', group: { 年度: '2024' }, used: 6, max: 10 },
  ],
  total: 312,
  canEdit: true,
}

const CARDS: Array<[string, string, string, string, string, string, string, string | null]> = [
  [
    '3703 2024 0006',
    '惠才卡 配额制',
    '淄博XX新材料股份有限公司',
    '张店区',
    '市工信局',
    '2027-03-17',
    '有效',
    'HCK-2024-0011',
  ],
  [
    '3703 2024 0005',
    '惠才卡 配额制',
    '山东XX精密陶瓷有限公司',
    '博山区',
    '市工信局',
    '2027-03-10',
    '有效',
    'HCK-2024-0009',
  ],
  ['RY 2024 0187', '荣耀卡', '山东XX智能装备有限公司', '淄川区', '市发展改革委', '2027-03-07', '有效', null],
  ['RY 2024 0186', '荣耀卡', '桓台县XX化工新材料有限公司', '桓台县', '市工信局', '2027-03-07', '有效', null],
  [
    'JY 2024 0078',
    '精英卡 B类',
    '临淄区XX环保科技有限公司',
    '临淄区',
    '市人社局',
    '2025-03-03',
    '待到岗',
    'JYK-2024-0031',
  ],
  [
    'JY 2024 0077',
    '精英卡 C类',
    '高青县XX生物科技股份有限公司',
    '高青县',
    '市人社局',
    '2025-02-28',
    '有效',
    'JYK-2024-0029',
  ],
  [
    'JY 2023 0052',
    '精英卡 C类',
    '沂源县XX药用包装材料有限公司',
    '沂源县',
    '市人社局',
    '2024-03-15',
    '已过期',
    'JYK-2023-0018',
  ],
  ['RY 2022 0094', '荣耀卡', '周村区XX纺织科技股份有限公司', '周村区', '市发展改革委', '2025-05-31', '已注销', null],
]

export function fakeRows(): RegisterRow[] {
  return CARDS.map(([卡号, 卡种, 工作单位, 所属区域, 推荐部门, 有效期至, 状态, number], index) => ({
    id: `row-${index + 1}`,
    version: 1,
    values: { 卡号, 卡种, 持卡人: 'XX', 工作单位, 所属区域, 推荐部门, 有效期至, 状态 },
    source: number ? { caseId: 'c-06', number } : null,
    createdAt: hoursAgo(300 - index),
    updatedAt: hoursAgo(300 - index),
  }))
}
