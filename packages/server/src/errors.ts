/** Codes of what the server refuses, and what a person is told. Public: add, never rename. */
export const SERVER_ERRORS = {
  INTERNAL: '系统出错了，您填写的内容没有丢失，请稍后重试；仍不成功请把编号告诉管理员。',
  UNAVAILABLE: '系统正忙或正在停止服务，请稍后重试。',
  ROUTE_NOT_FOUND: '没有这个地址。',
  METHOD_NOT_ALLOWED: '这个地址不支持这种请求方法。',

  REQUEST_MALFORMED: '这不是正确的 HTTP 请求。',
  REQUEST_TIMEOUT: '请求发送得太慢，请检查网络后重试。',
  HEADERS_TOO_LARGE: '请求头太大，请清除本站的 Cookie 后重试。',
  BODY_MALFORMED: '请求内容不是正确的 JSON。',
  BODY_TOO_LARGE: '请求内容太大。',
  MEDIA_TYPE_UNSUPPORTED: '请求内容的类型不受支持。',
  REQUEST_INVALID: '请求的参数不正确。',
  CURSOR_INVALID: '翻页位置无效，请从第一页重新查询。',
  IDEMPOTENCY_KEY_INVALID: 'Idempotency-Key 应为 1 至 128 个可见字符。',
  IDEMPOTENCY_KEY_REUSED: '同一个 Idempotency-Key 已用于另一个请求，请换一个新的。',

  TOO_MANY_REQUESTS: '操作太频繁，请稍后再试。',
  UNAUTHENTICATED: '尚未登录或登录已过期，请重新登录。',
  TICKET_INVALID: '登录票据无效。',
  TICKET_EXPIRED: '登录票据已过期，请回到门户重新进入。',
  LOGIN_FAILED: '登录没有成功，请重新登录。',
  ORIGIN_REFUSED: '请求不是从本系统的页面发出的。',
  PERSON_UNKNOWN: '通讯录里没有这个账号，或账号已停用。',
  FORBIDDEN: '您没有办理此事的权限。',

  MATTER_NOT_FOUND: '没有这个事项。',
  CASE_NOT_FOUND: '没有这个办件，或您无权查看。',
  TASK_NOT_FOUND: '没有这个待办，或它不是您的。',
  REGISTER_NOT_FOUND: '没有这个台账，或您无权查看。',
  ROW_NOT_FOUND: '台账里没有这一行。',
  EXPORT_TOO_LARGE: '要导出的内容太多，请缩小查询的范围后重试。',
  SESSION_NOT_FOUND: '没有这个登录，或它已经退出。',
  FILE_NOT_FOUND: '没有这个文件，或您无权查看。',
  FIELD_NOT_FOUND: '表单里没有这个字段，或您无权查看。',

  TASK_CHANGED: '打开页面之后，这个办件有了变化，请看过变化再决定。',
  TASK_CLOSED: '这个待办已经办完或不再需要办理。',
  CASE_CHANGED: '打开页面之后，这个办件有了变化，请刷新后重试。',
  CASE_ARCHIVED: '这个办件已经归档，只能查看。',
  ARCHIVE_KEPT: '这个办件的保管期限还没有到，不能删除。',
  CASE_ENDED: '这个办件已经结束。',
  DEFINITION_NOT_FOUND: '没有这个定义：它既没有发布，也没有草稿。',
  DEFINITION_INVALID: '定义的内容不正确，请按提示修改。',
  DEFINITION_UNCHANGED: '草稿与正在使用的版本没有差别，不用发布。',
  DEFINITION_NOT_CLEAN: '检查没有通过，请改好错误再发布。',
  DEFINITION_DRAFT_CHANGED: '别人刚保存过这份草稿，请看过差别再决定保留哪一份。',
  SCHEDULE_INVALID: '定时发布的时间要在现在之后、一年之内。',
  JOB_NOT_FOUND: '没有这个失败的作业，可能已经有人处理过，请刷新列表。',
  MIGRATION_NOT_FOUND: '没有这次迁移。',
  MIGRATION_INVALID: '迁移的范围不正确：原版本与目标版本应是同一事项已发布的两个不同版本。',
  MIGRATION_RUNNING: '这个事项的这个版本正在迁移，请等它结束，看过结果再决定是否再迁。',
  IF_MATCH_REQUIRED: '请求要带 If-Match：读到的 etag，新建时为 "none"。',
  DRAFT_CHANGED: '草稿在别处保存过，请选择保留哪一份。',
  ROW_CHANGED: '这一行在别处修改过，请刷新后重试。',

  VALUES_INVALID: '有些内容填写得不对，请按提示修改。',
  VALUE_TOO_LONG: '有一项内容太长，请缩短后重试。',
  TEXT_INVALID: '内容里有不可见的控制字符或不完整的字符，请删去后重试。',
  OPINION_INVALID: '意见没有填写完整。',
  SEAL_NOT_ALLOWED: '您不能使用这个单位的印章。',
  ACTION_NOT_ALLOWED: '这一步不能这样办理。',
  PERSON_NOT_FOUND: '通讯录里没有这个人，或账号已停用。',

  LIMIT_REACHED: '名额已经用完。',
  ROW_NOT_UNIQUE: '台账里已有相同的记录。',
  NUMBERING_INVALID: '编号规则不正确，请联系管理员。',
  SERVICE_UNKNOWN: '流程要求的服务不存在，请联系管理员。',
  SERVICE_FAILED: '流程要求的服务没有成功。',
  ADDRESS_REFUSED: '流程要访问的地址在内部网络里，没有列入允许的网段。',
  SERVICE_INPUT_INVALID: '流程交给服务的内容不正确，请联系管理员。',

  FILE_DAMAGED: '文件已损坏，请联系管理员。',
  FILE_TOO_LARGE: '文件太大。',
  FILE_TYPE_UNSUPPORTED: '不支持这种文件。',
  FILE_TYPE_MISMATCH: '文件的内容与它的类型不符。',
  PAPER_MISSING: '这份表单没有纸面版式，不能打印。',
  PRINTER_UNAVAILABLE: '打印服务暂不可用，请稍后重试。',

  APP_INVALID: '应用的定义有错误。',
  CONFIG_INVALID: '配置不正确，请按提示修改配置文件或环境变量后重新启动。',
} as const

export type ServerErrorCode = keyof typeof SERVER_ERRORS

/** One wrong value and its place, as `@zhupi/forms` and the request schemas report it. */
export interface ErrorIssue {
  code: string
  path: Array<string | number>
  message: string
}

export interface ServerErrorDetails {
  /** The sentence for this one refusal (RFC 9457 `detail`); without it the code's own sentence is enough. */
  detail?: string
  issues?: readonly ErrorIssue[]
  /** What else tells which one; goes out as extension members of the problem. */
  [member: string]: unknown
}

/** A request that cannot be done. Nothing has been changed. */
export class ServerError extends Error {
  readonly code: ServerErrorCode
  readonly detail: string | undefined
  readonly issues: readonly ErrorIssue[] | undefined
  readonly members: Readonly<Record<string, unknown>>

  constructor(code: ServerErrorCode, details: ServerErrorDetails = {}, options?: ErrorOptions) {
    const { detail, issues, ...members } = details
    super(detail ?? SERVER_ERRORS[code], options)
    this.name = 'ServerError'
    this.code = code
    this.detail = detail
    this.issues = issues
    this.members = members
  }
}
