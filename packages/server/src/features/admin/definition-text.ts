import { checkForm } from '@zhupi/forms'
import { zhCN } from 'zod/locales'
import type { DefinitionKind } from '../../app-folder/definition-repository.ts'
import { type ErrorIssue, ServerError } from '../../errors.ts'
import { MatterDefinition } from '../matters/matter-definition.ts'
import { RegisterDefinition } from '../registers/register-definition.ts'

/** What a draft holds: a diagram is text, everything else JSON. */
export type DefinitionContent = string | Record<string, unknown>

const { localeError } = zhCN()

/**
 * A definition as it is stored. A form, a matter and a register have their shape; a diagram may be half drawn.
 *
 * @throws ServerError `DEFINITION_INVALID` with an issue a wrong place
 */
export function toText(kind: DefinitionKind, key: string, content: DefinitionContent): string {
  const issues = issuesOf(kind, key, content)
  if (issues.length > 0) throw new ServerError('DEFINITION_INVALID', { issues })
  return typeof content === 'string' ? content : JSON.stringify(content, null, 2)
}

export function toContent(kind: DefinitionKind, text: string): DefinitionContent {
  return kind === 'flow' ? text : JSON.parse(text)
}

function issuesOf(kind: DefinitionKind, key: string, content: DefinitionContent): ErrorIssue[] {
  if (kind === 'flow') {
    return typeof content === 'string' ? [] : [wrong('NOT_TEXT', [], '流程应是 BPMN 的 XML 文本。')]
  }
  if (typeof content === 'string') return [wrong('NOT_JSON', [], '这里应是 JSON 对象。')]
  if (content.key !== key) return [wrong('KEY_MISMATCH', ['key'], `内容里的 key 应与地址一致：${key}。`)]
  if (kind === 'form') return checkForm(content).map(({ code, path, message }) => ({ code, path: [...path], message }))
  const schema = kind === 'matter' ? MatterDefinition : RegisterDefinition
  const result = schema.safeParse(content, { error: localeError })
  return (result.error?.issues ?? []).map(({ code, path, message }) =>
    wrong(
      code.toUpperCase(),
      path.map((part) => (typeof part === 'symbol' ? String(part) : part)),
      message,
    ),
  )
}

function wrong(code: string, path: ErrorIssue['path'], message: string): ErrorIssue {
  return { code, path, message }
}
