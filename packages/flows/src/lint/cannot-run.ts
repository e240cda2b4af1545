import { parse } from '../definition/parse.ts'
import { FlowError, type FlowErrorCode } from '../errors.ts'
import type { Text } from '../text.ts'
import type { LintIssue } from './rule.ts'

/** Rule name of what `parse` refuses and no rule says better. */
export const CANNOT_RUN = 'cannot-run'

/** What `parse` refuses, as an issue; undefined when the diagram runs. */
export async function cannotRun(xml: string, processId: string | undefined): Promise<LintIssue | undefined> {
  try {
    await parse(xml, { processId })
    return undefined
  } catch (error) {
    return refusal(error)
  }
}

/** A refusal as an issue. Anything but a FlowError is no finding, and goes on. */
export function refusal(error: unknown): LintIssue {
  if (!(error instanceof FlowError)) throw error
  const { elementId, reference, reason, type } = error.details
  const [zh, help] = WORDS[error.code] ?? ['这张图不能运行', HELP]
  const which = [reason, type, reference].find((detail) => typeof detail === 'string')
  return {
    rule: CANNOT_RUN,
    elementId: typeof elementId === 'string' ? elementId : '',
    severity: 'error',
    message: { zh: which === undefined ? `${zh}。` : `${zh}：${which}。`, en: error.message },
    help,
    path: [error.code],
  }
}

const HELP: Text = {
  zh: '在设计器里打开这张图，按提示改好再保存。',
  en: 'Open the diagram in the designer, mend it and save it again.',
}

const WORDS: Partial<Record<FlowErrorCode, [string, Text]>> = {
  DIAGRAM_INVALID: ['这不是能读懂的 BPMN 2.0', HELP],
  DIAGRAM_TOO_LARGE: [
    '这张图太大',
    { zh: '把流程拆成几个，用调用活动连起来。', en: 'Divide it, and connect the parts by call activities.' },
  ],
  ELEMENT_UNSUPPORTED: [
    '这种元素这里不能执行',
    { zh: '换成支持的元素，见说明里的表。', en: 'Replace it by an element that runs; the README has the table.' },
  ],
  APPROVAL_INVALID: [
    '这一步的审批设置不对',
    { zh: '在设计器里重新选这一项。', en: 'Choose this setting again in the designer.' },
  ],
  ENDLESS_LOOP: [
    '会一直转下去，中间没有一步停下来等人',
    {
      zh: '看看谁抛出、谁捕获：在这一圈里放一个要人办的步骤，或者删去其中一个事件。',
      en: 'See what throws and what catches: put a step for people into the circle, or delete one of its events.',
    },
  ],
  REFERENCE_MISSING: [
    '它指着图里没有的东西',
    { zh: '改成图里有的，或者把引用删去。', en: 'Refer to what the diagram has, or remove the reference.' },
  ],
}
