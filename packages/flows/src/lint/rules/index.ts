import type { Rule } from '../rule.ts'
import { branches } from './branches.ts'
import { deadlock } from './deadlock.ts'
import { due } from './due.ts'
import { endlessLoop } from './endless-loop.ts'
import { eventGatewayTargets } from './event-gateway-targets.ts'
import { expressionSyntax } from './expression-syntax.ts'
import { fieldMissing } from './field-missing.ts'
import { idleCondition } from './idle-condition.ts'
import { messageName } from './message-name.ts'
import { noDefaultFlow } from './no-default-flow.ts'
import { noPeople } from './no-people.ts'
import { noWayToEnd } from './no-way-to-end.ts'
import { notAnOpinion } from './not-an-opinion.ts'
import { opinionWithoutField } from './opinion-without-field.ts'
import { returnNowhere } from './return-nowhere.ts'
import { runsTwice } from './runs-twice.ts'
import { serviceUnknown } from './service-unknown.ts'
import { timerText } from './timer-text.ts'
import { unconditionalBranch } from './unconditional-branch.ts'
import { unknownName } from './unknown-name.ts'
import { unreachable } from './unreachable.ts'
import { voteThreshold } from './vote-threshold.ts'

/** Our own rules. A new one is a file beside these and a line here. */
export const RULES: readonly Rule[] = [
  noPeople,
  unreachable,
  noWayToEnd,
  endlessLoop,
  deadlock,
  runsTwice,
  branches,
  unconditionalBranch,
  noDefaultFlow,
  idleCondition,
  expressionSyntax,
  unknownName,
  fieldMissing,
  notAnOpinion,
  opinionWithoutField,
  serviceUnknown,
  due,
  voteThreshold,
  returnNowhere,
  messageName,
  timerText,
  eventGatewayTargets,
]
