import type { z } from 'zod'
import type { Actor } from '../../http/actor.ts'
import type { Me } from './me-schema.ts'

/** What of other features the menu shows; each counts for the person who asks. */
export interface MeServiceDeps {
  countTodo(actor: Actor): Promise<number>
  countRunning(actor: Actor): Promise<number>
  countDrafts(actor: Actor): Promise<number>
  /** Registers the person may read. */
  registers(actor: Actor): ReadonlyArray<{ key: string; title: string }>
}

/** The signed-in person, and what the menu shows. */
export function createMeService({ countTodo, countRunning, countDrafts, registers }: MeServiceDeps) {
  return {
    async read(actor: Actor): Promise<z.input<typeof Me>> {
      const { person, unit } = actor
      const [todo, mine, drafts] = await Promise.all([countTodo(actor), countRunning(actor), countDrafts(actor)])
      return {
        id: person.id,
        name: person.name,
        unit: { id: unit.id, name: unit.name, shortName: unit.shortName },
        roles: [...person.roles],
        counts: { todo, mine, drafts },
        registers: registers(actor).map(({ key, title }) => ({ key, title })),
      }
    },
  }
}

export type MeService = ReturnType<typeof createMeService>
