import type { Context } from 'koa'

/** Who signs a request in. The first of the configured logins that knows the request answers. */
export interface Login {
  readonly name: string
  /** @returns the person's id, or undefined when this login has nothing to say about the request */
  authenticate(ctx: Context): Promise<string | undefined>
}
