import { nameOf, type Rule } from '../rule.ts'
import { searchTokens } from '../token-search.ts'

/**
 * A parallel join to which tokens come, and never one on each of its flows: what arrives there waits for ever. Said only
 * where no run whatever passes the join.
 */
export const deadlock: Rule = {
  name: 'deadlock',
  severity: 'error',
  check({ scopes }, report) {
    for (const scope of scopes) {
      const joins = scope.nodes.filter(({ type, incoming }) => type === 'bpmn:ParallelGateway' && incoming.length > 1)
      if (joins.length === 0) continue
      const found = searchTokens(scope)
      if (!found) continue
      for (const join of joins) {
        const arrives = join.incoming.filter((flow) => found.marked.has(flow))
        if (found.entered.has(join) || arrives.length === 0) continue
        const from = arrives.map(({ source }) => nameOf(source))
        report(join.id, {
          message: {
            zh: `并行汇合${nameOf(join)}要等齐 ${join.incoming.length} 条线，可它们从来不会同时都到：从${from.join('、')}来的会一直等下去。`,
            en: `The parallel join ${nameOf(join)} waits for all of its ${join.incoming.length} flows, which never all come: what arrives from ${from.join(', ')} waits for ever.`,
          },
          help: {
            zh: '前面是排他分支的，汇合也用排他网关；要并行办的，分支处改用并行网关。',
            en: 'Behind an exclusive split join with an exclusive gateway; where branches run side by side, split with a parallel one.',
          },
          path: arrives.map(({ id }) => id),
        })
      }
    }
  },
}
