/** One case: applying, deciding, following, registers. */
export const caseTextsZh = {
  status: {
    running: '办理中',
    suspended: '已暂停',
    completed: '已办结',
    rejected: '不同意',
    withdrawn: '已撤回',
    terminated: '已终止',
    failed: '出了问题',
  },
  decision: {
    approve: '同意',
    reject: '不同意',
    return: '退回',
    resubmit: '重新提交',
    transfer: '转办',
    withdraw: '撤回',
  },
}
