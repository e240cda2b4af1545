import { evaluate } from 'feelin'
import { expect, it } from 'vitest'
import { createSimulator, parse, traceOf } from '../index.ts'

const definition =
  await parse(`<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhupi="urn:zhupi:bpmn:1">
  <message id="M" name="cancel" />
  <process id="leave" isExecutable="true">
    <startEvent id="s" />
    <userTask id="head" name="科室
      意见"><extensionElements><zhupi:people from="user" value="u1" /></extensionElements></userTask>
    <boundaryEvent id="late" name="超时" attachedToRef="head" cancelActivity="false"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>
    <boundaryEvent id="stop" attachedToRef="head"><messageEventDefinition messageRef="M" /></boundaryEvent>
    <exclusiveGateway id="x" default="no" />
    <serviceTask id="file" name="归档"><extensionElements><zhupi:service type="archive" /></extensionElements></serviceTask>
    <endEvent id="e" /><endEvent id="reminded" />
    <sequenceFlow id="f1" sourceRef="s" targetRef="head" /><sequenceFlow id="f2" sourceRef="head" targetRef="x" />
    <sequenceFlow id="long" name="三天以上" sourceRef="x" targetRef="file"><conditionExpression>days > 3</conditionExpression></sequenceFlow>
    <sequenceFlow id="no" sourceRef="x" targetRef="e" /><sequenceFlow id="f3" sourceRef="file" targetRef="e" />
    <sequenceFlow id="f4" sourceRef="late" targetRef="reminded" /><sequenceFlow id="f5" sourceRef="stop" targetRef="e" />
  </process></definitions>`)

/** What the last of these lines did. */
function trace(language: 'zh' | 'en', ...lines: object[]): string[] {
  const simulator = createSimulator([definition], {
    evaluate: (expression, variables) => evaluate(expression, { ...variables }).value,
  })
  const states = [{ start: { variables: { days: 5 } } }, ...lines].map((line) => simulator.send(line))
  const last = states.at(-1)
  if (!last || 'error' in last) throw new Error(JSON.stringify(last))
  return traceOf(simulator.definition, last).map((line) => line[language])
}

it('says what moved, who is waited for and which timer runs', () => {
  expect(trace('zh')).toEqual([
    '流程 leave 由 initiator 发起',
    '变量 days = 5',
    '到 s',
    '离开 s',
    's → 科室 意见(head)',
    '到 科室 意见(head)',
    '计时 超时(late)：2026-01-01T01:00:00.000Z',
    'stop 等消息 cancel',
    '待办 科室 意见(head)：u1',
    '= 等待 科室 意见(head)：u1',
    '= 计时 超时(late) 2026-01-01T01:00:00.000Z',
  ])
})

it('says it in English as well: which branch, what service, what is given up', () => {
  expect(trace('en', { complete: 'head' })).toEqual([
    'u1 decides at 科室 意见(head): approve',
    '科室 意见(head) is decided: approve',
    'timer 超时(late) is cancelled',
    'stop waits no more',
    'leaves 科室 意见(head)',
    '科室 意见(head) → x',
    'at x',
    'leaves x',
    'x → [三天以上] 归档(file)',
    'at 归档(file)',
    '归档(file) asks for the service archive',
    '= waits at 归档(file) for a service',
  ])
})

it('says what fired, what was interrupted, and how it ended', () => {
  expect(trace('zh', { advance: 'PT1H' })).toContain('到时 超时(late)')
  expect(trace('zh', { message: 'cancel' })).toEqual(
    expect.arrayContaining([
      '打断 科室 意见(head)',
      '取消待办 科室 意见(head)：被打断',
      '流程结束：已办结',
      '= 已办结',
    ]),
  )
  expect(trace('en', { suspend: true }).at(-1)).toBe('= suspended')
})
