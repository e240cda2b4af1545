/// <reference path="./bpmnlint.d.ts" />
import type { RuleFactory } from 'bpmnlint/lib/linter.js'
import conditionalEvent from 'bpmnlint/rules/conditional-event.js'
import endEventRequired from 'bpmnlint/rules/end-event-required.js'
import eventSubProcessTypedStartEvent from 'bpmnlint/rules/event-sub-process-typed-start-event.js'
import linkEvent from 'bpmnlint/rules/link-event.js'
import noDuplicateSequenceFlows from 'bpmnlint/rules/no-duplicate-sequence-flows.js'
import noGatewayJoinFork from 'bpmnlint/rules/no-gateway-join-fork.js'
import noImplicitSplit from 'bpmnlint/rules/no-implicit-split.js'
import singleBlankStartEvent from 'bpmnlint/rules/single-blank-start-event.js'
import singleEventDefinition from 'bpmnlint/rules/single-event-definition.js'
import startEventRequired from 'bpmnlint/rules/start-event-required.js'
import subProcessBlankStartEvent from 'bpmnlint/rules/sub-process-blank-start-event.js'
import superfluousGateway from 'bpmnlint/rules/superfluous-gateway.js'
import type { Text } from '../text.ts'
import type { Severity } from './rule.ts'

interface Borrowed {
  rule: RuleFactory
  severity: Severity
  /** Said in our words, after the element's name: bpmnlint speaks English only. */
  message: Text
  help: Text
}

/** The rules of bpmnlint that say something true of what runs here. Those of taste (labels, sizes, fake joins) are left out. */
export const BORROWED: Readonly<Record<string, Borrowed>> = {
  'conditional-event': {
    rule: conditionalEvent,
    severity: 'error',
    message: { zh: '这个条件事件没有条件。', en: 'has no condition.' },
    help: { zh: '写上它等的条件。', en: 'Write the condition that it waits for.' },
  },
  'end-event-required': {
    rule: endEventRequired,
    severity: 'info',
    message: { zh: '里面没有结束事件。', en: 'has no end event.' },
    help: { zh: '在最后一步后面画一个结束事件。', en: 'Draw an end event behind the last step.' },
  },
  'event-sub-process-typed-start-event': {
    rule: eventSubProcessTypedStartEvent,
    severity: 'error',
    message: { zh: '事件子流程的开始事件没有写等什么。', en: 'starts an event sub-process and waits for nothing.' },
    help: {
      zh: '把它改成消息、定时、信号、条件或错误开始事件。',
      en: 'Make it a message, timer, signal, conditional or error start event.',
    },
  },
  'link-event': {
    rule: linkEvent,
    severity: 'error',
    message: { zh: '这个链接事件没有唯一对应的另一半。', en: 'is a link event without exactly one other half.' },
    help: {
      zh: '给抛出和捕获的链接事件写同一个名称，捕获的只留一个。',
      en: 'Give the throwing and the one catching link event the same name.',
    },
  },
  'no-duplicate-sequence-flows': {
    rule: noDuplicateSequenceFlows,
    severity: 'warning',
    message: { zh: '有两条一样的顺序流。', en: 'has the same sequence flow twice.' },
    help: { zh: '删去多余的一条。', en: 'Delete one of them.' },
  },
  'no-gateway-join-fork': {
    rule: noGatewayJoinFork,
    severity: 'info',
    message: { zh: '一个网关既汇合又分支，不好读。', en: 'joins and splits at once, which is hard to read.' },
    help: { zh: '拆成两个网关：先汇合，再分支。', en: 'Make two gateways of it: first join, then split.' },
  },
  'no-implicit-split': {
    rule: noImplicitSplit,
    severity: 'warning',
    message: {
      zh: '直接引出几条没有条件的线，它们会同时走。',
      en: 'has several outgoing flows without conditions: all of them are taken.',
    },
    help: {
      zh: '在后面放一个网关：并行的用并行网关，选一条的用排他网关。',
      en: 'Put a gateway behind it: parallel for all, exclusive for one.',
    },
  },
  'single-blank-start-event': {
    rule: singleBlankStartEvent,
    severity: 'warning',
    message: {
      zh: '里面有几个普通开始事件，只有第一个起作用。',
      en: 'has several blank start events: only the first one starts it.',
    },
    help: { zh: '只留一个开始事件，分支用网关。', en: 'Keep one start event, and branch with a gateway.' },
  },
  'single-event-definition': {
    rule: singleEventDefinition,
    severity: 'error',
    message: { zh: '一个事件写了不止一种触发。', en: 'has more than one event definition.' },
    help: { zh: '一个事件只留一种。', en: 'Keep one of them.' },
  },
  'start-event-required': {
    rule: startEventRequired,
    severity: 'error',
    message: { zh: '里面没有开始事件。', en: 'has no start event.' },
    help: { zh: '画一个开始事件，连到第一步。', en: 'Draw a start event that leads to the first step.' },
  },
  'sub-process-blank-start-event': {
    rule: subProcessBlankStartEvent,
    severity: 'error',
    message: { zh: '子流程的开始事件不能等消息或定时。', en: 'starts a sub-process, and cannot wait for anything.' },
    help: { zh: '把它改成普通开始事件。', en: 'Make it a plain start event.' },
  },
  'superfluous-gateway': {
    rule: superfluousGateway,
    severity: 'info',
    message: { zh: '网关只有一进一出，不起作用。', en: 'has one way in and one way out, and does nothing.' },
    help: { zh: '删去它，或者补上另一条分支。', en: 'Delete it, or draw its other branch.' },
  },
}
