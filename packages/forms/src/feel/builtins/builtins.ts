import type { FeelFunction } from '../values/feel-function.ts'
import { CONTEXT_FUNCTIONS } from './context-functions.ts'
import { CONVERSION_FUNCTIONS } from './conversion-functions.ts'
import { LIST_FUNCTIONS } from './list-functions.ts'
import { NUMBER_FUNCTIONS } from './number-functions.ts'
import { RANGE_FUNCTIONS } from './range-functions.ts'
import { TEMPORAL_FUNCTIONS } from './temporal-functions.ts'
import { TEXT_FUNCTIONS } from './text-functions.ts'

/** Functions of FEEL by name. Source: DMN 1.5, 10.3.4. */
const BUILTINS: ReadonlyMap<string, FeelFunction> = new Map(
  Object.entries({
    ...CONVERSION_FUNCTIONS,
    ...TEMPORAL_FUNCTIONS,
    ...TEXT_FUNCTIONS,
    ...LIST_FUNCTIONS,
    ...NUMBER_FUNCTIONS,
    ...RANGE_FUNCTIONS,
    ...CONTEXT_FUNCTIONS,
  }),
)

export function builtinNamed(name: string): FeelFunction | undefined {
  return BUILTINS.get(name)
}

/** Names an expression may call without anybody defining them. */
export const BUILTIN_NAMES: ReadonlySet<string> = new Set([...BUILTINS.keys()].filter((name) => name !== '@'))
