import type { SyntaxNode } from '@lezer/common'
import { isRecord } from '../../schema/is-record.ts'
import { spend } from '../evaluation.ts'
import { parts } from '../syntax.ts'
import { FeelDuration } from '../temporal/feel-duration.ts'
import { typeOf } from '../values/feel-type.ts'
import { type CompileNode, type Compiling, child, codeOf } from './code.ts'
import { nameOf } from './lists.ts'

/** `instance of`. Source: DMN 1.5, 10.3.2.9. */
export const TYPES: Record<string, CompileNode> = {
  InstanceOfExpression(children, compiling) {
    const value = compiling.code(child(children, 0))
    const isOfType = typeTest(child(children, 3), compiling)
    return codeOf((at) => isOfType(value.run(at)), [value])
  },
}

type TypeTest = (value: unknown) => boolean

function typeTest(node: SyntaxNode, compiling: Compiling): TypeTest {
  const children = parts(node)
  switch (node.name) {
    case 'Type':
      return typeTest(child(children, 0), compiling)
    case 'ListType':
      return listTest(children, compiling)
    case 'ContextType':
      return contextTest(children, compiling)
    case 'FunctionType':
      return NAMED.function ?? never
    default: {
      const name = nameOf(compiling.text(node))
      return (Object.hasOwn(NAMED, name) && NAMED[name]) || never
    }
  }
}

function listTest(children: SyntaxNode[], compiling: Compiling): TypeTest {
  const inner = children.find((part) => part.name === 'Type')
  const isItem = inner ? typeTest(inner, compiling) : never
  return (value) => {
    if (!Array.isArray(value)) return false
    spend(value.length)
    return value.every(isItem)
  }
}

function contextTest(children: SyntaxNode[], compiling: Compiling): TypeTest {
  const types = children.find((part) => part.name === 'ContextEntryTypes')
  const entries = (types ? parts(types) : []).map((entry) => {
    const [name, type] = [child(parts(entry), 0), child(parts(entry), 1)]
    return { name: nameOf(compiling.text(name)), isOfType: typeTest(type, compiling) }
  })
  return (value) =>
    isRecord(value) && entries.every(({ name, isOfType }) => Object.hasOwn(value, name) && isOfType(value[name]))
}

const never: TypeTest = () => false

const NAMED: Record<string, TypeTest> = {
  Any: (value) => typeOf(value) !== 'nil',
  Null: (value) => value === null,
  number: (value) => typeOf(value) === 'number',
  string: (value) => typeOf(value) === 'string',
  boolean: (value) => typeOf(value) === 'boolean',
  date: (value) => typeOf(value) === 'date',
  time: (value) => typeOf(value) === 'time',
  'date and time': (value) => typeOf(value) === 'date time',
  duration: (value) => typeOf(value) === 'duration',
  'days and time duration': (value) => value instanceof FeelDuration && !value.isYearsMonths,
  'years and months duration': (value) => value instanceof FeelDuration && value.isYearsMonths,
  context: (value) => typeOf(value) === 'context',
  list: (value) => typeOf(value) === 'list',
  range: (value) => typeOf(value) === 'range',
  function: (value) => typeOf(value) === 'function',
}
