import { type Route, route } from '../../http/route.ts'
import type { Directory } from '../../ports/directory/directory.ts'
import { findPeople, findUnits } from './directory-endpoints.ts'

export interface DirectoryRoutesDeps {
  directory: Directory
}

/** `/people` and `/units`: whom and what one can choose. */
export function directoryRoutes({ directory }: DirectoryRoutesDeps): Route[] {
  return [
    route(findPeople, ({ query, actor }) => {
      const own = actor.unit.kind === 'enterprise' ? actor.unit.id : undefined
      const found = directory
        .people()
        .filter(
          ({ enabled, roles, name, unitId }) =>
            enabled &&
            !roles.includes('integration') &&
            (own === undefined || unitId === own) &&
            (query.unitId === undefined || unitId === query.unitId) &&
            (name.includes(query.q) || (directory.unit(unitId)?.name.includes(query.q) ?? false)),
        )
      return {
        items: found.slice(0, query.limit).map(({ id, name, unitId }) => {
          return { id, name, unitName: directory.unit(unitId)?.name ?? '' }
        }),
      }
    }),
    route(findUnits, ({ query }) => {
      const found = directory
        .units()
        .filter(({ name, shortName }) => name.includes(query.q) || shortName.includes(query.q))
      return { items: found.slice(0, query.limit).map(({ id, name, shortName }) => ({ id, name, shortName })) }
    }),
  ]
}
