import type { Context, Middleware } from 'koa'

/** Who signs a request in. The first of the configured logins that knows the request answers. */
export interface Login {
  readonly name: string
  /** @returns the person's id, or undefined when this login has nothing to say about the request */
  authenticate(ctx: Context): Promise<string | undefined>
  /** Pages of its own below `/login`, where it sends people away and takes them back. */
  readonly pages?: Middleware
}
