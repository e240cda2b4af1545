/** Everyone's password. It protects nothing: the portal is an example. */
export const DEMO_PASSWORD = 'zhupi-demo'

/** The accounts of one walk through a matter, in the order in which they act. */
export const DEMO_WALKS: ReadonlyArray<{
  title: string
  steps: ReadonlyArray<{ id: string; name: string; does: string }>
}> = [
  {
    title: '附件1 “山东惠才卡”配额制申领',
    steps: [
      { id: 'xincailiao-clerk', name: '淄博示例新材料公司经办', does: '填表申报' },
      { id: 'xincailiao-leader', name: '淄博示例新材料公司负责人', does: '用人单位意见' },
      { id: 'zhangdian-iit-leader', name: '张店区工信局负责人', does: '区县主管部门意见' },
      { id: 'city-iit-clerk', name: '市工信局经办', does: '市主管部门意见' },
      { id: 'city-hrss-clerk', name: '市人社局人才卡经办', does: '推荐申领' },
      { id: 'province-platform-account', name: '省级平台（示例）', does: '审核结果' },
    ],
  },
  {
    title: '附件2 前端引才“淄博精英卡”申领',
    steps: [
      { id: 'xincailiao-clerk', name: '淄博示例新材料公司经办', does: '填表申报' },
      { id: 'xincailiao-leader', name: '淄博示例新材料公司负责人', does: '用人单位意见' },
      { id: 'zhangdian-hrss-leader', name: '张店区人社局负责人', does: '区县人社部门意见' },
      { id: 'city-hrss-clerk', name: '市人社局人才卡经办', does: '审核发卡，看台账' },
    ],
  },
  {
    title: '管理：由 Word 表新建事项',
    steps: [{ id: 'city-hrss-admin', name: '市人社局系统管理员', does: '表单、流程、发布' }],
  },
  {
    title: '管理：登录与审计，各由一人',
    steps: [
      { id: 'city-hrss-security', name: '市人社局安全管理员', does: '看谁登录着，让谁下线' },
      { id: 'city-hrss-audit', name: '市人社局审计管理员', does: '查审计，核验链条，导出' },
    ],
  },
]
