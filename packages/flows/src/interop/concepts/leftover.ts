import type { Text } from '../../text.ts'
import { type Generic, written } from '../foreign-element.ts'
import type { Concept } from './concept.ts'

const WHY: Readonly<Record<string, Text>> = {
  skipExpression: {
    zh: '跳过由步骤的策略决定，不由表达式决定',
    en: 'a step is skipped by its policies, not by an expression',
  },
  asyncBefore: { zh: '服务本来就在提交之后运行', en: 'services run after the commit in any case' },
  asyncAfter: { zh: '服务本来就在提交之后运行', en: 'services run after the commit in any case' },
  async: { zh: '服务本来就在提交之后运行', en: 'services run after the commit in any case' },
  exclusive: { zh: '一个办件本来就不会同时做两件事', en: 'a case never does two things at once' },
  priority: { zh: '任务没有自己的优先级', en: 'tasks have no priority of their own' },
  historyTimeToLive: { zh: '历史记录一直保留', en: 'the history is kept' },
  candidateStarterUsers: { zh: '谁能发起写在事项里', en: 'who may start is written in the matter' },
  candidateStarterGroups: { zh: '谁能发起写在事项里', en: 'who may start is written in the matter' },
  errorCodeVariable: { zh: '错误代码不作为变量保存', en: 'an error’s code is not kept as a variable' },
  properties: { zh: '设计器的属性对运行没有意义', en: 'properties of designers mean nothing to a run' },
  userTask: { zh: '用户任务本来就都是', en: 'every user task is one' },
  versionTag: { zh: '版本由事项决定', en: 'a version is the matter’s' },
}

/** Whatever no other concept took is removed, and said: nothing is lost in silence. Runs last. */
export const leftover: Concept = (at) => {
  const { $attrs } = at.element
  for (const [name, text] of Object.entries($attrs)) {
    if (!at.diagram.isForeign(name)) continue
    delete $attrs[name]
    at.dropped(name, text, why(name))
  }
  for (const one of at.removeExtensions(({ $type }) => at.diagram.isForeign($type)))
    at.dropped(one.$type, describe(one), why(one.$type))
}

const NO_COUNTERPART: Text = { zh: '没有对应的写法', en: 'it has no counterpart' }

function why(name: string): Text {
  const local = name.slice(name.indexOf(':') + 1)
  return (Object.hasOwn(WHY, local) && WHY[local]) || NO_COUNTERPART
}

function describe(one: Generic): string {
  const attributes = Object.entries(one).filter((entry): entry is [string, string] => {
    const [name, value] = entry
    return !name.startsWith('$') && typeof value === 'string'
  })
  const children = one.$children?.map((child) => `<${child.$type}${describe(child)}>`) ?? []
  return `${written(Object.fromEntries(attributes))}${one.$body?.trim() ?? ''}${children.join('')}`.trim()
}
