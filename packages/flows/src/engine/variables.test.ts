import { expect, it } from 'vitest'
import { blankInstance } from './apply.ts'
import type { Activation } from './instance.ts'
import { State } from './state.ts'
import { holdersFor, portionsOf, visibleIn } from './variables.ts'

/** A case in which each activation is inside the one before it. */
function nested(...activations: Partial<Activation>[]): State {
  return new State({
    ...blankInstance(),
    variables: { top: 1, both: 'top', decisions: { apply: 'approve' } },
    activations: activations.map((activation, index) => ({
      id: index + 1,
      element: `e${index + 1}`,
      from: [],
      ...(index > 0 && { scope: index }),
      ...activation,
    })),
  })
}

it('shows what is inside before what is around it', () => {
  const state = nested({ variables: { both: 'outer', outer: 2 } }, {}, { variables: { own: 3 } })
  expect(visibleIn(holdersFor(state, undefined, 3))).toMatchObject({ own: 3, outer: 2, both: 'outer', top: 1 })
  expect(visibleIn(holdersFor(state, undefined, 0))).toEqual(state.variables)
})

it('shows the decisions of all scopes together', () => {
  const state = nested({ variables: { decisions: { review: 'reject' } } })
  expect(visibleIn(holdersFor(state, undefined, 1)).decisions).toEqual({ apply: 'approve', review: 'reject' })
})

it('shows a called process only what it was given', () => {
  const state = nested({ variables: { item: 1 }, called: { given: 2 } }, {})
  expect(visibleIn(holdersFor(state, undefined, 2))).toEqual({ given: 2 })
  expect(visibleIn(holdersFor(state, undefined, 1))).toMatchObject({ item: 1, top: 1 })
})

it('sets a variable where its name is known, else in the process or the call', () => {
  const state = nested({ variables: { item: 1 } }, {})
  expect(portionsOf(holdersFor(state, undefined, 2), { item: 2, top: 3, other: 4 })).toEqual([
    { scope: 1, variables: { item: 2 } },
    { variables: { top: 3, other: 4 } },
  ])
  const inside = nested({ variables: { item: 1 }, called: { given: 2 } }, {})
  expect(portionsOf(holdersFor(inside, undefined, 2), { item: 2 })).toEqual([
    { scope: 1, called: true, variables: { item: 2 } },
  ])
})
